import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import {
  addChildren,
  type CaseOf,
  differencesIn,
  drainAll,
  following,
  newCommune,
  placesOfChildren,
  rowsOf,
  stepsOfCase,
} from '#test/reorganised-communes.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const { done, prepared, applied } = stepsOfCase(admin)
const officer = app.as(people.thuProvinceOfficer)

beforeEach(() => truncateAll(database))

const merged = newCommune('Xã Đăk Hà', '23500')
const merge: CaseOf = {
  newUnits: [merged],
  changes: [{ kind: 'merge', fromIds: [places.dakHa, places.dakTo], toId: merged.id }],
}

const [north, south] = [newCommune('Xã Đăk Hà Bắc', '99001'), newCommune('Xã Đăk Hà Nam', '99002')]
const split: CaseOf = {
  newUnits: [north, south],
  changes: [
    {
      kind: 'split',
      fromId: places.dakHa,
      parts: [
        { toId: north.id, villageIds: [places.dakMeVillage], childIds: [] },
        { toId: south.id, villageIds: [], childIds: [] },
      ],
    },
  ],
}

describe('a merger', () => {
  beforeEach(async () => {
    await addChildren(database, places.dakHa, [
      [places.dakMeVillage, 30],
      [null, 5],
    ])
    await addChildren(database, places.dakTo, [[places.dakRaoVillage, 20]])
    await drainAll(database)
  })

  test('is previewed in counts without changing anything', async () => {
    const before = await rowsOf(database, following)
    const id = await prepared(merge)
    const { preview, state } = await done(admin.post(`/reorganisations/${id}/preview`))
    expect(state).toBe('previewed')
    expect(preview.total).toMatchObject({ children: 55, unplaced: 0, records: 55 })
    expect(preview.old.map(({ touched }: { touched: { children: number } }) => touched.children)).toEqual([
      35, 20,
    ])
    expect(preview.new).toEqual([expect.objectContaining({ name: 'Xã Đăk Hà', isNew: true, children: 55 })])
    expect(await rowsOf(database, following)).toEqual(before)
    await done(admin.get('/reorganisations'))
    expect((await done(admin.get(`/reorganisations/${id}`))).names[places.dakTo]).toBe('Xã Đăk Tô')
  })

  test('moves children, villages, counters and grants; the recount is equal; undone everything is as before', async () => {
    const before = await rowsOf(database, following)
    const id = await applied(merge)
    expect(await placesOfChildren(database)).toEqual([
      { commune: merged.id, village: null, right: true, count: 5 },
      { commune: merged.id, village: places.dakRaoVillage, right: true, count: 20 },
      { commune: merged.id, village: places.dakMeVillage, right: true, count: 30 },
    ])
    for (const commune of [merged.id, places.dakHa, places.dakTo])
      expect(await differencesIn(database, commune)).toEqual([])
    const lan = app.as(people.lanOfficerDakHa)
    expect((await done(lan.post('/children/search', { text: 'thu' }))).children.length).toBeGreaterThan(0)

    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, following)).toEqual(before)
    await done(admin.post(`/reorganisations/${id}/apply`))
    expect(await differencesIn(database, merged.id)).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
  })

  test('tells the holders of grants, who put the note away', async () => {
    const id = await applied(merge)
    const lan = app.as(people.lanOfficerDakHa)
    const [note] = await done(lan.get('/reorganisation-notes'))
    expect(note).toMatchObject({ kind: 'followed', oldName: 'Xã Đăk Hà, Xã Đăk Tô', newName: 'Xã Đăk Hà' })
    await done(lan.put(`/reorganisation-notes/${note.id}/read`))
    expect(await done(lan.get('/reorganisation-notes'))).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
    // Phúc, because the session remembers Lan's place for five seconds.
    const [back] = await done(app.as(people.phucOfficerDakTo).get('/reorganisation-notes'))
    expect(back).toMatchObject({ kind: 'returned', newName: 'Xã Đăk Tô' })
  })

  test('undone after new records: they stay with their children, new children go with their village or to the heir', async () => {
    const id = await applied(merge)
    const inVillage = await addChild(database, {
      bornOn: '2024-01-01',
      communeId: merged.id,
      villageId: places.dakRaoVillage,
    })
    const without = await addChild(database, { bornOn: '2024-01-02', communeId: merged.id })
    const record = { id: newId(), childId: inVillage, itemCode: 'IMM-MEASLES', doneOn: '2026-06-10' }
    await done(officer.post('/services/records', record))
    await drainAll(database)
    await done(admin.post(`/reorganisations/${id}/undo`))
    const { rows } = await database.owner.query(
      `select c.id, c.commune_id, (select count(*)::int from services_records r where r.child_id = c.id) as records
       from children c where id = any($1) order by born_on`,
      [[inVillage, without]],
    )
    expect(rows).toEqual([
      { id: inVillage, commune_id: places.dakTo, records: 1 },
      { id: without, commune_id: places.dakHa, records: 0 },
    ])
    for (const commune of [places.dakHa, places.dakTo])
      expect(await differencesIn(database, commune)).toEqual([])
  })

  test('keeps the figures of the old units, and shows them on the new one', async () => {
    const id = await applied(merge)
    const old = await done(officer.get(`/areas/${places.dakHa}/old-figures?period=2026`))
    const today = await done(officer.get(`/areas/${merged.id}/old-figures?period=2026`))
    const all = ({ figures }: { figures: { key: string; due: number }[] }) =>
      figures.find(({ key }) => key === 'all')?.due
    expect([all(old), all(today)]).toEqual([35, 55])
    const periods = async (areaId: string) => done(officer.get(`/areas/${areaId}/old-periods`))
    expect(await periods(merged.id)).toEqual(await periods(places.dakHa))
    expect(await periods(merged.id)).toContain('2026')
    expect(await periods(places.quangNgai)).toEqual([])
    expect((await officer.get(`/areas/${places.quangNgai}/old-figures?period=2026`)).status).toBe(404)
    await done(admin.post(`/reorganisations/${id}/undo`))
  })
})

