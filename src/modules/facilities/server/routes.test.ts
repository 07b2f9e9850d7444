import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const station = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  kind: 'health-station',
  name: 'Trạm y tế xã Đăk Hà',
  operator: 'public',
  ...{ validFrom: '2025-07-01', validTo: null, capacity: 12, forUnderThree: false, landM2: 850 },
  ...{ address: 'Thôn 1', contactName: 'Trạm trưởng', phone: '0260 3822 115', note: null },
  ...more,
})

async function countAudit(action: string): Promise<number> {
  const { rows } = await database.owner.query<{ count: number }>(
    'select count(*)::int as count from accounts_audit where action = $1',
    [action],
  )
  return rows[0]?.count ?? 0
}

describe('facilities', () => {
  test('one is added, listed, changed and closed, each step in the audit', async () => {
    const added = await lan.post('/facilities', station())
    expect(added.body).toMatchObject({ name: 'Trạm y tế xã Đăk Hà', phone: '02603822115', version: 1 })
    expect((await lan.get('/facilities')).body).toHaveLength(1)

    const { id, areaName: _, ...details } = added.body
    const closed = await lan.put(`/facilities/${id}`, { ...details, validTo: '2026-05-31', capacity: 10 })
    expect(closed.body).toMatchObject({ validTo: '2026-05-31', capacity: 10, version: 2 })
    expect((await lan.get('/facilities')).body).toEqual([])
    expect((await lan.get('/facilities?withClosed=true')).body).toHaveLength(1)
    expect(await countAudit('facilities.added')).toBe(1)
    expect(await countAudit('facilities.edited')).toBe(1)
  })

  test('sent twice it is stored once; the same id for something else is refused', async () => {
    const input = station()
    const first = await lan.post('/facilities', input)
    const second = await lan.post('/facilities', input)
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
    expect(await countAudit('facilities.added')).toBe(1)
    expect((await lan.post('/facilities', { ...input, kind: 'hospital' })).body.code).toBe('facilities.id-used')
  })

  test('a second open one of the same kind and name is refused', async () => {
    await lan.post('/facilities', station())
    const again = await lan.post('/facilities', station({ name: 'tram y te XA DAK HA' }))
    expect([again.status, again.body.code]).toEqual([409, 'facilities.named-twice'])
  })

  test('two people changing it at once: the second is told', async () => {
    const { body } = await lan.post('/facilities', station())
    const { id, areaName: _, ...details } = body
    expect((await lan.put(`/facilities/${id}`, { ...details, capacity: 20 })).status).toBe(200)
    expect((await lan.put(`/facilities/${id}`, { ...details, capacity: 20 })).status).toBe(200)
    const late = await lan.put(`/facilities/${id}`, { ...details, capacity: 30 })
    expect(late.body.code).toBe('facilities.changed-meanwhile')
  })

  test.each([
    ['no name', { name: '  ' }, 'http.invalid'],
    ['an unknown kind', { kind: 'casino' }, 'http.invalid'],
    ['a phone without digits', { phone: 'gọi sau' }, 'http.invalid'],
    ['a capacity below nothing', { capacity: -1 }, 'http.invalid'],
    ['a day that does not exist', { validFrom: '2026-02-30' }, 'http.invalid'],
    ['an end before its beginning', { validTo: '2020-01-01' }, 'facilities.dates-in-order'],
  ])('%s is refused', async (_, more, code) => {
    const reply = await lan.post('/facilities', station(more))
    expect([reply.status, reply.body.code]).toEqual([422, code])
  })

  test('is refused without the right, and elsewhere as if it did not exist', async () => {
    const { body } = await lan.post('/facilities', station())
    expect((await minh.post('/facilities', station())).status).toBe(403)
    expect((await app.stranger.get('/facilities')).status).toBe(401)
    expect((await phuc.post('/facilities', station())).body.code).toBe('facilities.area-not-found')
    const { id, areaName: _, ...details } = body
    expect((await phuc.put(`/facilities/${id}`, details)).status).toBe(404)
    expect((await phuc.get(`/facilities?areaId=${places.dakHa}`)).status).toBe(404)
    expect((await phuc.get('/facilities')).body).toEqual([])
  })

  test('a collaborator of a village sees what stands in the commune itself, not in another village', async () => {
    await lan.post('/facilities', station())
    await lan.post('/facilities', station({ areaId: places.konTrangVillage, kind: 'play-point', name: 'Sân chơi' }))
    const names = (await yHoa.get('/facilities')).body.map(({ name }: { name: string }) => name)
    expect(names).toEqual(['Trạm y tế xã Đăk Hà'])
  })

  test('the list comes out as a workbook that can be brought in again', async () => {
    await lan.post('/facilities', station())
    const { status, bytes, headers } = await lan.get('/facilities/export?kind=health-station')
    expect([status, String(headers['content-type'])]).toEqual([200, expect.stringContaining('spreadsheetml')])
    const again = await lan.upload(
      '/facilities/imports',
      { name: 'co-so.xlsx', bytes },
      { id: newId(), areaId: places.dakHa },
    )
    expect(again.body).toMatchObject({ taken: 0, refused: [{ reasons: [{ code: 'known' }] }] })
  })
})

