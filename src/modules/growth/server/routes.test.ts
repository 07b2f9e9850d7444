import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { hasShared, sharedPath } from '#test/shared-data.ts'
import { insertStandard } from './queries-standard.ts'
import { recalculateBatch } from './recalculate.ts'
import { readStandardFolder } from './standard-files.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const yHoa = app.as(people.yHoaCollaborator)
const thu = app.as(people.thuProvinceOfficer)
const post = (body: object, who = lan) => who.post('/growth/measurements', body)

beforeEach(() => truncateAll(database))

/** A girl of 9 months, 8.2 kg, 70 cm lying: normal. */
const bornOn = '2026-02-20'
const measure = (childId: string, more: object = {}) => ({
  id: newId(),
  childId,
  measuredOn: '2026-11-20',
  weightKg: 8.2,
  lenheiCm: 70,
  position: 'lying',
  ...more,
})

describe('recording a measurement', () => {
  test('works, scores it and shows it on the child', async () => {
    const child = await addChild(database, { bornOn, villageId: places.dakMeVillage })
    const reply = await post(measure(child), yHoa)
    expect(reply.status).toBe(200)
    expect(reply.body).toMatchObject({
      weightKg: 8.2,
      classes: ['normal'],
      recordedByName: 'Y Hoa',
      standardVersion: 'jsgrowup-0.8.0',
    })
    const { body } = await yHoa.get(`/children/${child}/growth`)
    expect(body).toMatchObject({
      bornOn,
      state: { classes: ['normal'], severity: 0, nextOn: '2026-12-20' },
      measurements: [{ id: reply.body.id, flags: [] }],
    })
    expect(Math.abs(body.measurements[0].scores.wei)).toBeLessThan(1)
  })

  test('answers the service of weighing in the same transaction, and undoing takes it back', async () => {
    const child = await addChild(database, { bornOn })
    const { body } = await post(measure(child))
    const weighings = async () => {
      const { rows } = await database.owner.query<{ item_code: string; undone: boolean }>(
        'select item_code, undone_at is not null as undone from services_records where child_id = $1',
        [child],
      )
      return rows
    }
    expect(await weighings()).toEqual([{ item_code: 'GRO-0-23', undone: false }])
    const undone = await lan.del(`/children/${child}/growth/${body.id}`)
    expect(undone.body.undoneAt).not.toBeNull()
    expect((await lan.del(`/children/${child}/growth/${body.id}`)).status).toBe(200)
    expect(await weighings()).toEqual([{ item_code: 'GRO-0-23', undone: true }])
    expect((await lan.get(`/children/${child}/growth`)).body.state).toBeNull()
  })

  test('the June round is answered too, an arm alone answers nothing', async () => {
    const child = await addChild(database, { bornOn: '2024-01-10' })
    await post(measure(child, { measuredOn: '2026-06-10', weightKg: 12, lenheiCm: 88, position: 'standing' }))
    await post(
      measure(child, { measuredOn: '2026-09-10', weightKg: null, lenheiCm: null, position: null, armCm: 15 }),
    )
    const { rows } = await database.owner.query(
      'select item_code, done_on from services_records where child_id = $1 order by 1',
      [child],
    )
    expect(rows).toEqual([
      { item_code: 'GRO-24-59', done_on: '2026-06-10' },
      { item_code: 'GRO-JUN', done_on: '2026-06-10' },
    ])
  })

  test('sent twice is stored once; the same id for something else is refused', async () => {
    const child = await addChild(database, { bornOn })
    const one = measure(child)
    expect((await post(one)).status).toBe(200)
    expect((await post(one)).status).toBe(200)
    expect((await post({ ...one, weightKg: 8.4 })).body.code).toBe('growth.id-used')
    const { rows } = await database.owner.query('select count(*)::int as count from growth_measurements')
    expect(rows).toEqual([{ count: 1 }])
  })

  test('two devices in one session: the same figures are one, other figures are not overwritten', async () => {
    const child = await addChild(database, { bornOn })
    const replies = await Promise.all([post(measure(child)), post(measure(child, { weightKg: 8.6 }), thu)])
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]))
    const stands = replies.find(({ status }) => status === 200)?.body
    const again = await post(measure(child, { weightKg: stands.weightKg }))
    expect(again.body.id).toBe(stands.id)
  })

  test('a correction names what it replaces; both stay in the history', async () => {
    const child = await addChild(database, { bornOn })
    const first = (await post(measure(child))).body
    const second = await post(measure(child, { weightKg: 8.4, replaces: first.id }))
    expect(second.body).toMatchObject({ weightKg: 8.4, undoneAt: null })
    const { body } = await lan.get(`/children/${child}/growth`)
    expect(body.measurements).toHaveLength(2)
    expect(body.measurements.find((one: { id: string }) => one.id === first.id)).toMatchObject({
      replacedBy: second.body.id,
      scores: { wei: null },
    })
    expect((await post(measure(child, { weightKg: 8.5, replaces: first.id }))).body.code).toBe(
      'growth.measured-that-day',
    )
  })
})