describe('a split', () => {
  beforeEach(async () => {
    await addChildren(database, places.dakHa, [
      [places.dakMeVillage, 12],
      [places.konTrangVillage, 7],
      [null, 3],
    ])
    await drainAll(database)
  })

  test('leaves what has no place in a holding place that is found, and the work list empties it', async () => {
    const before = await rowsOf(database, following)
    const id = await prepared(split)
    const { preview } = await done(admin.post(`/reorganisations/${id}/preview`))
    expect(preview.total).toMatchObject({ children: 22, unplaced: 10 })
    expect(preview.new.at(-1)).toMatchObject({ name: 'Chờ xếp (Xã Đăk Hà cũ)', children: 10 })
    const { outcome } = await done(admin.post(`/reorganisations/${id}/apply`))
    expect(outcome).toMatchObject({ childrenMoved: 22, unplaced: 10 })

    const list = await done(officer.get(`/reorganisations/${id}/work-list`))
    expect(list.total).toBe(10)
    const [group] = list.groups.filter(({ villageId }: { villageId: string | null }) => villageId !== null)
    expect(group).toMatchObject({
      villageName: 'Thôn Kon Trang',
      children: 7,
      communeName: 'Chờ xếp (Xã Đăk Hà cũ)',
    })
    expect((await done(officer.post('/children/search', { text: 'thu' }))).children.length).toBe(22)
    expect((await officer.get(`/areas/${north.id}/old-figures?period=2026`)).body.title).toContain(
      'chỉ có một phần',
    )

    await done(
      admin.post(`/reorganisations/${id}/place-villages`, {
        villageIds: [places.konTrangVillage],
        toId: south.id,
      }),
    )
    const waiting = await done(officer.get(`/reorganisations/${id}/waiting-children`))
    const childIds = waiting.children.map((child: { id: string }) => child.id)
    expect(childIds).toHaveLength(3)
    const left = await done(
      officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: north.id }),
    )
    expect(left.total).toBe(0)
    for (const commune of [north.id, south.id, places.dakHa])
      expect(await differencesIn(database, commune)).toEqual([])
    expect(await placesOfChildren(database)).toEqual([
      { commune: north.id, village: null, right: true, count: 3 },
      { commune: south.id, village: places.konTrangVillage, right: true, count: 7 },
      { commune: north.id, village: places.dakMeVillage, right: true, count: 12 },
    ])
    const twice = await officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: north.id })
    expect(twice.body.code).toBe('reorganisation.nothing-to-place')

    await done(admin.post(`/reorganisations/${id}/undo`))
    expect(await rowsOf(database, following)).toEqual(before)
  })

  test('is placed before it is applied as well, by village and one by one', async () => {
    const id = await prepared(split)
    const place = { villageIds: [places.konTrangVillage], toId: south.id }
    await done(admin.post(`/reorganisations/${id}/place-villages`, place))
    const waiting = await done(officer.get(`/reorganisations/${id}/waiting-children`))
    const childIds = waiting.children.map((child: { id: string }) => child.id)
    const left = await done(
      officer.post(`/reorganisations/${id}/place-children`, { childIds, toId: south.id }),
    )
    expect(left.total).toBe(0)
    await done(admin.post(`/reorganisations/${id}/preview`))
    const { outcome } = await done(admin.post(`/reorganisations/${id}/apply`))
    expect(outcome).toMatchObject({ childrenMoved: 22, unplaced: 0 })
    expect((await placesOfChildren(database)).map(({ commune, count }) => [commune, count])).toEqual([
      [south.id, 3],
      [south.id, 7],
      [north.id, 12],
    ])
    const { rows } = await database.owner.query(
      `select 1 from areas where code like 'CX-%' and valid_to is null`,
    )
    expect(rows).toEqual([])
    await done(admin.post(`/reorganisations/${id}/undo`))
  })

  test('the holder of a grant on the divided unit is told to wait', async () => {
    const id = await applied(split)
    // The table itself: a session remembers its place for five seconds.
    const { rows } = await database.owner.query(
      'select person_id, kind from reorganisation_notes where kind = $1',
      ['waits'],
    )
    expect(rows).toContainEqual({ person_id: people.lanOfficerDakHa.id, kind: 'waits' })
    await done(admin.post(`/reorganisations/${id}/undo`))
  })
})