describe('a list of facilities', () => {
  const csv = [
    'DANH SÁCH CƠ SỞ,,,',
    'Tên cơ sở,Loại,Thôn,Sức chứa',
    'Trường mầm non Hoa Pơ Lang,Trường mầm non,,240',
    'Sân chơi Đăk Mế,Điểm vui chơi,dak me,',
    'Sân chơi Đăk Mế,Điểm vui chơi,Thôn Đăk Mế,',
    'Chợ,Siêu thị,,',
    'Sân chơi Xa Lạ,Điểm vui chơi,Thôn Không Có,',
  ].join('\n')
  const file = { name: 'co-so.csv', bytes: Buffer.from(csv, 'utf8') }

  test('is taken over row by row; refused rows come back with their reasons', async () => {
    const id = newId()
    const reply = await lan.upload('/facilities/imports', file, { id, areaId: places.dakHa })
    expect(reply.status).toBe(200)
    expect(reply.body.taken).toBe(2)
    expect(
      reply.body.refused.map(({ rowNumber, reasons }: { rowNumber: number; reasons: { code: string }[] }) => [
        rowNumber,
        reasons[0]?.code,
      ]),
    ).toEqual([
      [5, 'known'],
      [6, 'kind-unknown'],
      [7, 'place-unknown'],
    ])
    const { body: listed } = await lan.get('/facilities')
    expect(listed).toContainEqual(expect.objectContaining({ kind: 'play-point', areaName: 'Thôn Đăk Mế' }))
    const refused = await lan.get(`/facilities/imports/${id}/refused`)
    expect(refused.status).toBe(200)
  })

  test('uploaded twice is taken once', async () => {
    const id = newId()
    await lan.upload('/facilities/imports', file, { id, areaId: places.dakHa })
    const again = await lan.upload('/facilities/imports', file, { id, areaId: places.dakHa })
    expect([again.status, again.body.taken]).toEqual([200, 2])
    expect((await lan.get('/facilities')).body).toHaveLength(2)
    expect(await countAudit('facilities.imported')).toBe(1)
  })

  test.each([
    ['without headings', 'x,y\n1,2\n', 'facilities.import-wrong-columns'],
    ['without rows', 'Tên cơ sở,Loại\n', 'facilities.import-no-rows'],
    ['of another kind', '%PDF-1.7', 'files.wrong-kind'],
  ])('a file %s is refused', async (_, text, code) => {
    const name = code === 'files.wrong-kind' ? 'tep.pdf' : 'tep.csv'
    const bad = { name, bytes: Buffer.from(text, 'utf8') }
    const reply = await lan.upload('/facilities/imports', bad, { id: newId(), areaId: places.dakHa })
    expect(reply.body.code).toBe(code)
  })

  test('is refused without the right and in another place', async () => {
    const fields = { id: newId(), areaId: places.dakHa }
    expect((await yHoa.upload('/facilities/imports', file, fields)).status).toBe(403)
    expect((await phuc.upload('/facilities/imports', file, fields)).status).toBe(404)
    await lan.upload('/facilities/imports', file, fields)
    expect((await phuc.get(`/facilities/imports/${fields.id}/refused`)).status).toBe(404)
  })

  test('an empty list to fill in can be fetched', async () => {
    expect((await lan.get('/facilities/list-template')).status).toBe(200)
  })
})

const feature = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  kind: 'special-difficulty',
  validFrom: '2021-07-01',
  validTo: '2025-12-31',
  ...{ project: null, donor: null, basis: 'Quyết định phê duyệt danh sách xã', note: null },
  ...more,
})

