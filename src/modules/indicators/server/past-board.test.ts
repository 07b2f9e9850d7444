import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChildren, caseOf, type CaseOf, drainAll, newCommune } from '#test/reorganised-communes.ts'

/** The clock of the tests stands on 15/06/2026, the day from which the decisions hold. */
const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const thu = app.as(people.thuProvinceOfficer)
const minh = app.as(people.minhViewer)

let caseId: string | undefined
beforeEach(() => truncateAll(database))
// Places outlive a test: what a case did to them is taken back.
afterEach(async () => {
  if (caseId !== undefined) await admin.post(`/reorganisations/${caseId}/undo`)
  caseId = undefined
})

/** 31/12/2025: the last day of a half-year, when all three stood by themselves. */
const before = '2025-12-31'

async function applied(fields: CaseOf): Promise<void> {
  const { body } = await admin.post('/reorganisations', caseOf(fields))
  expect((await admin.post(`/reorganisations/${body.id}/preview`)).status).toBe(200)
  const reply = await admin.post(`/reorganisations/${body.id}/apply`)
  expect([reply.status, reply.body.code]).toEqual([200, undefined])
  caseId = body.id
  await drainAll(database)
}

/** Six children of Đăk Mế and four of Kon Trang in Đăk Hà, seven in Đăk Tô; the merger comes after that. */
async function registered(): Promise<void> {
  await addChildren(database, places.dakHa, [
    [places.dakMeVillage, 6],
    [places.konTrangVillage, 14],
  ])
  await addChildren(database, places.dakTo, [[places.dakRaoVillage, 7]])
  await drainAll(database)
}

const merged = newCommune('Xã Đăk Hà Tô', '99010')
const merger: CaseOf = {
  newUnits: [merged],
  changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
}
const [north, south] = [newCommune('Xã Đăk Hà Bắc', '99001'), newCommune('Xã Đăk Hà Nam', '99002')]
const division: CaseOf = {
  newUnits: [north, south],
  changes: [
    {
      kind: 'split',
      fromId: places.dakHa,
      parts: [
        { toId: north.id, villageIds: [places.dakMeVillage], childIds: [] },
        { toId: south.id, villageIds: [places.konTrangVillage], childIds: [] },
      ],
    },
  ],
}
const transfer: CaseOf = {
  changes: [
    {
      kind: 'transfer',
      fromId: places.dakHa,
      toId: places.dakTo,
      villageIds: [places.dakMeVillage],
      childIds: [],
    },
  ],
}

type Place = {
  place: { id: string; name: string } | null
  refused: { reason: string; units: string[] } | null
  values: { code: string; numerator: number; denominator: number; hidden: boolean }[]
}
const asked = (areaId: string, units: string, more = '') =>
  `/indicators/past?areaId=${areaId}&day=${before}&units=${units}${more}`
const countOf = ({ values }: Place, code = 'qd23:14') =>
  values.find((value) => value.code === code)?.denominator
const placeOf = (parts: Place[], id: string) => parts.find(({ place }) => place?.id === id)

