import { beforeEach, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

const measured = (childId: string, measuredOn: string) =>
  lan.post('/growth/measurements', {
    id: newId(),
    childId,
    measuredOn,
    weightKg: 8.2,
    lenheiCm: 70,
    position: 'lying',
    confirmed: [],
  })

const growthOf = async (childId: string) => (await lan.get(`/children/${childId}/growth`)).body

test('a corrected birth date changes the age and every score of what was measured', async () => {
  const child = await addChild(database, { bornOn: '2026-02-20', villageId: places.konTrangVillage })
  expect((await measured(child, '2026-11-20')).status).toBe(200)
  const before = (await growthOf(child)).measurements[0]
  const { body: facts } = await lan.get(`/children/${child}`)
  expect((await lan.put(`/children/${child}`, { ...facts, bornOn: '2025-11-20' })).status).toBe(200)
  const after = (await growthOf(child)).measurements[0]
  expect(after.id).toBe(before.id)
  expect(after.scores.wei).toBeLessThan(before.scores.wei - 0.5)
})

test('a merge takes measurements along, and its undoing gives them back', async () => {
  const bornOn = '2026-02-20'
  const [kept, merged] = [await addChild(database, { bornOn }), await addChild(database, { bornOn })]
  await measured(kept, '2026-10-20')
  await measured(merged, '2026-11-20')
  const versions = { keptVersion: 1, mergedVersion: 1 }
  const merge = { id: newId(), keptId: kept, mergedId: merged, ...versions, take: [] }
  expect((await lan.post('/children/merges', merge)).status).toBe(200)
  expect((await growthOf(kept)).measurements).toHaveLength(2)
  expect((await growthOf(kept)).state).not.toBeNull()
  expect((await lan.del(`/children/merges/${merge.id}`)).status).toBe(200)
  expect((await growthOf(kept)).measurements).toHaveLength(1)
  expect((await growthOf(merged)).measurements).toHaveLength(1)
})
