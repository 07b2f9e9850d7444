import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { Child } from '../shared/contract.ts'
import { ComparedPair, Merge, PairsFound } from '../shared/contract-merge.ts'
import { findPairs } from './find-pairs.ts'
import { recordKeepers } from './record-keepers.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)

beforeEach(() => truncateAll(database))

const details = {
  communeId: places.dakHa,
  villageId: places.konTrangVillage,
  fullName: 'Nguyễn Gia Bảo',
  unnamed: false,
  bornOn: '2023-03-07',
  sex: 'male',
  ethnicCode: '01',
  householdCode: '0012',
  address: null,
  poverty: null,
  disabled: false,
  specialCircumstance: false,
  education: null,
  personalId: null,
  carers: [{ id: newId(), fullName: 'Trần Thị Hạnh', relation: 'mother', phone: '0987600123' }],
}

async function registered(change: object = {}): Promise<Child> {
  const { status, body } = await lan.post('/children', {
    ...details,
    id: newId(),
    isAnotherChild: true,
    ...change,
  })
  expect({ status, body }).toMatchObject({ status: 200 })
  return Child.parse(body)
}

const search = () => findPairs({ reading: database.read, writing: database.write })

async function openPairs(of = lan) {
  const { status, body } = await of.get('/children/pairs')
  expect(status).toBe(200)
  return PairsFound.parse(body)
}

const mergeOf = (kept: Child, merged: Child, take: string[] = []) => ({
  id: newId(),
  keptId: kept.id,
  mergedId: merged.id,
  keptVersion: kept.version,
  mergedVersion: merged.version,
  take,
})

async function childNow(id: string): Promise<Child> {
  return Child.parse((await lan.get(`/children/${id}`)).body)
}

describe('the search of the register', () => {
  test('finds a child entered again without marks and with day and month exchanged, not its sibling', async () => {
    const child = await registered()
    await registered({ fullName: 'Nguyễn Gia Hân', sex: 'female', bornOn: '2021-05-09' })
    const again = await registered({ fullName: 'Nguyen Gia Bao', bornOn: '2023-07-03', villageId: null })
    expect(await search()).toBe(1)
    const { pairs, total, searchedAt } = await openPairs()
    expect(total).toBe(1)
    expect(searchedAt).not.toBeNull()
    expect([pairs[0]?.child.id, pairs[0]?.other.id].sort()).toEqual([child.id, again.id].sort())
    expect(pairs[0]?.reasons).toEqual(
      expect.arrayContaining(['same-name', 'swapped-day-month', 'same-mother']),
    )
  })

  test('finds a child whose month or year of birth alone was known before, and says why', async () => {
    const whole = await registered()
    const month = await registered({ bornOn: '2023-03-15', bornPrecision: 'month' })
    await registered({ bornOn: '2023-04-15', bornPrecision: 'month' })
    const year = await registered({ bornOn: '2023-07-01', bornPrecision: 'year', carers: [] })
    await search()
    const { pairs } = await openPairs()
    const found = pairs.map(({ child, other, reasons }) => ({ ids: new Set([child.id, other.id]), reasons }))
    const between = (a: Child, b: Child) => found.find(({ ids }) => ids.has(a.id) && ids.has(b.id))
    expect(between(whole, month)?.reasons).toEqual(
      expect.arrayContaining(['same-name', 'compatible-birth', 'same-mother']),
    )
    expect(between(whole, year)?.reasons).toContain('compatible-birth')
    // Known to lie in another month.
    expect(pairs.filter(({ reasons }) => !reasons.includes('compatible-birth'))).toEqual([])
  })

  test('leaves twins alone', async () => {
    await registered({ fullName: 'Nguyễn Gia An' })
    await registered({ fullName: 'Nguyễn Gia Bình' })
    expect(await search()).toBe(0)
  })

  test('a pair told apart is not brought up again, until that is taken back', async () => {
    const [child, other] = [await registered(), await registered({ fullName: 'Nguyễn Gai Bảo' })]
    expect(await search()).toBe(1)
    expect((await lan.put(`/children/pairs/${child.id}/${other.id}/different`, {})).status).toBe(200)
    await search()
    expect((await openPairs()).pairs).toEqual([])
    expect((await lan.del(`/children/pairs/${other.id}/${child.id}/different`)).status).toBe(200)
    expect((await openPairs()).total).toBe(1)
  })

  test('is started on demand as a job', async () => {
    expect((await lan.post('/children/pairs/search', {})).status).toBe(200)
  })

  test('is not seen from another commune, and not by who may not merge', async () => {
    await registered()
    await registered()
    await search()
    expect((await openPairs(phuc)).total).toBe(0)
    expect((await openPairs(thu)).total).toBe(1)
    expect((await yHoa.get('/children/pairs')).status).toBe(403)
  })
})

