import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { station } from '#test/station.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const pond = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakMeVillage,
  kind: 'drowning-spot',
  name: 'Hồ tưới đầu thôn',
  near: 'homes',
  foundOn: '2026-03-01',
  responsible: 'Trưởng thôn',
  nextInspectionOn: '2026-06-01',
  note: null,
  ...more,
})
const inspection = (more: object = {}) => ({
  id: newId(),
  inspectedOn: '2026-06-14',
  repair: 'warned',
  nextInspectionOn: '2026-09-14',
  note: 'Đã cắm biển',
  ...more,
})

describe('dangerous places', () => {
  test('the one whose inspection is latest comes first, with the days it is late', async () => {
    await lan.post('/facilities/dangers', pond({ nextInspectionOn: '2026-07-01' }))
    await lan.post(
      '/facilities/dangers',
      pond({ kind: 'traffic-black-spot', name: 'Ngã ba trường học', near: 'school' }),
    )
    const { body } = await lan.get('/facilities/dangers')
    expect(body).toMatchObject([
      { name: 'Ngã ba trường học', overdueDays: 14 },
      { name: 'Hồ tưới đầu thôn', overdueDays: 0 },
    ])
  })

  test('an inspection moves the next one and the state of repair; a repaired place leaves the list', async () => {
    const danger = pond()
    await lan.post('/facilities/dangers', danger)
    const seen = await lan.post(`/facilities/dangers/${danger.id}/inspections`, inspection())
    expect(seen.body).toMatchObject({ repair: 'warned', nextInspectionOn: '2026-09-14', overdueDays: 0 })
    const gone = inspection({ inspectedOn: '2026-06-15', repair: 'done', nextInspectionOn: null })
    const { body } = await lan.post(`/facilities/dangers/${danger.id}/inspections`, gone)
    expect(body).toMatchObject({ repairedOn: '2026-06-15', nextInspectionOn: null })
    expect((await lan.get('/facilities/dangers')).body).toEqual([])
    const all = await lan.get('/facilities/dangers?withRepaired=true')
    expect(all.body[0].inspections).toMatchObject([
      { repair: 'done' },
      { repair: 'warned', recordedByName: 'Phạm Thị Lan' },
    ])
  })

  test('an older inspection that comes later does not change the state', async () => {
    const danger = pond()
    await lan.post('/facilities/dangers', danger)
    await lan.post(`/facilities/dangers/${danger.id}/inspections`, inspection())
    const older = inspection({ inspectedOn: '2026-04-01', repair: 'none', nextInspectionOn: '2026-05-01' })
    const { body } = await lan.post(`/facilities/dangers/${danger.id}/inspections`, older)
    expect(body).toMatchObject({ repair: 'warned', nextInspectionOn: '2026-09-14' })
  })

  test('sent twice they are stored once; two on one day are refused', async () => {
    const danger = pond()
    await lan.post('/facilities/dangers', danger)
    expect((await lan.post('/facilities/dangers', danger)).status).toBe(200)
    expect((await lan.post('/facilities/dangers', { ...danger, kind: 'other' })).body.code).toBe(
      'facilities.id-used',
    )
    const seen = inspection()
    await lan.post(`/facilities/dangers/${danger.id}/inspections`, seen)
    expect((await lan.post(`/facilities/dangers/${danger.id}/inspections`, seen)).status).toBe(200)
    expect(await countAudit(database, 'facilities.inspected')).toBe(1)
    const second = await lan.post(`/facilities/dangers/${danger.id}/inspections`, inspection())
    expect(second.body.code).toBe('facilities.inspected-that-day')
  })

  test.each([
    ['found tomorrow', { foundOn: '2026-06-16' }, 'facilities.found-in-future'],
    ['of an unknown kind', { kind: 'volcano' }, 'http.invalid'],
    ['that nobody will inspect', { nextInspectionOn: null }, 'http.invalid'],
  ])('one %s is refused', async (_, more, code) => {
    expect((await lan.post('/facilities/dangers', pond(more))).body.code).toBe(code)
  })

  test('an inspection of tomorrow, or without the next one, is refused', async () => {
    const danger = pond()
    await lan.post('/facilities/dangers', danger)
    const url = `/facilities/dangers/${danger.id}/inspections`
    expect((await lan.post(url, inspection({ inspectedOn: '2026-06-16' }))).body.code).toBe(
      'facilities.inspection-in-future',
    )
    expect((await lan.post(url, inspection({ nextInspectionOn: null }))).body.code).toBe(
      'facilities.next-inspection-needed',
    )
  })

  test('those of another place cannot be found; a viewer may look only', async () => {
    const danger = pond()
    await lan.post('/facilities/dangers', danger)
    expect((await phuc.post(`/facilities/dangers/${danger.id}/inspections`, inspection())).status).toBe(404)
    expect((await phuc.post('/facilities/dangers', pond())).status).toBe(404)
    expect((await minh.post('/facilities/dangers', pond())).status).toBe(403)
    expect((await minh.get('/facilities/dangers')).body).toHaveLength(1)
    expect((await yHoa.get('/facilities/dangers')).body).toHaveLength(1)
  })
})

