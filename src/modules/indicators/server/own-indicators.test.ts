import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { fiveChildren } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const phuc = app.as(people.phucOfficerDakTo)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

/** Poor girls with a birth certificate: of the five children Y Hoa alone. */
const formula = {
  kind: 'share',
  of: { who: 'present', where: [[{ fact: 'sex', sex: 'female' }]] },
  reached: [
    [{ fact: 'service', items: ['BIRTH-REG'], doses: 1, within: 'ever', days: null }],
    [{ fact: 'poverty', in: ['poor', 'near-poor'] }],
  ],
} as const

const proposal = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  nameVi: 'Tỷ lệ trẻ em gái hộ nghèo có khai sinh',
  basis: 'Nghị quyết 12/NQ-HĐND',
  formula,
  breakdowns: ['poverty'],
  target: { year: 2026, comparator: 'ge', value: 90 },
  validFrom: '2026-01-01',
  validTo: null,
  ...more,
})
type Part = { group: { key: string }; numerator: number; denominator: number }
const propose = (more: object = {}) => lan.post('/indicators/own', proposal(more))
const approve = (id: string) => thu.put(`/indicators/own/${id}/decision`, { approve: true })
const shownFor = async (client: typeof lan, code: string) =>
  (await client.get(`/indicators/values?period=2026-H2&codes=${code}`)).body.values

describe('trying a formula', () => {
  const tried = (body: object) => lan.post('/indicators/own/try', body)

  test('gives the figure, and children on both sides with the lines that do not hold', async () => {
    const { hoa, mai, bao } = await fiveChildren(database, thu)
    const { status, body } = await tried({ period: '2026-H2', formula })
    expect(status).toBe(200)
    expect(body).toMatchObject({ numerator: 1, denominator: 2, asOf: '2026-11-22' })
    expect(body.inside.map(({ childId }: { childId: string }) => childId)).toEqual([hoa])
    const outside = new Map(body.outside.map((one: { childId: string }) => [one.childId, one]))
    expect(outside.get(mai)).toMatchObject({ counted: true, reached: false, failing: formula.reached })
    expect(outside.get(bao)).toMatchObject({ counted: false, failing: formula.of.where })
    const reads = await database.owner.query('select child_ids from accounts_reads order by at desc limit 1')
    expect(reads.rows[0].child_ids).toContain(mai)
  })

  test('a line is met by any of its conditions, and the reason names them all', async () => {
    const { hoa, bao, mai } = await fiveChildren(database, thu)
    const either = [
      { fact: 'service', items: ['BIRTH-REG'], doses: 1, within: 'ever', days: null },
      { fact: 'education', in: ['kindergarten'] },
    ]
    const young = [{ fact: 'age', unit: 'years', from: 0, to: 5 }]
    const asked = { kind: 'share', of: { who: 'present', where: [young] }, reached: [either] }
    const { body } = await tried({ period: '2026-H2', formula: asked })
    // Y Hoa has a certificate, A Bảo goes to kindergarten, Y Mai has neither.
    expect([body.numerator, body.denominator]).toEqual([2, 3])
    const inside = body.inside.map(({ childId }: { childId: string }) => childId)
    expect(new Set(inside)).toEqual(new Set([hoa, bao]))
    const outside = body.outside.find(({ childId }: { childId: string }) => childId === mai)
    expect(outside).toMatchObject({ counted: true, reached: false, failing: [either] })
  })

  test.each([
    [{ formula: { kind: 'share', of: formula.of, reached: [] } }],
    [{ formula: { ...formula, reached: [[{ fact: 'nothing' }]] } }],
    [{ formula: { ...formula, reached: [[{ fact: 'circumstance', groups: [5] }]] } }],
    [{ formula: { ...formula, reached: [[{ fact: "x'; drop table children" }]] } }],
  ])('%o is refused', async (body) => {
    expect((await tried(body)).status).toBe(422)
  })

  test('is for those who may see children, in their own place', async () => {
    expect((await minh.post('/indicators/own/try', { formula })).status).toBe(403)
    expect((await phuc.post('/indicators/own/try', { formula, areaId: places.dakHa })).status).toBe(404)
  })
})

