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
    expect(await countAudit(database, 'facilities.added')).toBe(1)
    expect(await countAudit(database, 'facilities.edited')).toBe(1)
  })

  test('sent twice it is stored once; the same id for something else is refused', async () => {
    const input = station()
    const first = await lan.post('/facilities', input)
    const second = await lan.post('/facilities', input)
    expect([second.status, second.body.id]).toEqual([200, first.body.id])
    expect(await countAudit(database, 'facilities.added')).toBe(1)
    expect((await lan.post('/facilities', { ...input, kind: 'hospital' })).body.code).toBe(
      'facilities.id-used',
    )
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
    await lan.post(
      '/facilities',
      station({ areaId: places.konTrangVillage, kind: 'play-point', name: 'Sân chơi' }),
    )
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
    expect(await countAudit(database, 'facilities.imported')).toBe(1)
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
    const overlapping = await lan.post(
      '/facilities/features',
      feature({ validFrom: '2025-01-01', validTo: null }),
    )
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
    expect(await countAudit(database, 'facilities.feature-added')).toBe(1)
    const ended = await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2025-06-30' })
    expect(ended.body[0].validTo).toBe('2025-06-30')
    await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2025-06-30' })
    expect(await countAudit(database, 'facilities.feature-ended')).toBe(1)
    expect((await lan.put(`/facilities/features/${input.id}/end`, { validTo: '2020-06-30' })).status).toBe(
      422,
    )
    expect((await lan.del(`/facilities/features/${input.id}`)).body).toEqual([])
    expect((await lan.del(`/facilities/features/${input.id}`)).status).toBe(200)
    expect(await countAudit(database, 'facilities.feature-removed')).toBe(1)
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