const duty = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  kind: 'duty',
  label: 'Trực bảo vệ trẻ em UBND xã',
  phone: '0260 3822 111',
  ...{ hours: 'Cả ngày', note: null },
  ...more,
})

describe('the directory', () => {
  test('shows the numbers of the place and of the places above it', async () => {
    await thu.post('/facilities/contacts', duty({ areaId: places.quangNgai, label: 'Sở Y tế' }))
    await lan.post('/facilities/contacts', duty())
    for (const client of [lan, yHoa]) {
      const { body } = await client.get('/facilities/directory')
      expect(body.contacts).toMatchObject([
        { areaKind: 'commune', phone: '02603822111' },
        { label: 'Sở Y tế' },
      ])
    }
    expect((await thu.get(`/facilities/directory?areaId=${places.dakTo}`)).body.contacts).toHaveLength(1)
  })

  test('a number sent twice is there once, and taken off twice is off', async () => {
    const number = duty()
    await lan.post('/facilities/contacts', number)
    const { body } = await lan.post('/facilities/contacts', number)
    expect(body.contacts).toHaveLength(1)
    expect((await lan.post('/facilities/contacts', { ...number, phone: '999' })).body.code).toBe(
      'facilities.id-used',
    )
    expect((await lan.del(`/facilities/contacts/${number.id}`)).body.contacts).toEqual([])
    expect((await lan.del(`/facilities/contacts/${number.id}`)).status).toBe(200)
    expect(await countAudit(database, 'facilities.contact-removed')).toBe(1)
  })

  test('nobody changes the numbers of others', async () => {
    const above = duty({ areaId: places.quangNgai })
    await thu.post('/facilities/contacts', above)
    expect((await lan.del(`/facilities/contacts/${above.id}`)).status).toBe(404)
    expect((await lan.post('/facilities/contacts', duty({ areaId: places.dakTo }))).status).toBe(404)
    expect((await yHoa.post('/facilities/contacts', duty())).status).toBe(403)
    expect((await lan.post('/facilities/contacts', duty({ phone: 'một một một' }))).status).toBe(422)
  })
})

describe('what a unit has and lacks', () => {
  test('is counted from what is there today', async () => {
    await lan.post('/facilities', station())
    await lan.post(
      '/facilities',
      station({ kind: 'play-point', name: 'Sân chơi', areaId: places.dakMeVillage, forUnderThree: true }),
    )
    await lan.post('/facilities', station({ kind: 'preschool', name: 'Mầm non cũ', validTo: '2026-01-01' }))
    await lan.post('/facilities/dangers', pond())
    await lan.post('/facilities/contacts', duty())
    const { body } = await lan.get(`/units/${places.dakHa}/summary`)
    expect(body).toMatchObject({
      byKind: [
        { kind: 'health-station', count: 1 },
        { kind: 'play-point', count: 1 },
      ],
      lacking: ['preschool', 'primary-school', 'culture-sport'],
      playPointsUnderThree: 1,
      dangersOpen: 1,
      dangersOverdue: 1,
      hasDutyPhone: true,
    })
    expect((await phuc.get(`/units/${places.dakHa}/summary`)).status).toBe(404)
  })
})
