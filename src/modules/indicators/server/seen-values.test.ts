import { beforeAll, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { drainServices, recordService } from '#test/five-children.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'

const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const thu = app.as(people.thuProvinceOfficer)
/** A leader of the province: figures, no children. */
const minh = app.as(people.minhViewer)
const code = 'registration:birth-u5'

type Value = {
  code: string
  numerator: number | null
  denominator: number | null
  hidden: boolean
  group: { key: string } | null
}

beforeAll(async () => {
  await truncateAll(database)
  // Đăk Mế: 3 of 20 registered; Kon Trang: 10 of 20; no village: 15 of 30; Đăk Tô: 30 of 60.
  const spread = [
    { villageId: places.dakMeVillage, all: 20, registered: 3 },
    { villageId: places.konTrangVillage, all: 20, registered: 10 },
    { all: 30, registered: 15 },
    { communeId: places.dakTo, all: 60, registered: 30 },
  ]
  for (const { all, registered, ...at } of spread)
    for (let count = 0; count < all; count += 1) {
      const child = await addChild(database, { bornOn: '2024-05-01', ...at })
      if (count < registered) await recordService(thu, child, 'BIRTH-REG', { doneOn: '2024-06-01' })
    }
  await drainServices(database, '2026-11-22')
})

const asked = `period=2026-H2&codes=${code}`
async function shown(client: typeof minh, more = ''): Promise<Value[]> {
  const { body } = await client.get(`/indicators/values?${asked}${more}`)
  return body.values
}
const inCommune = `&areaId=${places.dakHa}&by=unit`

test('who sees children sees every number', async () => {
  const values = await shown(thu, inCommune)
  expect(values.map(({ numerator }) => numerator).toSorted()).toEqual([10, 15, 3])
})

test('who sees none gets no small number, and nothing from which it follows', async () => {
  const values = await shown(minh, inCommune)
  const hidden = values.filter((value) => value.hidden)
  expect(hidden.map(({ group }) => group?.key)).toContain(places.dakMeVillage)
  expect(hidden.length).toBeGreaterThan(1)
  for (const one of hidden) expect([one.numerator, one.denominator]).toEqual([null, null])
  const [whole] = await shown(minh, `&areaId=${places.dakHa}`)
  expect(whole).toMatchObject({ numerator: 28, denominator: 70, hidden: false })
})

test('the page of a village says no more of it than the page of its commune', async () => {
  const besides = (await shown(minh, inCommune)).filter(({ hidden }) => hidden)
  for (const { group } of besides.filter(({ group: one }) => one?.key !== 'unknown')) {
    const [own] = await shown(minh, `&areaId=${group?.key}`)
    expect(own).toMatchObject({ hidden: true, numerator: null })
    const { body: board } = await minh.get(`/indicators/board?period=2026-H2&areaId=${group?.key}`)
    expect(board.assessed).toBeNull()
  }
})

test('the same in files', async () => {
  const { bytes } = await minh.get(`/indicators/export?${asked}${inCommune}&format=csv`)
  const line = bytes
    .toString('utf8')
    .split('\n')
    .find((one: string) => one.includes('Đăk Mế'))
  expect(line).not.toMatch(/,3,20,/)
  expect(line).toContain('không hiện')
})

test('tables by age and service, and children, are not for whoever sees none', async () => {
  expect((await minh.get('/indicators/coverage')).status).toBe(403)
  expect((await minh.get(`/indicators/children?code=${code}`)).status).toBe(403)
})

test('a recount tells whoever sees no children how many figures differ, not which', async () => {
  await database.owner.query(`update services_counters set due[3] = due[3] + 1 where period = '2026-H2'`)
  const { body: recount } = await thu.post('/indicators/recount', { id: newId(), period: '2026-H2' })
  expect(recount.differences.length).toBeGreaterThan(0)
  const { body } = await minh.get(`/indicators/recounts/${recount.id}`)
  expect([body.differences, body.differenceCount]).toEqual([[], recount.differenceCount])
})