describe('merging', () => {
  const vaccinated = (child: Child, itemCode: string, doneOn: string) =>
    lan.post('/services/records', { id: newId(), childId: child.id, itemCode, doneOn })

  test('keeps every record, takes the chosen facts, the missing carer and number, and closes the other', async () => {
    const kept = await registered({ personalId: null })
    const merged = await registered({
      fullName: 'Nguyen Gia Bao',
      poverty: 'poor',
      personalId: '062223760045',
      carers: [{ id: newId(), fullName: 'Nguyễn Văn Hùng', relation: 'father', phone: null }],
    })
    await vaccinated(merged, 'IMM-MEASLES', '2024-01-10')
    const { body: compared } = await lan.get(`/children/pairs/${kept.id}/${merged.id}`)
    expect(ComparedPair.parse(compared).records).toContainEqual({
      kind: 'services.records',
      child: 0,
      other: 1,
    })

    const input = mergeOf(kept, merged, ['poverty'])
    const { status, body } = await lan.post('/children/merges', input)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { fullName: 'Nguyễn Gia Bảo', poverty: 'poor', personalId: '062223760045' },
    })
    expect(Child.parse(body).carers.map(({ relation }) => relation)).toEqual(['mother', 'father'])
    expect(await childNow(merged.id)).toMatchObject({ leftReason: 'registered-twice', personalId: null })
    const after = ComparedPair.parse((await lan.get(`/children/pairs/${kept.id}/${merged.id}`)).body)
    expect(after.records).toContainEqual({ kind: 'services.records', child: 1, other: 0 })

    expect((await lan.post('/children/merges', input)).status).toBe(200)
    const { body: merges } = await lan.get(`/children/${merged.id}/merges`)
    expect(merges).toMatchObject([{ keptId: kept.id, mergedId: merged.id, undoneAt: null }])
    expect((await lan.get('/children/merges')).body).toHaveLength(1)
  })

  test('is undone exactly, and what was recorded and changed since stays', async () => {
    const kept = await registered()
    const merged = await registered({
      fullName: 'Nguyễn Bảo',
      address: 'Nhà sau chợ',
      personalId: '062223760045',
    })
    await vaccinated(merged, 'IMM-MEASLES', '2024-01-10')
    const input = mergeOf(kept, merged, ['address', 'fullName'])
    const whole = Child.parse((await lan.post('/children/merges', input)).body)
    expect((await vaccinated(whole, 'IMM-MR', '2025-03-10')).status).toBe(200)
    const edited = { ...whole, fullName: 'Nguyễn Gia Bảo Anh', version: whole.version }
    expect((await lan.put(`/children/${kept.id}`, edited)).status).toBe(200)

    const { status, body } = await lan.del(`/children/merges/${input.id}`)
    expect(status).toBe(200)
    expect(Merge.parse(body).undoneAt).not.toBeNull()
    expect(await childNow(kept.id)).toMatchObject({
      fullName: 'Nguyễn Gia Bảo Anh',
      address: null,
      personalId: null,
    })
    expect(await childNow(merged.id)).toMatchObject({
      leftOn: null,
      personalId: '062223760045',
      address: 'Nhà sau chợ',
    })
    const { records } = ComparedPair.parse((await lan.get(`/children/pairs/${kept.id}/${merged.id}`)).body)
    expect(records).toContainEqual({ kind: 'services.records', child: 1, other: 1 })
    expect((await lan.del(`/children/merges/${input.id}`)).status).toBe(200)
  })

  test('closes the pairs of the merged record, also for the next search, and its undo opens them', async () => {
    const [kept, merged] = [await registered(), await registered({ fullName: 'Nguyễn Gai Bảo' })]
    const third = await registered({ fullName: 'Nguyen Gia Bao', bornOn: '2023-07-03' })
    await search()
    const before = (await openPairs()).pairs
    expect(before).toHaveLength(3)
    const input = mergeOf(kept, merged)
    expect((await lan.post('/children/merges', input)).status).toBe(200)
    await search()
    const between = (await openPairs()).pairs.flatMap(({ child, other }) => [child.id, other.id])
    expect(between.toSorted()).toEqual([kept.id, third.id].toSorted())
    expect((await lan.del(`/children/merges/${input.id}`)).status).toBe(200)
    expect((await openPairs()).pairs).toEqual(before)
  })

  test('the same dose written on both stays on each, and nothing is lost', async () => {
    const [kept, merged] = [await registered(), await registered()]
    await vaccinated(kept, 'IMM-MEASLES', '2024-01-10')
    await vaccinated(merged, 'IMM-MEASLES', '2024-01-10')
    expect((await lan.post('/children/merges', mergeOf(kept, merged))).status).toBe(200)
    const { records } = ComparedPair.parse((await lan.get(`/children/pairs/${kept.id}/${merged.id}`)).body)
    expect(records).toContainEqual({ kind: 'services.records', child: 1, other: 1 })
  })

  test('is refused with two numbers, with itself, with a record changed meanwhile, or one that left', async () => {
    const kept = await registered({ personalId: '062223760045' })
    const numbered = await registered({ personalId: '062223760046' })
    const plain = await registered()
    const code = async (input: object) => (await lan.post('/children/merges', input)).body
    expect(await code(mergeOf(kept, numbered))).toMatchObject({ code: 'children.merge-two-numbers' })
    expect(await code(mergeOf(kept, kept))).toMatchObject({ code: 'children.merge-with-itself' })
    expect(await code({ ...mergeOf(kept, plain), mergedVersion: 7 })).toMatchObject({
      code: 'children.changed-meanwhile',
    })
    expect((await lan.post('/children/merges', mergeOf(kept, plain))).status).toBe(200)
    expect(await code(mergeOf(numbered, { ...plain, version: plain.version + 1 }))).toMatchObject({
      code: 'children.already-left',
    })
  })

  test('is refused by right and by place, and an unknown merge cannot be undone', async () => {
    const [kept, merged] = [await registered(), await registered()]
    expect((await yHoa.post('/children/merges', mergeOf(kept, merged))).status).toBe(403)
    expect((await phuc.post('/children/merges', mergeOf(kept, merged))).status).toBe(404)
    expect((await phuc.get(`/children/pairs/${kept.id}/${merged.id}`)).status).toBe(404)
    expect((await lan.del(`/children/merges/${newId()}`)).status).toBe(404)
  })
})

test('every table that keeps something of a child is taken along by a merge, made again, or stays for a reason', async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select distinct c.conrelid::regclass::text as name from pg_constraint c
     where c.contype = 'f' and c.confrelid = 'children'::regclass order by 1`,
  )
  const movedAlong = recordKeepers.map(({ kind }) => kind.replace('.', '_'))
  const withTheirRecords = ['growth_scores', 'screening_referrals']
  const madeAgain = ['services_status', 'services_open', 'services_needs', 'services_stale', 'growth_states']
  const takenByTheMergeItself = [
    'children',
    'children_carers',
    'children_identifiers',
    'children_name_tokens',
  ]
  // About one record as such: what was imported, opened, moved, asked for or erased under it.
  const ofTheRecord =
    /^(?:children_(?:pairs|merges|merge_records|moves|steps|openings|import)|privacy_(?:requests|erasures)|reorganisation_)/
  const known = new Set([...movedAlong, ...withTheirRecords, ...madeAgain, ...takenByTheMergeItself])
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name) && !ofTheRecord.test(name))).toEqual(
    [],
  )
})
