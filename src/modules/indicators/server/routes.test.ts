import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { drainServices, fiveChildren, recordService } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { indicatorEdition } from './definitions.ts'

const today = '2026-11-22'
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

const ofUnits = new Set(
  indicatorEdition().definitions.flatMap(({ code, formula }) => (formula?.kind === 'units' ? [code] : [])),
)

beforeEach(() => truncateAll(database))

const drain = () => drainServices(database, today)
const record = (childId: string, itemCode: string, more: object = {}) =>
  recordService(thu, childId, itemCode, more)
const register = () => fiveChildren(database, thu)

type Value = { code: string; numerator: number; denominator: number; group: { key: string } | null }

function valueOf(values: Value[], code: string, key?: string) {
  const found = values.find((one) => one.code === code && (key === undefined || one.group?.key === key))
  return found && [found.numerator, found.denominator]
}

describe('the board', () => {
  test('shows the commune: six domains, all domains, villages, periods', async () => {
    await register()
    const { status, body } = await lan.get('/indicators/board?period=2026-H2')
    expect(status).toBe(200)
    expect(body).toMatchObject({ period: '2026-H2', asOf: today, pending: 0, area: { id: places.dakHa } })
    expect(valueOf(body.values, 'ecd1437:reach-protection')).toEqual([1, 2])
    expect(valueOf(body.values, 'ecd1437:reach-all')?.[1]).toBe(4)
    expect(body.values[0].target).toEqual({ year: 2025, comparator: 'ge', value: 90 })
    expect(body.periods.slice(0, 3)).toEqual(['2026-H2', '2026', '2026-H1'])
    expect(body.trend.map((point: { period: string }) => point.period)).toContain('2026-H1')
    expect(valueOf(body.units, 'ecd1437:reach-protection', places.dakMeVillage)).toEqual([1, 2])
    expect(body.above).toBeNull()
  })

  test('a village has its own, counted from the status rows', async () => {
    await register()
    const { body } = await yHoa.get('/indicators/board?period=2026-H2')
    expect(body.area.id).toBe(places.dakMeVillage)
    expect(valueOf(body.values, 'ecd1437:reach-protection')).toEqual([1, 2])
    const other = await yHoa.get(`/indicators/board?areaId=${places.dakHa}`)
    expect([other.status, other.body.code]).toEqual([404, 'indicators.place-not-found'])
  })

  test('the province adds up its communes', async () => {
    await register()
    const { body } = await thu.get('/indicators/board?period=2026-H2')
    expect(valueOf(body.values, 'ecd1437:reach-protection')).toEqual([2, 3])
    expect(valueOf(body.units, 'ecd1437:reach-protection', places.dakTo)).toEqual([1, 1])
  })

  test('a record moves the figure at once after the drain, and before it the page says what is pending', async () => {
    const { mai } = await register()
    await record(mai, 'BIRTH-REG', { doneOn: '2026-09-30' })
    const before = await lan.get('/indicators/board?period=2026-H2')
    expect(before.body.pending).toBe(1)
    await drain()
    const after = await lan.get('/indicators/board?period=2026-H2')
    expect(valueOf(after.body.values, 'ecd1437:reach-protection')).toEqual([2, 2])
    expect(after.body.pending).toBe(0)
  })

  test('an answer that changes by the calendar is not shown for days it was not counted for', async () => {
    await register()
    await database.owner.query(`update services_open set recheck_on = '2026-11-20'`)
    const { body } = await lan.get('/indicators/board?period=2026-H2')
    expect([body.asOf, body.pending]).toEqual(['2026-11-19', 4])
  })

  test.each([
    ['/indicators/board?period=2027-H1', 422, 'indicators.period-future'],
    ['/indicators/board?period=2026-H3', 422, undefined],
    [`/indicators/board?areaId=${places.dakTo}`, 404, 'indicators.place-not-found'],
    [`/indicators/board?areaId=${newId()}`, 404, 'indicators.place-not-found'],
  ])('%s is refused', async (url, status, code) => {
    const reply = await lan.get(url)
    expect(reply.status).toBe(status)
    if (code) expect(reply.body.code).toBe(code)
  })
})