describe('bad input', () => {
  test.each([
    ['a day before birth', { measuredOn: '2026-02-19' }, 'growth.before-birth'],
    ['a day to come', { measuredOn: '2026-11-23' }, 'growth.in-future'],
    ['grams', { weightKg: 8200 }, 'growth.weight-in-grams'],
    ['metres', { lenheiCm: 0.7 }, 'growth.length-in-metres'],
    ['an arm of a metre', { armCm: 100 }, 'growth.out-of-range'],
    ['nothing at all', { weightKg: null, lenheiCm: null, position: null }, 'growth.nothing-measured'],
    ['a weight too far from the age', { weightKg: 2.2 }, 'growth.doubtful'],
    ['standing below 9 months', { position: 'standing', measuredOn: '2026-10-01' }, 'growth.doubtful'],
  ])('%s is refused with its reason', async (_, more, code) => {
    const child = await addChild(database, { bornOn })
    const { status, body } = await post(measure(child, more))
    expect([status, body.code]).toEqual([422, code])
    const { rows } = await database.owner.query('select count(*)::int as count from growth_measurements')
    expect(rows).toEqual([{ count: 0 }])
  })

  test.each([
    ['a comma', { weightKg: '8,2' }],
    ['a day of two digits of the year', { measuredOn: '20/11/26' }],
  ])('%s is refused by its form', async (_, more) => {
    const child = await addChild(database, { bornOn })
    expect((await post(measure(child, more))).status).toBe(422)
  })

  test('a doubtful value is taken with its mark when the person confirms it, and stays out of the classes', async () => {
    const child = await addChild(database, { bornOn })
    const confirmed = ['weight-implausible']
    const { body } = await post(measure(child, { weightKg: 2.2, lenheiCm: null, confirmed }))
    expect(body).toMatchObject({ weightKg: 2.2, confirmed, flags: ['wei'], classes: ['to-check'] })
  })

  test('a drop against the last time is doubted', async () => {
    const child = await addChild(database, { bornOn })
    await post(measure(child, { measuredOn: '2026-10-20', weightKg: 8.9, lenheiCm: 69 }))
    const { body } = await post(measure(child, { weightKg: 7.5 }))
    expect(body.code).toBe('growth.doubtful')
    expect(body.detail ?? JSON.stringify(body)).toContain('Giảm hơn một phần mười')
  })
})

describe('rights and places', () => {
  test('a child of another commune cannot be found', async () => {
    const child = await addChild(database, { bornOn, communeId: places.dakTo })
    expect((await post(measure(child))).status).toBe(404)
    expect((await lan.get(`/children/${child}/growth`)).status).toBe(404)
    const phuc = app.as(people.phucOfficerDakTo)
    const { body } = await post(measure(child), phuc)
    expect((await lan.del(`/children/${child}/growth/${body.id}`)).status).toBe(404)
    expect((await lan.get(`/growth/sheet?day=2026-11-20&communeId=${places.dakTo}`)).status).toBe(404)
  })

  test('who may not see children may not see this', async () => {
    const minh = app.as(people.minhViewer)
    const child = await addChild(database, { bornOn })
    expect((await post(measure(child), minh)).status).toBe(403)
    expect((await minh.get(`/children/${child}/growth`)).status).toBe(403)
    expect((await minh.get('/growth/sheet?day=2026-11-20')).status).toBe(403)
    expect((await minh.get('/growth/attention')).status).toBe(403)
    expect((await app.stranger.get('/growth/standard')).status).toBe(401)
  })
})

