import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { clockAt } from '#platform/clock.ts'
import { fillHooks } from '#apps/hooks.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { addChild } from '#test/registered-child.ts'
import { station } from '#test/station.ts'
import { drainBatch } from './drain.ts'

const today = '2026-11-22'
fillHooks()
const database = await testDatabase()
const app = await testApp(database, { clock: clockAt('2026-11-22T09:00:00+07:00') })
const lan = app.as(people.lanOfficerDakHa)

beforeEach(() => truncateAll(database))

async function drain(): Promise<void> {
  while ((await database.write((tx) => drainBatch(tx, today))) === 'more');
}

const names = (reply: { body: { children: { fullName: string }[] } }) =>
  reply.body.children.map(({ fullName }) => fullName).toSorted()

describe('the reason of each line', () => {
  test('stands beside it on the list, also for a child of whom nothing is recorded', async () => {
    await addChild(database, { bornOn: '2026-02-01', poverty: 'poor' })
    await drain()
    const { body } = await lan.get('/services/due?withinDays=90')
    const of = new Map(
      body.children[0].services.map((one: { itemCode: string; why: object }) => [one.itemCode, one.why]),
    )
    expect(of.get('IMM-MEASLES')).toMatchObject({ kind: 'age', vi: 'trẻ đủ 9 tháng tuổi' })
    expect(of.get('CHK-FREE')).toMatchObject({ vi: '12 tháng một lần, đến 9 tuổi; hộ nghèo' })
    expect([...of.values()].every((why) => why !== undefined)).toBe(true)
  })
})

describe('the list by service', () => {
  test('counts the children of each, the late ones too, by the same filters as the list', async () => {
    await addChild(database, { bornOn: '2026-02-01', villageId: places.dakMeVillage })
    await addChild(database, { bornOn: '2025-02-01', villageId: places.konTrangVillage })
    await addChild(database, { bornOn: '2025-02-01', communeId: places.dakTo })
    await drain()
    const measles = async (search: string) => {
      const { body } = await lan.get(`/services/due/services?${search}`)
      return body.services.find(({ itemCode }: { itemCode: string }) => itemCode === 'IMM-MEASLES')
    }
    expect(await measles('')).toMatchObject({ children: 2, overdue: 1, soonest: '2025-12-02' })
    expect(await measles(`villageId=${places.dakMeVillage}`)).toMatchObject({ children: 1, overdue: 0 })
    expect(await measles('provider=preschool')).toBeUndefined()
    expect((await measles('state=overdue')).children).toBe(1)
    expect((await lan.get('/services/due/services?itemCode=IMM-MEASLES')).body.services).toHaveLength(1)
    expect((await lan.get(`/services/due/services?communeId=${places.dakTo}`)).status).toBe(404)
    expect((await app.as(people.minhViewer).get('/services/due/services')).status).toBe(403)
  })
})