describe('after a merger', () => {
  beforeEach(async () => {
    await registered()
    await applied(merger)
  })

  test('the unit of today has the sum of what came whole', async () => {
    const { status, body } = await thu.get(asked(merged.id, 'now'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ day: before, period: '2025-H2', units: 'now' })
    expect(countOf(body.whole)).toBe(27)
    expect(body.whole.refused).toBeNull()
  })

  test('the units of that day are told apart by their villages', async () => {
    const { body } = await thu.get(asked(merged.id, 'then', '&code=qd23:14'))
    expect(body.whole).toBeNull()
    expect(body.parts.map(({ place }: Place) => place?.name)).toEqual(['Xã Đăk Hà', 'Xã Đăk Tô'])
    expect(body.parts.map((part: Place) => countOf(part))).toEqual([20, 7])
  })

  test('a unit of that day opens with what lay in it then', async () => {
    const { body } = await thu.get(asked(places.dakHa, 'then', '&code=qd23:14'))
    expect([body.whole.place.id, countOf(body.whole)]).toEqual([places.dakHa, 20])
    expect(countOf(placeOf(body.parts, places.dakMeVillage) ?? body.whole)).toBe(6)
    const ended = await thu.get(asked(places.dakHa, 'now'))
    expect(ended.body.whole.refused).toEqual({ reason: 'ended', units: ['Xã Đăk Hà'] })
  })

  test('coverage stands beside it on the last day of a period, and on no other', async () => {
    const { body } = await thu.get(asked(merged.id, 'then'))
    expect(body.code).toBe('ecd1437:reach-all')
    const sum = body.parts.map((part: Place) => countOf(part, 'ecd1437:reach-all'))
    const now = await thu.get(asked(merged.id, 'now'))
    expect(sum.reduce((total: number, count: number) => total + count, 0)).toBe(
      countOf(now.body.whole, 'ecd1437:reach-all'),
    )
    const other = await thu.get(`/indicators/past?areaId=${merged.id}&day=2026-03-01&units=now`)
    expect(other.body.code).toBe('qd23:14')
    expect(other.body.codes).not.toContain('ecd1437:reach-all')
  })

  test('is refused while children without a village cannot be told apart, and says where', async () => {
    await addChildren(database, merged.id, [[null, 1]])
    const { body } = await thu.get(asked(merged.id, 'then', '&code=qd23:14'))
    expect(body.parts.map(({ refused }: Place) => refused)).toEqual([
      { reason: 'unplaced', units: ['Xã Đăk Hà Tô'] },
      { reason: 'unplaced', units: ['Xã Đăk Hà Tô'] },
    ])
  })

  test('as a spreadsheet, with the reasons', async () => {
    const file = await thu.get(`/indicators/past/export?areaId=${merged.id}&day=${before}&units=then`)
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  })

  test('nobody reads a small neighbour out of two figures of that day', async () => {
    const both = await minh.get(asked(merged.id, 'then', '&code=qd23:14'))
    expect(both.body.parts.every(({ values }: Place) => values.every(({ hidden }) => !hidden))).toBe(true)
    // Three of seven leave: what is left of Đăk Tô is small, and Đăk Hà would give it away.
    await database.owner.query(
      `update children set left_on = '2025-10-01', left_reason = 'moved'
       where id in (select id from children where village_id = $1 order by id limit 3)`,
      [places.dakRaoVillage],
    )
    const { body } = await minh.get(asked(merged.id, 'then', '&code=qd23:14'))
    expect(body.parts.map(({ values }: Place) => values.map(({ hidden }) => hidden))).toEqual([
      [true],
      [true],
    ])
    const alone = await minh.get(asked(places.dakHa, 'then', '&code=qd23:14'))
    expect(alone.body.whole.values.find(({ code }: { code: string }) => code === 'qd23:14').hidden).toBe(true)
  })
})

describe('after a division', () => {
  test('a new unit has no figure of that day: only a part of the old one came, which is said', async () => {
    await registered()
    await applied(division)
    const { body } = await thu.get(asked(north.id, 'now'))
    expect(body.whole).toMatchObject({ refused: { reason: 'part', units: ['Xã Đăk Hà'] }, values: [] })
    const province = await thu.get(asked(places.quangNgai, 'now', '&code=qd23:14'))
    expect(province.body.whole.refused).toBeNull()
    expect(placeOf(province.body.parts, south.id)?.refused).toMatchObject({ reason: 'part' })
    expect(placeOf(province.body.parts, places.dakTo)?.values).toHaveLength(1)
    const { body: old } = await thu.get(asked(places.dakHa, 'then'))
    expect([old.whole.refused, countOf(old.whole)]).toEqual([null, 20])
  })

  test('a unit that gave a village away is refused, and so is the one that took it', async () => {
    await registered()
    await applied(transfer)
    for (const id of [places.dakHa, places.dakTo])
      expect((await thu.get(asked(id, 'now'))).body.whole.refused).toEqual({
        reason: 'part',
        units: ['Xã Đăk Hà'],
      })
  })

  test('the board of an ended period is refused for it too, and its trend has no point before', async () => {
    await registered()
    await applied(division)
    const { body } = await thu.get(`/indicators/board?areaId=${north.id}&period=2025-H2`)
    expect(body).toMatchObject({ refused: { reason: 'part', units: ['Xã Đăk Hà'] }, values: [] })
    expect(body.trend.map(({ period }: { period: string }) => period)).not.toContain('2025-H2')
    const now = await thu.get(`/indicators/board?areaId=${north.id}&period=2026-H1`)
    expect([now.body.refused, now.body.values.length]).toEqual([null, 7])
    const province = await thu.get('/indicators/board?period=2025-H2')
    expect(province.body.refused).toBeNull()
    const refused = province.body.refusedUnits.map(({ place }: Place) => place?.id)
    expect(new Set(refused)).toEqual(new Set([north.id, south.id]))
  })
})

test.each([
  ['day=2026-06-15', 422, 'indicators.day-today'],
  ['day=2026-06-16', 422, 'indicators.day-future'],
  ['day=2026-02-30', 422, undefined],
  ['day=2025-12-31&units=once', 422, undefined],
  ['day=2025-12-31&code=qd99:1', 404, 'indicators.unknown-code'],
  [`day=2025-12-31&areaId=${newId()}`, 404, 'indicators.place-not-found'],
])('%s is refused', async (search, status, code) => {
  const reply = await thu.get(`/indicators/past?${search}`)
  expect(reply.status).toBe(status)
  if (code) expect(reply.body.code).toBe(code)
})
