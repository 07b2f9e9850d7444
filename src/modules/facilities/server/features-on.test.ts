import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { actorOf, people, places } from '#test/people.ts'
import { listFeaturesOn } from './public.ts'

const database = await testDatabase()
const app = await testApp(database)
const { area: province } = await actorOf(database, people.thuProvinceOfficer)
const { area: dakHa } = await actorOf(database, people.lanOfficerDakHa)

test('a breakdown gets the features of the day, of the places above and below too, and none that was removed', async () => {
  const thu = app.as(people.thuProvinceOfficer)
  const add = async (more: object) => {
    const id = newId()
    const nothing = { project: null, donor: null, basis: null, note: null }
    await thu.post('/facilities/features', {
      id,
      ...nothing,
      validFrom: '2021-01-01',
      validTo: null,
      ...more,
    })
    return id
  }
  await add({ areaId: places.quangNgai, kind: 'minority-mountain' })
  await add({ areaId: places.dakHa, kind: 'special-difficulty', validTo: '2025-12-31' })
  await add({ areaId: places.dakMeVillage, kind: 'remote', validFrom: '2026-01-01' })
  await add({ areaId: places.dakTo, kind: 'remote' })
  await thu.del(`/facilities/features/${await add({ areaId: places.dakHa, kind: 'urban' })}`)

  const kindsOn = async (day: string, range = dakHa) =>
    (await database.read((db) => listFeaturesOn(db, range, day))).map(({ kind }) => kind)
  expect(await kindsOn('2025-06-30')).toEqual(['minority-mountain', 'special-difficulty'])
  expect(await kindsOn('2026-06-15')).toEqual(['minority-mountain', 'remote'])
  expect(await kindsOn('2020-06-15')).toEqual([])
  expect(await kindsOn('2026-06-15', province)).toHaveLength(3)
})
