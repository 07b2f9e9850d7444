import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { whyNotTyped } from '../shared/typed-rules.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)
const phuc = app.as(people.phucOfficerDakTo)

beforeEach(() => truncateAll(database))

const figure = (more: object = {}) => ({
  id: newId(),
  code: 'qd23:10',
  areaId: places.dakHa,
  period: '2025',
  value: 4.2,
  numerator: 21,
  denominator: 500,
  source: 'Báo cáo 15/BC-UBND',
  sourceOn: '2025-12-10',
  ...more,
})
const type = (more: object = {}) => lan.post('/indicators/typed', figure(more))
const historyOf = async (code = 'qd23:10') =>
  (await lan.get(`/indicators/typed?areaId=${places.dakHa}&code=${code}`)).body

describe('a figure from a document', () => {
  test('is kept with its counts, unit, source and author, and stands among the values of its period', async () => {
    const { status, body } = await type()
    expect(status).toBe(200)
    expect(body).toMatchObject({ value: 4.2, unit: '%', typedBy: 'Phạm Thị Lan', replacedAt: null })
    const { body: values } = await lan.get('/indicators/values?period=2025&codes=qd23:10')
    expect(values.values).toEqual([
      expect.objectContaining({ value: 4.2, numerator: 21, denominator: 500, source: 'Báo cáo 15/BC-UBND' }),
    ])
    const other = await lan.get('/indicators/values?period=2025-H2&codes=qd23:10')
    expect(other.body.values).toEqual([])
  })

  test('sent twice is kept once', async () => {
    const once = figure()
    const first = await lan.post('/indicators/typed', once)
    expect((await lan.post('/indicators/typed', once)).body).toEqual(first.body)
    expect(await historyOf()).toHaveLength(1)
  })

  test('is corrected with a reason; the old one stays and says when it was replaced', async () => {
    const { body: first } = await type()
    const { status } = await type({ value: 4, numerator: 20, replaces: first.id, reason: 'Đếm trùng một em' })
    expect(status).toBe(200)
    const [standing, before] = await historyOf()
    expect(standing).toMatchObject({
      value: 4,
      reason: 'Đếm trùng một em',
      replaces: first.id,
      replacedAt: null,
    })
    expect(before).toMatchObject({ value: 4.2, replacedAt: '2026-11-22T02:00:00.000Z' })
    const newest = await lan.get(`/indicators/typed?areaId=${places.dakHa}`)
    expect(newest.body.map(({ value }: { value: number }) => value)).toEqual([4])
    const audit = await database.owner.query(
      `select action from accounts_audit where action like 'indicators.figure-%' order by at`,
    )
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'indicators.figure-typed',
      'indicators.figure-corrected',
    ])
  })

  test('two corrections of one figure: the second is told to look again', async () => {
    const { body: first } = await type()
    await type({ replaces: first.id, reason: 'sửa lần một' })
    const second = await type({ replaces: first.id, reason: 'sửa lần hai' })
    expect([second.status, second.body.code]).toEqual([409, 'indicators.typed-changed'])
  })

  test.each([
    [{ code: 'qd23:4b' }, 422, 'indicators.typed-is-computed'],
    [{ code: 'qd23:5b' }, 422, 'indicators.typed-not-defined'],
    [{ code: 'qd23:nothing' }, 404, 'indicators.unknown-code'],
    [{ period: '2027-H1' }, 422, 'indicators.typed-period-future'],
    [{ denominator: null }, 422, 'indicators.typed-half-counts'],
    [{ value: 42 }, 422, 'indicators.typed-not-the-share'],
    [{ reason: 'không có gì để sửa' }, 422, 'indicators.typed-without-reason'],
    [{ areaId: places.dakTo }, 404, 'indicators.place-not-found'],
    [{ source: '' }, 422, undefined],
  ])('%o is refused', async (more, status, code) => {
    const reply = await type(more)
    expect(reply.status).toBe(status)
    if (code) expect(reply.body.code).toBe(code)
  })

  test('a second one for a period must be a correction', async () => {
    await type()
    const again = await type()
    expect([again.status, again.body.code]).toEqual([409, 'indicators.typed-already'])
  })

  test('is typed by those who may, seen within the place only', async () => {
    await type()
    expect((await minh.post('/indicators/typed', figure())).status).toBe(403)
    expect((await phuc.get(`/indicators/typed?areaId=${places.dakHa}`)).status).toBe(404)
    const above = await thu.get(`/indicators/typed?areaId=${places.dakHa}`)
    expect(above.body).toHaveLength(1)
  })
})

describe('why a figure is not kept', () => {
  const known = { way: 'by-hand', unit: { vi: 'trên 1.000', en: 'per 1,000' } } as const
  const typed = { period: '2025', numerator: 3, denominator: 325, replaces: null, reason: null }

  test.each([
    [9.2, undefined],
    [9.23, undefined],
    [9.4, 'indicators.typed-not-the-share'],
  ])('%d per thousand of 3/325: %s', (value, refusal) => {
    expect(whyNotTyped({ ...typed, value }, known, '2026-11-22')).toBe(refusal)
  })

  test('money and changes need not be a share of anything', () => {
    const money = { way: 'by-hand', unit: { vi: 'đồng', en: 'VND' } } as const
    expect(whyNotTyped({ ...typed, value: 5e8 }, money, '2026-11-22')).toBeUndefined()
  })
})