describe('lists', () => {
  test('the sheet of a weighing day: by name, with the last time and what was recorded today', async () => {
    const an = await addChild(database, { bornOn, fullName: 'Y An' })
    const binh = await addChild(database, { bornOn, fullName: 'Y Bình' })
    await addChild(database, { bornOn: '2010-01-01', fullName: 'A Lớn' })
    await addChild(database, { bornOn, fullName: 'A Đi', leftOn: '2026-03-01' })
    await post(measure(an, { measuredOn: '2026-10-20', weightKg: 8 }))
    await post(measure(an))
    const { body } = await lan.get('/growth/sheet?day=2026-11-20')
    expect(body).toMatchObject({
      more: false,
      rows: [
        { childId: an, before: { measuredOn: '2026-10-20', weightKg: 8 }, ofDay: { weightKg: 8.2 } },
        { childId: binh, before: null, ofDay: null },
      ],
    })
    const own = await yHoa.get('/growth/sheet?day=2026-11-20')
    expect(own.body.rows).toEqual([])
  })

  test('a class is a sheet too', async () => {
    const pupil = await addChild(database, { bornOn: '2022-01-01', education: 'kindergarten' })
    await addChild(database, { bornOn })
    const { body } = await lan.get('/growth/sheet?day=2026-11-20&education=kindergarten')
    expect(body.rows.map((row: { childId: string }) => row.childId)).toEqual([pupil])
    const leaf = { id: newId(), kind: 'schooling', value: 'kindergarten', fromDay: '2026-09-05' }
    await lan.post(`/children/${pupil}/facts`, { ...leaf, source: 'Trường báo', detail: 'Lá 1' })
    const ofClass = async (name: string) =>
      (await lan.get(`/growth/sheet?day=2026-11-20&className=${encodeURIComponent(name)}`)).body.rows.length
    expect([await ofClass('lá 1'), await ofClass('Lá 2')]).toEqual([1, 0])
  })

  test('who needs attention, the worst first, page by page', async () => {
    const normal = await addChild(database, { bornOn, fullName: 'Y Khỏe' })
    const thin = await addChild(database, { bornOn, fullName: 'Y Gầy' })
    const swollen = await addChild(database, { bornOn, fullName: 'Y Phù' })
    await post(measure(normal))
    await post(measure(thin, { weightKg: 6.3, lenheiCm: 68 }))
    await post(measure(swollen, { oedema: true }))
    const first = (await lan.get('/growth/attention?limit=1')).body
    expect(first).toMatchObject({
      counts: { all: 2, severe: 1 },
      children: [
        { childId: swollen, state: { classes: ['severe-acute'], severity: 3, nextOn: '2026-11-27' } },
      ],
    })
    const second = (await lan.get(`/growth/attention?limit=1&after=${first.next}`)).body
    expect(second.children[0]).toMatchObject({ childId: thin })
    expect(second.counts).toBeNull()
  })

  test('a line that falls raises attention by itself', async () => {
    const child = await addChild(database, { bornOn })
    await post(measure(child, { measuredOn: '2026-06-20', weightKg: 7.9, lenheiCm: 64 }))
    await post(measure(child, { measuredOn: '2026-09-20', weightKg: 7.6, lenheiCm: 66 }))
    const { body } = await lan.get('/growth/attention')
    expect(body.children[0]?.state).toMatchObject({ trends: ['falling', 'no-gain'], severity: 1 })
  })
})

describe.skipIf(!hasShared)('official tables', () => {
  test('are used once imported; what was stored is calculated again on demand', async () => {
    const child = await addChild(database, { bornOn })
    await post(measure(child, { armCm: 14 }))
    const standard = await readStandardFolder(sharedPath('who-lms'))
    const at = '2026-11-22T03:00:00.000Z'
    const imported = { ...standard, source: 'who' }
    expect(await writeScope(database.pool, everywhere, (tx) => insertStandard(tx, imported, at))).toBe('new')
    expect(await writeScope(database.pool, everywhere, (tx) => insertStandard(tx, imported, at))).toBe(
      'again',
    )
    expect((await lan.get('/growth/standard')).body).toMatchObject({
      official: true,
      version: standard.version,
    })
    expect((await lan.get(`/children/${child}/growth`)).body.measurements[0].standardVersion).toBe(
      'jsgrowup-0.8.0',
    )
    const started = await lan.post('/growth/recalculations', {})
    expect(started.status).toBe(200)
    expect(await writeScope(database.pool, everywhere, (tx) => recalculateBatch(tx))).toBe(1)
    expect(await writeScope(database.pool, everywhere, (tx) => recalculateBatch(tx))).toBe(0)
    const { body } = await lan.get(`/children/${child}/growth`)
    expect(body.measurements[0]).toMatchObject({ standardVersion: standard.version })
    expect(body.measurements[0].scores.ac).not.toBeNull()
    const facts = await database.owner.query('select standard_version, oedema from growth_facts')
    expect(facts.rows).toEqual([{ standard_version: standard.version, oedema: false }])
  })
})
