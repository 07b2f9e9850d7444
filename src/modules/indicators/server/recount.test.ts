import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import type { CliContext } from '#platform/cli/command.ts'
import { clockAt } from '#platform/clock.ts'
import { drainBatch } from '#modules/services/server/public.ts'
import { pino } from 'pino'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { indicatorsCommands } from './cli.ts'
import { indicatorsPass } from './worker.ts'

const today = '2026-11-22'
const clock = clockAt('2026-11-22T09:00:00+07:00')
const database = await testDatabase()
const app = await testApp(database, { clock })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

async function drain(): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
}

async function twoChildren(): Promise<string> {
  const child = await addChild(database, { bornOn: '2026-08-01', villageId: places.dakMeVillage })
  await addChild(database, { bornOn: '2022-03-05', education: 'kindergarten' })
  await drain()
  return child
}

type Planted = { key: string; shown: { due: number }; recounted: { due: number } }

const recount = (body: object = {}) => lan.post('/indicators/recount', { id: newId(), ...body })

describe('a recount', () => {
  test('says equal when what is shown is what the records give', async () => {
    await twoChildren()
    const { status, body } = await recount()
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'equal', children: 2, differences: [], waiting: [] })
    expect(body.figures).toBeGreaterThan(20)
    const board = await lan.get('/indicators/board')
    expect(board.body.recount).toMatchObject({ id: body.id, state: 'equal' })
  })

  test('names a figure that was changed behind its back: place, period, key, shown and recounted', async () => {
    await twoChildren()
    await database.owner.query(
      `update services_counters set got[7] = got[7] + 1 where due[7] > 0 and period = '2026-H2'`,
    )
    const { body } = await recount()
    expect(body).toMatchObject({ state: 'different', differenceCount: 1 })
    expect(body.differences).toEqual([
      {
        areaId: places.dakHa,
        areaName: 'Xã Đăk Hà',
        period: '2026-H2',
        key: 'protection',
        ageYears: 0,
        shown: { due: 1, got: 1 },
        recounted: { due: 1, got: 0 },
      },
    ])
    const board = await lan.get('/indicators/board')
    expect(board.body.recount.state).toBe('different')
  })

  test('names counters that are gone and a child whose status is wrong', async () => {
    const child = await twoChildren()
    await database.owner.query(`delete from services_counters where period = '2026-H2'`)
    await database.owner.query(`update services_status set got_mask = 0 where period = '2026-H2'`)
    const { body } = await recount({ period: '2026-H2' })
    const keys = body.differences.map((one: { key: string }) => one.key)
    expect(keys).toContain('all')
    expect(body.periods).toEqual(['2026-H2'])
    await database.owner.query(`update services_status set due_mask = 1 where child_id = $1`, [child])
    const again = await recount()
    expect(again.body.differences.map((one: { key: string }) => one.key)).toContain(`child:${child}`)
  })

  test.each([
    ['poverty', "poverty = 'poor'", { poor: [1, 0], none: [1, 2] }],
    ['sex', "sex = 'male'", { male: [1, 0], female: [1, 2] }],
    ['ethnic', "ethnic_code = '01'", { '01': [1, 0], '14': [1, 2] }],
    ['age', 'age_years = 7', { '6-8': [1, 0], '0-3': [0, 1] }],
    ['unit', 'village_id = null', { unknown: [2, 1], [places.dakMeVillage]: [0, 1] }],
  ])(
    'names a part of a breakdown by %s that is not what the register says',
    async (by, planted, shownAndCounted) => {
      const child = await twoChildren()
      await database.owner.query(
        `update services_status set ${planted} where child_id = $1 and period = '2026-H2'`,
        [child],
      )
      const { body } = await recount({ period: '2026-H2' })
      expect(body.state).toBe('different')
      const ofWhole = body.differences.filter((one: { key: string }) =>
        one.key.startsWith(`ecd1437:reach-all ${by}=`),
      )
      const found = ofWhole.map((one: Planted) => [
        one.key.slice(one.key.indexOf('=') + 1),
        [one.shown.due, one.recounted.due],
      ])
      expect(Object.fromEntries(found)).toEqual(shownAndCounted)
    },
  )

  test('does not cry wolf while children are being counted again', async () => {
    await twoChildren()
    await addChild(database, { bornOn: '2026-01-01' })
    const { body } = await recount()
    expect(body).toMatchObject({ state: 'waiting', waiting: ['Xã Đăk Hà'], differences: [] })
    await drain()
    expect((await recount()).body.state).toBe('equal')
  })

  test('sent twice is done once', async () => {
    await twoChildren()
    const id = newId()
    const first = await lan.post('/indicators/recount', { id })
    const second = await lan.post('/indicators/recount', { id })
    expect(second.body).toEqual(first.body)
    const { rows } = await database.owner.query('select count(*)::int as count from indicators_recounts')
    expect(rows).toEqual([{ count: 1 }])
    const audit = await database.owner.query(
      `select count(*)::int as count from accounts_audit where action = 'indicators.recounted'`,
    )
    expect(audit.rows).toEqual([{ count: 1 }])
  })

  test('is refused without an id, without the right, and for another place', async () => {
    expect((await lan.post('/indicators/recount', {})).status).toBe(422)
    expect((await app.as(people.minhViewer).post('/indicators/recount', { id: newId() })).status).toBe(403)
    expect((await recount({ areaId: places.dakTo })).status).toBe(404)
  })

  test('of another commune is not seen here', async () => {
    await twoChildren()
    await thu.post('/indicators/recount', { id: newId(), areaId: places.dakTo })
    expect((await lan.get('/indicators/board')).body.recount).toBeNull()
  })
})