describe('features of a place', () => {
  test('are kept with their days, and a place has those of the place above it', async () => {
    await thu.post('/facilities/features', feature({ areaId: places.quangNgai, kind: 'minority-mountain' }))
    const { body } = await lan.post('/facilities/features', feature())
    expect(body).toMatchObject([
      { kind: 'special-difficulty', own: true },
      { kind: 'minority-mountain', own: false, areaName: 'Tỉnh Quảng Ngãi' },
    ])
    expect((await lan.get(`/units/${places.dakHa}/features`)).body).toHaveLength(2)
  })

  test('the same one twice at a time is refused; after its end it may come again', async () => {
    await lan.post('/facilities/features', feature())
    const overlapping = await lan.post('/facilities/features', feature({ validFrom: '2025-01-01', validTo: null }))
    expect([overlapping.status, overlapping.body.code]).toEqual([409, 'facilities.feature-overlaps'])
    expect(overlapping.body.title).toContain('01/07/2021')
    const later = await lan.post('/facilities/features', feature({ validFrom: '2026-01-01', validTo: null }))
    expect(later.status).toBe(200)
  })

  test('two people adding it at once: one is told', async () => {
    const replies = await Promise.all([
      lan.post('/facilities/features', feature()),
      lan.post('/facilities/features', feature()),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('urban excludes rural on the same day', async () => {
    const day = { validFrom: '2025-07-01', validTo: null }
    await lan.post('/facilities/features', feature({ kind: 'rural', ...day }))
    const urban = await lan.post('/facilities/features', feature({ kind: 'urban', ...day }))
    expect(urban.body.code).toBe('facilities.feature-overlaps')
  })

  test.each([
    ['a pilot without its project', { kind: 'pilot' }, 'facilities.project-needed'],
    ['a donor where there is no project', { donor: 'UNICEF' }, 'facilities.project-needless'],
    ['an end before the beginning', { validTo: '2020-01-01' }, 'facilities.dates-in-order'],
  ])('%s is refused', async (_, more, code) => {
    expect((await lan.post('/facilities/features', feature(more))).body.code).toBe(code)
  })

  test('one ends on a day, or is taken away when it was a mistake; sent twice, done once', async () => {
    const input = feature({ validTo: null })
    await lan.post('/facilities/features', input)
    await lan.post('/facilities/features', input)
    expect(await countAudit('facilities.feature-added')).toBe(1)
    const ended = await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2025-06-30' })
    expect(ended.body[0].validTo).toBe('2025-06-30')
    await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2025-06-30' })
    expect(await countAudit('facilities.feature-ended')).toBe(1)
    expect((await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2020-06-30' })).status).toBe(422)
    expect((await lan.del(`/facilities/features/${input.id}`)).body).toEqual([])
    expect((await lan.del(`/facilities/features/${input.id}`)).status).toBe(200)
    expect(await countAudit('facilities.feature-removed')).toBe(1)
  })

  test('a commune cannot change those of its province, nor another commune its own', async () => {
    const above = feature({ areaId: places.quangNgai })
    await thu.post('/facilities/features', above)
    expect((await lan.del(`/facilities/features/${above.id}`)).status).toBe(404)
    const own = feature()
    await lan.post('/facilities/features', own)
    expect((await phuc.del(`/facilities/features/${own.id}`)).status).toBe(404)
    expect((await phuc.get(`/units/${places.dakHa}/features`)).status).toBe(404)
    expect((await minh.post('/facilities/features', feature())).status).toBe(403)
  })

  test('a project shows where it runs and how many communes have not taken it over', async () => {
    const project = { project: 'Phát triển toàn diện trẻ thơ (IECD)', validTo: null }
    const pilot = { kind: 'pilot', donor: 'UNICEF', validFrom: '2022-01-01', ...project }
    await lan.post('/facilities/features', feature(pilot))
    await phuc.post(
      '/facilities/features',
      feature({ areaId: places.dakTo, kind: 'scale-up', validFrom: '2026-01-01', ...project }),
    )
    const { body } = await thu.get(`/facilities/projects?areaId=${places.quangNgai}`)
    expect(body).toMatchObject([{ donor: 'UNICEF', running: 2, communes: 96, places: [{}, {}] }])
    expect((await lan.get('/facilities/projects')).body).toMatchObject([{ running: 1, communes: 1 }])
  })
})

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
    await lan.post('/facilities/dangers', pond({ kind: 'traffic-black-spot', name: 'Ngã ba trường học', near: 'school' }))
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
    expect(all.body[0].inspections).toMatchObject([{ repair: 'done' }, { repair: 'warned', recordedByName: 'Phạm Thị Lan' }])
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
    expect((await lan.post('/facilities/dangers', { ...danger, kind: 'other' })).body.code).toBe('facilities.id-used')
    const seen = inspection()
    await lan.post(`/facilities/dangers/${danger.id}/inspections`, seen)
    expect((await lan.post(`/facilities/dangers/${danger.id}/inspections`, seen)).status).toBe(200)
    expect(await countAudit('facilities.inspected')).toBe(1)
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
      expect(body.contacts).toMatchObject([{ areaKind: 'commune', phone: '02603822111' }, { label: 'Sở Y tế' }])
    }
    expect((await thu.get(`/facilities/directory?areaId=${places.dakTo}`)).body.contacts).toHaveLength(1)
  })

  test('a number sent twice is there once, and taken off twice is off', async () => {
    const number = duty()
    await lan.post('/facilities/contacts', number)
    const { body } = await lan.post('/facilities/contacts', number)
    expect(body.contacts).toHaveLength(1)
    expect((await lan.post('/facilities/contacts', { ...number, phone: '999' })).body.code).toBe('facilities.id-used')
    expect((await lan.del(`/facilities/contacts/${number.id}`)).body.contacts).toEqual([])
    expect((await lan.del(`/facilities/contacts/${number.id}`)).status).toBe(200)
    expect(await countAudit('facilities.contact-removed')).toBe(1)
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
