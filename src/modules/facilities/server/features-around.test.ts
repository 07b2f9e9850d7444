import { beforeEach, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { featuresAround } from './public.ts'

const database = await testDatabase()
const app = await testApp(database)
const thu = app.as(people.thuProvinceOfficer)
const { area: dakHa } = await actorOf(database, people.lanOfficerDakHa)
const { area: dakTo } = await actorOf(database, people.phucOfficerDakTo)

beforeEach(() => truncateAll(database))

async function add(areaId: string, kind: string, more: object = {}): Promise<string> {
  const id = newId()
  const days = { validFrom: '2021-01-01', validTo: null }
  const nothing = { project: null, donor: null, basis: null, note: null }
  await thu.post('/facilities/features', { id, areaId, kind, ...days, ...nothing, ...more })
  return id
}

const kindsAt = (lft: number, range = dakHa) =>
  database.read(async (db) => (await featuresAround(db))(lft).map(({ kind }) => kind), range)

test('a place is what it is and what the places above it are, of all days; projects are left out', async () => {
  await add(places.quangNgai, 'minority-mountain')
  await add(places.dakHa, 'special-difficulty', { validFrom: '2022-01-01', validTo: '2025-12-31' })
  await add(places.dakTo, 'remote')
  await add(places.dakHa, 'pilot', { project: 'Làng an toàn' })
  expect(await kindsAt(dakHa.lft)).toEqual(['minority-mountain', 'special-difficulty'])
  expect(await kindsAt(dakTo.lft, dakTo)).toEqual(['minority-mountain', 'remote'])
})

test('it does not matter who asked first', async () => {
  await add(places.quangNgai, 'minority-mountain')
  await add(places.dakTo, 'remote')
  await kindsAt(dakHa.lft, dakHa)
  expect(await kindsAt(dakTo.lft, dakTo)).toEqual(['minority-mountain', 'remote'])
})

test('the next question knows of a feature that was added, ended, removed, or moved with its place', async () => {
  expect(await kindsAt(dakHa.lft)).toEqual([])
  const id = await add(places.dakHa, 'urban')
  expect(await kindsAt(dakHa.lft)).toEqual(['urban'])
  await thu.del(`/facilities/features/${id}`)
  expect(await kindsAt(dakHa.lft)).toEqual([])
  await add(places.dakTo, 'remote')
  expect(await kindsAt(dakTo.lft, dakTo)).toEqual(['remote'])
  await database.owner.query(
    'update areas set lft = lft + 1000000000, rgt = rgt + 1000000000 where lft between $1 and $2',
    [dakTo.lft, dakTo.rgt],
  )
  expect(await kindsAt(dakTo.lft, dakTo)).toEqual([])
  expect(await kindsAt(dakTo.lft + 1_000_000_000, dakTo)).toEqual(['remote'])
})