const itemsForRandom = ['BIRTH-REG', 'HIC', 'GRO-0-23', 'PAR-HOME', 'IMM-BCG'] as const
const Step = fc.oneof(
  fc.record({
    do: fc.constant('record' as const),
    child: fc.nat(5),
    item: fc.constantFrom(...itemsForRandom),
    day: fc.nat(27),
  }),
  fc.record({ do: fc.constant('undo' as const), child: fc.nat(5) }),
  fc.record({ do: fc.constant('leave' as const), child: fc.nat(5) }),
  fc.record({ do: fc.constant('drain' as const) }),
)

test('equals after any records, undoings and leavings, however the drain falls between them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Step, { maxLength: 15 }), async (steps) => {
      await truncateAll(database)
      const children: string[] = []
      for (let month = 1; month <= 6; month += 1)
        children.push(await addChild(database, { bornOn: `2026-0${month}-10` }))
      const stored: { childId: string; id: string }[] = []
      for (const step of steps) {
        if (step.do === 'drain') await drain()
        else await randomStep(step, children[step.child] ?? '', stored)
      }
      await drain()
      expect((await recount()).body).toMatchObject({ state: 'equal', differences: [] })
    }),
    { numRuns: 12 },
  )
})

type RandomStep = { do: 'record'; item: string; day: number } | { do: 'undo' } | { do: 'leave' }

async function randomStep(
  step: RandomStep,
  childId: string,
  stored: { childId: string; id: string }[],
): Promise<void> {
  if (step.do === 'record') {
    const id = newId()
    const doneOn = `2026-10-${String(step.day + 1).padStart(2, '0')}`
    const reply = await lan.post('/services/records', { id, childId, itemCode: step.item, doneOn })
    if (reply.status === 200) stored.push({ childId, id })
  } else if (step.do === 'undo') {
    const last = stored.findLast((one) => one.childId === childId)
    if (last) await lan.del(`/children/${childId}/services/${last.id}`)
  } else {
    await database.owner.query(
      `update children set left_on = '2026-11-01', left_reason = 'moved' where id = $1`,
      [childId],
    )
    await database.owner.query('insert into services_stale (child_id) values ($1)', [childId])
  }
}

describe('by command', () => {
  const [command] = indicatorsCommands

  async function run(options: Record<string, string> = {}) {
    const lines: string[] = []
    const context: CliContext = {
      clock,
      log: pino({ level: 'silent' }),
      print: (line) => void lines.push(line),
      note: () => undefined,
      reading: (range, work) => database.read(work, range),
      writing: (range, work) => database.write(work, range),
    }
    const code = await command?.run({ words: [], options }, context)
    return { code, lines }
  }

  test('says equal and ends with 0; drains first', async () => {
    await twoChildren()
    await addChild(database, { bornOn: '2026-01-01' })
    const { code, lines } = await run()
    expect([code, lines]).toEqual([0, [expect.stringContaining('Quảng Ngãi: đã đếm lại 3 trẻ')]])
    expect(lines[0]).toContain('bằng nhau')
    expect((await run({ all: 'true' })).code).toBe(0)
  })

  test('names each difference and ends with 1', async () => {
    await twoChildren()
    await database.owner.query(
      `update services_counters set due[1] = due[1] + 2 where period = '2026-H2' and age_years = 0`,
    )
    const { code, lines } = await run({ area: '23500' })
    expect(code).toBe(1)
    expect(lines[1]).toBe('  Xã Đăk Hà, 2026-H2, all, 0 tuổi: đang hiện 0/3, đếm lại 0/1')
    const json = await run({ json: 'true' })
    expect(JSON.parse(json.lines.join(''))).toMatchObject({ state: 'different', differenceCount: 1 })
  })
})

test('every night everything is counted again, once', async () => {
  await twoChildren()
  const { pool } = database
  const log = pino({ level: 'silent' })
  const count = async () =>
    (await database.owner.query('select count(*)::int as count from indicators_recounts')).rows[0]
  await indicatorsPass.run({ pool, log, clock })
  expect(await count()).toEqual({ count: 0 })
  const night = clockAt('2026-11-22T02:00:00+07:00')
  await indicatorsPass.run({ pool, log, clock: night })
  await indicatorsPass.run({ pool, log, clock: night })
  expect(await count()).toEqual({ count: 1 })
})
