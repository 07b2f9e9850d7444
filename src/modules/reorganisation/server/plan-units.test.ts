import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { addPlan } from '#test/filed-plan.ts'
import { filePlanOf, readPlanFixture } from '#test/plan-filing.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const admin = app.as(people.adminHung)
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)

/** A district of before the reform, with the code of that time, put into the list as a person does. */
async function addDistrict(code: string): Promise<void> {
  const { status, body } = await admin.post('/areas/past-units', {
    ...{ kind: 'district', code, name: 'Huyện Tu Mơ Rông', parentId: places.quangNgai },
    ...{ validFrom: '2025-07-01', validTo: '2026-03-31', source: 'Danh mục cũ' },
  })
  expect([status, body.title]).toEqual([200, undefined])
}

async function planOf(issuerArea: string | null, date: string | null): Promise<string> {
  const id = await addPlan(database, places.dakHa)
  await database.owner.query(
    `update plans set number = $4, reading = reading || jsonb_build_object('issuerArea', $2::text, 'date', $3::text)
     where id = $1`,
    [id, issuerArea, date, newId().slice(-4)],
  )
  return id
}

const unitsOf = async (id: string) => (await lan.get(`/plans/${id}/units-then`)).body

test('a plan names the units of its own day, and says what became of them', async () => {
  await addDistrict('617')
  const then = await unitsOf(await planOf('huyện Tu Mơ Rông', '2026-02-10'))
  expect(then).toMatchObject({
    ...{ name: 'huyện Tu Mơ Rông', day: '2026-02-10' },
    units: [{ fullName: 'Huyện Tu Mơ Rông, tỉnh Quảng Ngãi', validTo: '2026-03-31', successors: [] }],
  })
  // After its last day nobody is called that; the day of the month does not matter while it is blank.
  expect((await unitsOf(await planOf('huyện Tu Mơ Rông', '2026-05-10'))).units).toEqual([])
  expect((await unitsOf(await planOf('huyện Tu Mơ Rông', '2026-02'))).units).toHaveLength(1)
  const commune = await unitsOf(await planOf('xã Đăk Hà, tỉnh Quảng Ngãi', '2026-02-10'))
  expect(commune.units).toMatchObject([{ id: places.dakHa, validTo: null }])
})

test('a plan without a place or a day names no unit; a plan of another commune is not found', async () => {
  expect(await unitsOf(await planOf(null, '2026-02-10'))).toMatchObject({
    name: null,
    day: '2026-02-10',
    units: [],
  })
  expect((await unitsOf(await planOf('xã Đăk Hà', null))).units).toEqual([])
  const id = await planOf('xã Đăk Hà', '2026-02-10')
  expect((await app.as(people.phucOfficerDakTo).get(`/plans/${id}/units-then`)).status).toBe(404)
})

test('filed under the unit that keeps it today, the plan stays with the unit that issued it', async () => {
  const { reading } = await readPlanFixture(thu, 'district-plan-2019')
  const issued = { ...reading, issuerArea: 'huyện Tu Mơ Rông', date: '2026-02-10' }
  const { id } = await filePlanOf(thu, 'district-plan-2019', { reading: issued })
  const then = async () => (await thu.get(`/plans/${id}/units-then`)).body
  const atFiling = await then()
  expect(atFiling).toMatchObject({
    units: [{ fullName: 'Huyện Tu Mơ Rông, tỉnh Quảng Ngãi', validTo: '2026-03-31' }],
    keptBy: { id: places.quangNgai, name: 'Tỉnh Quảng Ngãi' },
  })
  // A namesake that is found out about later makes the name of other plans doubtful, not that of this one.
  await addDistrict('618')
  expect(await then()).toEqual(atFiling)
  expect((await unitsOf(await planOf('huyện Tu Mơ Rông', '2026-02-10'))).units).toHaveLength(2)
})