describe('a class', () => {
  const schooling = (childId: string, more: object) =>
    lan.post(`/children/${childId}/facts`, {
      ...{ id: newId(), kind: 'schooling', value: 'kindergarten', fromDay: '2026-09-05' },
      ...{ source: 'Trường báo', ...more },
    })

  test('is made of the children who attend it now: a school, or one class of it', async () => {
    const school = station({ kind: 'preschool', name: 'Trường Mầm non Đăk Hà' })
    expect((await lan.post('/facilities', school)).status).toBe(200)
    const child = (fullName: string) => addChild(database, { bornOn: '2022-03-01', fullName })
    const [mai, hoa, thien, loan] = [
      await child('Y Mai'),
      await child('Y Hoa'),
      await child('A Thiên'),
      await child('Y Loan'),
    ]
    const facilityId = school.id
    await schooling(mai, { facilityId, detail: 'Lá 1' })
    await schooling(hoa, { facilityId, detail: 'lá 1' })
    await schooling(thien, { facilityId, detail: 'Chồi 2' })
    // Left the school again: in no class today.
    await schooling(loan, { facilityId, detail: 'Lá 1', toDay: '2026-10-31' })
    await drain()

    const { body: classes } = await lan.get('/children/classes')
    expect(classes).toEqual([
      { facilityId, facilityName: 'Trường Mầm non Đăk Hà', className: 'Chồi 2', children: 1 },
      { facilityId, facilityName: 'Trường Mầm non Đăk Hà', className: 'Lá 1', children: 2 },
    ])
    const leaf = new URLSearchParams({ facilityId, className: 'lá 1' })
    expect(names(await lan.get(`/services/due?${leaf}`))).toEqual(['Y Hoa', 'Y Mai'])
    expect((await lan.get(`/services/due?${leaf}`)).body.counts.children).toBe(2)
    expect(names(await lan.get(`/services/due?facilityId=${facilityId}`))).toHaveLength(3)
    const day = 'itemCode=GRO-24-59&day=2026-11-22'
    const candidates = await lan.get(`/services/session-candidates?${day}&${leaf}`)
    expect(candidates.body.candidates).toHaveLength(2)
    expect((await app.as(people.minhViewer).get('/children/classes')).status).toBe(403)
  })

  test('a school that is not in the list of facilities goes by its words', async () => {
    const child = await addChild(database, { bornOn: '2022-03-01' })
    await schooling(child, { detail: 'Lớp mẫu giáo thôn Kon Trang' })
    await drain()
    const search = new URLSearchParams({ className: 'Lớp mẫu giáo thôn Kon Trang' })
    expect(names(await lan.get(`/services/due?${search}`))).toEqual(['Y Mai'])
    expect(names(await lan.get('/services/due?className=Lớp khác'))).toEqual([])
  })
})

describe('what the place is', () => {
  const feature = (more: object) => ({
    ...{ id: newId(), areaId: places.dakHa, kind: 'special-difficulty', validFrom: '2026-01-01' },
    ...{ validTo: null, project: null, donor: null, basis: null, note: null, ...more },
  })
  const allowance = async () => {
    await drain()
    return (await lan.get('/services/due?itemCode=ALW-U3&withinDays=60')).body.children.length
  }

  test('decides a condition on the area, from the day to the day, and changes the list at once', async () => {
    const thu = app.as(people.thuProvinceOfficer)
    const child = await addChild(database, {
      ...{ bornOn: '2025-02-01', poverty: 'poor', villageId: places.dakMeVillage },
    })
    expect(await allowance()).toBe(0)
    const difficult = feature({})
    expect((await thu.post('/facilities/features', difficult)).status).toBe(200)
    expect(await allowance()).toBe(1)
    const { body } = await lan.get(`/children/${child}/services`)
    expect(body.services.find((one: { itemCode: string }) => one.itemCode === 'ALW-U3').why.vi).toBe(
      'mỗi tháng một lần, đến 3 tuổi; hộ nghèo; địa bàn đặc biệt khó khăn',
    )
    await thu.put(`/facilities/features/${difficult.id}/end`, { validTo: '2026-10-31' })
    expect(await allowance()).toBe(0)
    await thu.del(`/facilities/features/${difficult.id}`)
    expect(await allowance()).toBe(0)
  })

  test('of one village does not hold in the next; one to come is looked at again on its day', async () => {
    const thu = app.as(people.thuProvinceOfficer)
    const near = { bornOn: '2025-02-01', poverty: 'poor' as const, villageId: places.konTrangVillage }
    const child = await addChild(database, near)
    await thu.post('/facilities/features', feature({ areaId: places.dakMeVillage }))
    expect(await allowance()).toBe(0)
    await thu.post(
      '/facilities/features',
      feature({ areaId: places.konTrangVillage, validFrom: '2026-11-25' }),
    )
    expect(await allowance()).toBe(0)
    const { rows } = await database.owner.query(
      'select recheck_on::text as day from services_open where child_id = $1',
      [child],
    )
    expect(rows[0]?.day <= '2026-11-25').toBe(true)
  })
})