describe('values', () => {
  test.each(['sex', 'age', 'minority', 'ethnic', 'poverty', 'unit'])(
    'by %s add up to the whole',
    async (by) => {
      await register()
      for (const client of [lan, thu, yHoa]) {
        const whole = await client.get('/indicators/values?period=2026-H2')
        const parts = await client.get(`/indicators/values?period=2026-H2&by=${by}`)
        for (const { code, numerator, denominator } of whole.body.values) {
          // Communes and villages have no sex; they are counted by place only.
          if (by !== 'unit' && ofUnits.has(code)) continue
          const groups = parts.body.values.filter((one: Value) => one.code === code)
          const sum = (pick: (one: Value) => number) =>
            groups.reduce((total: number, one: Value) => total + pick(one), 0)
          expect([code, sum((one) => one.numerator), sum((one) => one.denominator)]).toEqual([
            code,
            numerator ?? 0,
            denominator ?? 0,
          ])
        }
      }
    },
  )

  test('follow from the register and the records', async () => {
    const { hoa } = await register()
    await record(hoa, 'HIC')
    await record(hoa, 'GRO-0-23')
    const { body } = await lan.get('/indicators/values?period=2026-H2')
    expect(valueOf(body.values, 'qd23:14')).toEqual([1, 3])
    expect(valueOf(body.values, 'registration:birth-60d')).toEqual([1, 2])
    expect(valueOf(body.values, 'welfare:hic-u6')).toEqual([1, 3])
    expect(valueOf(body.values, 'nutrition:measured-6m')).toEqual([1, 3])
    expect(valueOf(body.values, 'education:kindergarten-3-5')).toEqual([1, 1])
    expect(valueOf(body.values, 'tt13-annex1:04xx-nursery')).toEqual([0, 2])
    expect(valueOf(body.values, 'qd23:2')).toEqual(valueOf(body.values, 'ecd1437:reach-all'))
  })

  test('full immunization counts children who turned one in the period, doses before that day only', async () => {
    const full = await addChild(database, { bornOn: '2025-09-01' })
    const late = await addChild(database, { bornOn: '2025-09-01' })
    const doses = (item: string, days: string[]) =>
      days.map((doneOn, index) => ({
        item,
        more: days.length > 1 ? { doneOn, dose: index + 1 } : { doneOn },
      }))
    const given = [
      ...doses('IMM-BCG', ['2025-09-03']),
      ...doses('IMM-PENTA', ['2025-11-05', '2025-12-10', '2026-01-15']),
      ...doses('IMM-OPV', ['2025-11-05', '2025-12-10', '2026-01-15']),
    ]
    for (const child of [full, late]) for (const { item, more } of given) await record(child, item, more)
    await record(full, 'IMM-MEASLES', { doneOn: '2026-06-10' })
    await record(late, 'IMM-MEASLES', { doneOn: '2026-10-10' })
    await drain()
    const { body } = await lan.get('/indicators/values?period=2026-H2&codes=qd23:5a')
    expect(valueOf(body.values, 'qd23:5a')).toEqual([1, 2])
    const behind = await lan.get('/indicators/children?code=qd23:5a&period=2026-H2')
    expect(behind.body.children.map((child: { childId: string }) => child.childId)).toEqual([late])
  })

  test('where children learn is known for now only: a past period has no data', async () => {
    await register()
    const { body } = await lan.get('/indicators/values?period=2026-H1&codes=qd23:16')
    expect(body.values).toEqual([
      expect.objectContaining({ value: null, numerator: null, denominator: null }),
    ])
  })
})

test('coverage by commune, age and key equals the status rows', async () => {
  await register()
  const { body } = await thu.get('/indicators/coverage?period=2026-H2')
  const cell = (communeId: string, key: string) => {
    const row = body.rows.find((one: Row) => one.communeId === communeId && one.ageYears === 0)
    const place = body.keys.indexOf(key)
    return [row.due[place], row.got[place]]
  }
  expect(cell(places.dakHa, 'protection')).toEqual([2, 1])
  expect(cell(places.dakHa, 'BIRTH-REG')).toEqual([2, 1])
  expect(cell(places.dakTo, 'protection')).toEqual([1, 1])
  const own = await lan.get('/indicators/coverage?period=2026-H2')
  expect(new Set(own.body.rows.map((row: Row) => row.communeId))).toEqual(new Set([places.dakHa]))
})

type Row = { communeId: string; ageYears: number }

test('the definitions say which are computed, typed in or not defined', async () => {
  const { body } = await minh.get('/indicators/definitions')
  expect(body.definitions).toHaveLength(104)
  const ways = new Set(body.definitions.map((one: { way: string }) => one.way))
  expect(ways).toEqual(new Set(['computed', 'by-hand', 'unknown']))
})

test('figures go out as a spreadsheet and as text', async () => {
  await register()
  const csv = await lan.get('/indicators/export?period=2026-H2&by=unit&format=csv')
  expect(csv.bytes.toString('utf8')).toContain('Thôn Đăk Mế,1,2,50,%')
  const xlsx = await lan.get('/indicators/export?period=2026-H2')
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(String(xlsx.headers['content-disposition'])).toContain('.xlsx')
})
