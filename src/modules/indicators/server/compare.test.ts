import { beforeEach, describe, expect, test } from 'vitest'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { fiveChildren } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

type Row = {
  code: string
  left: { value: number } | null
  right: { value: number } | null
  difference: number
}
const rowOf = (body: { values: Row[] }, code: string) => body.values.find((row) => row.code === code)

describe('comparing', () => {
  test('two places in one period', async () => {
    await fiveChildren(database, thu)
    const asked = `areaId=${places.dakHa}&withAreaId=${places.dakTo}&period=2026-H2`
    const { status, body } = await thu.get(`/indicators/compare?${asked}`)
    expect(status).toBe(200)
    expect([body.left.area.id, body.right.area.id]).toEqual([places.dakHa, places.dakTo])
    expect(rowOf(body, 'qd23:14')).toMatchObject({
      left: { value: 33.3 },
      right: { value: 100 },
      difference: -66.7,
    })
  })

  test('two periods of one place', async () => {
    await fiveChildren(database, thu)
    const { body } = await lan.get('/indicators/compare?period=2026-H2&withPeriod=2026-H1')
    expect([body.left.asOf, body.right.asOf]).toEqual(['2026-11-22', '2026-06-30'])
    expect(rowOf(body, 'qd23:14')).toMatchObject({
      left: { value: 33.3 },
      right: { value: 0 },
      difference: 33.3,
    })
  })

  test('a place with itself half a year or a year before, when nothing else is asked', async () => {
    for (const [period, before] of [
      ['2026-H2', '2026-H1'],
      ['2026-H1', '2025-H2'],
      ['2026', '2025'],
    ]) {
      const { body } = await lan.get(`/indicators/compare?period=${period}`)
      expect([body.left.period, body.right.period]).toEqual([period, before])
    }
  })

  test('as a spreadsheet, written to the audit as an export', async () => {
    await fiveChildren(database, thu)
    const file = await thu.get(`/indicators/compare/export?withAreaId=${places.dakTo}`)
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
    const { rows } = await database.owner.query(
      `select count(*)::int as count from accounts_reads where kind = 'export'`,
    )
    expect(rows[0].count).toBeGreaterThan(0)
  })

  test('shows no small number to whoever sees no children, nor a difference made of one', async () => {
    await fiveChildren(database, thu)
    const { body } = await minh.get(`/indicators/compare?withAreaId=${places.dakTo}`)
    expect(rowOf(body, 'qd23:14')).toMatchObject({ left: { hidden: true }, difference: null })
  })

  test.each([
    [`areaId=${places.dakTo}`, 404],
    [`withAreaId=${places.dakTo}`, 404],
    ['withPeriod=2027', 422],
    ['withPeriod=soon', 422],
  ])('%s is refused', async (asked, status) => {
    expect((await lan.get(`/indicators/compare?${asked}`)).status).toBe(status)
  })
})

describe('a past day', () => {
  const on = (day: string, more = '') =>
    lan.get(`/indicators/values?day=${day}&codes=qd23:14,ecd1437:reach-all${more}`)

  test('counts who was there, and what was recorded, up to that day', async () => {
    const { hoa } = await fiveChildren(database, thu)
    const { body } = await on('2026-08-10')
    expect(body).toMatchObject({ asOf: '2026-08-10', period: '2026-H2' })
    const birth = body.values.find((one: { code: string }) => one.code === 'qd23:14')
    // Y Hoa was registered on 20 August.
    expect([birth.numerator, birth.denominator]).toEqual([0, 3])
    const later = await on('2026-08-20')
    expect(later.body.values[1]?.numerator ?? later.body.values[0].numerator).toBe(1)
    await database.owner.query(
      `update children set left_on = '2026-09-01', left_reason = 'moved' where id = $1`,
      [hoa],
    )
    const before = await on('2026-08-31')
    const after = await on('2026-09-01')
    const all = (reply: typeof before) =>
      reply.body.values.find((one: { code: string }) => one.code === 'qd23:14').denominator
    expect([all(before), all(after)]).toEqual([3, 2])
  })

  test('has no coverage: it is kept for the day of the last count', async () => {
    await fiveChildren(database, thu)
    const { body } = await on('2026-08-10')
    const reach = body.values.find((one: { code: string }) => one.code === 'ecd1437:reach-all')
    expect([reach.value, reach.numerator]).toEqual([null, null])
  })

  test.each([
    ['2026-11-23', '', 'indicators.day-future'],
    ['2026-08-10', '&period=2026-H1', 'indicators.day-outside'],
  ])('%s%s is refused', async (day, more, code) => {
    const reply = await on(day, more)
    expect([reply.status, reply.body.code]).toEqual([422, code])
  })
})