describe('an indicator of the place', () => {
  test('counts only after somebody else approved it', async () => {
    await fiveChildren(database, thu)
    const { body } = await propose()
    expect(body).toMatchObject({ version: 1, state: 'proposed', writtenBy: 'Phạm Thị Lan', isMine: true })
    expect(await shownFor(lan, body.code)).toEqual([])
    const own = await lan.put(`/indicators/own/${body.id}/decision`, { approve: true })
    expect([own.status, own.body.code]).toEqual([403, 'indicators.own-by-oneself'])
    expect((await approve(body.id)).body).toMatchObject({ state: 'approved', decidedBy: 'Trần Thị Thu' })
    expect(await shownFor(lan, body.code)).toEqual([
      expect.objectContaining({ value: 50, numerator: 1, denominator: 2, target: expect.anything() }),
    ])
    const { body: edition } = await lan.get('/indicators/definitions')
    expect(edition.definitions.at(-1)).toMatchObject({ code: body.code, way: 'computed' })
    const behind = await lan.get(`/indicators/children?code=${body.code}&period=2026-H2`)
    expect(behind.body.counts).toEqual({ missing: 1, reached: 1 })
    const { body: parts } = await lan.get(`/indicators/values?period=2026-H2&by=poverty&codes=${body.code}`)
    const byPoverty = parts.values.map((one: Part) => [one.group.key, one.numerator, one.denominator])
    expect(new Map(byPoverty.map(([key, ...counts]: unknown[]) => [key, counts]))).toEqual(
      new Map([
        ['poor', [1, 1]],
        ['none', [0, 1]],
      ]),
    )
    const csv = await lan.get(`/indicators/export?period=2026-H2&codes=${body.code}&format=csv`)
    expect(csv.bytes.toString('utf8')).toContain('Tỷ lệ trẻ em gái hộ nghèo có khai sinh')
  })

  test('is part of the recount', async () => {
    await fiveChildren(database, thu)
    const { body: before } = await lan.post('/indicators/recount', { id: newId(), period: '2026-H2' })
    const { body } = await propose()
    await approve(body.id)
    const { body: after } = await lan.post('/indicators/recount', { id: newId(), period: '2026-H2' })
    // The figure of the commune, and its parts by sex, age, minority, ethnic group, poverty and village.
    expect(after.state).toBe('equal')
    expect(after.figures).toBeGreaterThan(before.figures + 6)
  })

  test('of the province counts in its communes, and is read there; of a neighbour it is not', async () => {
    await fiveChildren(database, thu)
    const { body } = await thu.post('/indicators/own', proposal({ areaId: places.quangNgai }))
    // A commune below may not approve what the province made.
    expect((await lan.put(`/indicators/own/${body.id}/decision`, { approve: true })).status).toBe(404)
    await database.owner.query(
      `update indicators_own set state = 'approved', decided_by = $1, decided_at = now()`,
      [people.lanOfficerDakHa.id],
    )
    expect(await shownFor(lan, body.code)).toHaveLength(1)
    expect((await lan.get('/indicators/own')).body).toHaveLength(1)
    const { body: ofDakHa } = await propose()
    expect(ofDakHa.code).not.toBe(body.code)
    expect((await phuc.get('/indicators/own')).body).toHaveLength(1)
  })

  test('a new version ends the old one on the day before', async () => {
    await fiveChildren(database, thu)
    const { body: first } = await propose()
    await approve(first.id)
    const second = await propose({
      code: first.code,
      validFrom: '2026-11-01',
      formula: { kind: 'count', of: formula.of },
    })
    expect(second.body).toMatchObject({ version: 2, state: 'proposed' })
    await approve(second.body.id)
    const { body: versions } = await lan.get('/indicators/own')
    expect(
      versions.map((one: { version: number; validFrom: string; validTo: string | null }) => [
        one.version,
        one.validFrom,
        one.validTo,
      ]),
    ).toEqual([
      [2, '2026-11-01', null],
      [1, '2026-01-01', '2026-10-31'],
    ])
    expect(await shownFor(lan, first.code)).toEqual([
      expect.objectContaining({ value: 2, numerator: 2, denominator: null }),
    ])
    const earlier = await lan.get(`/indicators/values?period=2026-H1&codes=${first.code}`)
    expect(earlier.body.values).toEqual([expect.objectContaining({ unit: '%' })])
  })

  test('is returned with a remark, and then another version may come', async () => {
    const { body } = await propose()
    const decide = (decision: object) => thu.put(`/indicators/own/${body.id}/decision`, decision)
    expect((await decide({ approve: false })).body.code).toBe('indicators.own-without-remark')
    expect((await propose({ code: body.code })).body.code).toBe('indicators.own-waits')
    const returned = await decide({ approve: false, remark: 'Nêu rõ tuổi' })
    expect(returned.body).toMatchObject({ state: 'returned', remark: 'Nêu rõ tuổi' })
    expect((await decide({ approve: true })).body.code).toBe('indicators.own-decided')
    expect((await propose({ code: body.code })).body.version).toBe(2)
  })

  test('sent twice is kept once, approved twice is approved once', async () => {
    const once = proposal()
    const first = await lan.post('/indicators/own', once)
    expect((await lan.post('/indicators/own', once)).body).toEqual(first.body)
    const approved = await approve(first.body.id)
    expect((await approve(first.body.id)).body).toEqual(approved.body)
  })

  test.each([
    [{ nameVi: 'x' }, 422],
    [{ validTo: '2025-12-31' }, 422],
    [{ areaId: places.dakTo }, 404],
    [{ code: 'own:nothing' }, 404],
    [{ formula: { kind: 'coverage', key: 'all' } }, 422],
  ])('%o is refused', async (more, status) => {
    expect((await propose(more)).status).toBe(status)
  })

  test('two versions cannot begin on one day', async () => {
    const { body: first } = await propose()
    await approve(first.id)
    const { body: second } = await propose({ code: first.code })
    const reply = await approve(second.id)
    expect([reply.status, reply.body.code]).toEqual([409, 'indicators.own-overlaps'])
  })
})
