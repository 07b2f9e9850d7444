import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
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

const post = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakMeVillage,
  audience: 'collaborator',
  title: 'Cộng tác viên bảo vệ trẻ em',
  ...{ organisationId: null, workplace: null, validFrom: '2026-01-01', validTo: null },
  ...{ allowance: 450_000, basis: 'QĐ 21/QĐ-UBND' },
  ...more,
})
const person = (more: object = {}, firstPost: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  fullName: 'Y Hlim',
  phone: '0987 600 321',
  ...{ email: null, qualification: 'Trung cấp', username: null, post: post(firstPost) },
  ...more,
})

describe('people who work with children', () => {
  test('one person holds several posts, found under each of their audiences', async () => {
    const input = person()
    const added = await lan.post('/organisations/staff', input)
    expect(added.body).toMatchObject({
      fullName: 'Y Hlim',
      phone: '0987600321',
      posts: [{ allowance: 450_000 }],
    })
    const second = post({ areaId: places.dakHa, audience: 'health', title: 'Y tế thôn', allowance: null })
    const { body } = await lan.post(`/organisations/staff/${input.id}/posts`, second)
    expect(body.posts).toHaveLength(2)
    for (const audience of ['collaborator', 'health'])
      expect((await lan.get(`/organisations/staff?audience=${audience}`)).body).toHaveLength(1)
    expect((await lan.get('/organisations/staff?audience=teacher')).body).toEqual([])
  })

  test('a post ends on a day; who has none left is shown only when asked for', async () => {
    const input = person()
    await lan.post('/organisations/staff', input)
    const url = `/organisations/staff/${input.id}/posts/${input.post.id}/end`
    expect((await lan.put(url, { validTo: '2025-12-31' })).body.code).toBe('organisations.dates-in-order')
    expect((await lan.put(url, { validTo: '2026-05-31' })).body.posts[0].validTo).toBe('2026-05-31')
    expect((await lan.put(url, { validTo: '2026-05-31' })).status).toBe(200)
    expect(await countAudit(database, 'organisations.post-ended')).toBe(1)
    expect((await lan.get('/organisations/staff')).body).toEqual([])
    expect((await lan.get('/organisations/staff?withEnded=true')).body).toHaveLength(1)
  })

  test('sent twice a person and a post are stored once', async () => {
    const input = person()
    await lan.post('/organisations/staff', input)
    expect((await lan.post('/organisations/staff', input)).status).toBe(200)
    const second = post({ areaId: places.konTrangVillage })
    await lan.post(`/organisations/staff/${input.id}/posts`, second)
    expect((await lan.post(`/organisations/staff/${input.id}/posts`, second)).body.posts).toHaveLength(2)
    expect(await countAudit(database, 'organisations.staff-added')).toBe(1)
    expect(await countAudit(database, 'organisations.post-added')).toBe(1)
    const other = { ...input, fullName: 'Y Blơi' }
    expect((await lan.post('/organisations/staff', other)).body.code).toBe('organisations.id-used')
  })

  test('the same post in the same place at the same time is refused; afterwards it may come again', async () => {
    const input = person({}, { validTo: '2026-03-31' })
    await lan.post('/organisations/staff', input)
    const again = await lan.post(`/organisations/staff/${input.id}/posts`, post({ validFrom: '2026-03-01' }))
    expect([again.status, again.body.code]).toEqual([409, 'organisations.post-overlaps'])
    const later = await lan.post(`/organisations/staff/${input.id}/posts`, post({ validFrom: '2026-04-01' }))
    expect(later.status).toBe(200)
    const url = `/organisations/staff/${input.id}/posts/${input.post.id}/end`
    expect((await lan.put(url, { validTo: '2026-05-01' })).body.code).toBe('organisations.post-overlaps')
  })

  test.each([
    [
      'a collaborator of a whole commune',
      {},
      { areaId: places.dakHa },
      'organisations.collaborator-in-village',
    ],
    ['a post outside the unit', {}, { areaId: places.dakTo }, 'organisations.area-not-found'],
    [
      'a post outside the village',
      { areaId: places.dakMeVillage },
      { areaId: places.konTrangVillage },
      'organisations.post-elsewhere',
    ],
    ['an unknown body', {}, { organisationId: newId() }, 'organisations.not-found'],
    ['an end before the beginning', {}, { validTo: '2020-01-01' }, 'organisations.dates-in-order'],
    ['an account that is not there', { username: 'khong.co' }, {}, 'organisations.account-not-found'],
    ['a phone in words', { phone: 'không chín' }, {}, 'http.invalid'],
    ['an allowance below nothing', {}, { allowance: -1 }, 'http.invalid'],
  ] as const)('%s is refused', async (...[, more, firstPost, code]) => {
    expect((await lan.post('/organisations/staff', person(more, firstPost))).body.code).toBe(code)
  })

  test('an account belongs to one person of the register', async () => {
    const first = await lan.post('/organisations/staff', person({ username: 'yhoa.dakme' }))
    expect(first.body.username).toBe('yhoa.dakme')
    const second = await lan.post(
      '/organisations/staff',
      person({ username: 'yhoa.dakme', fullName: 'Y Khác' }),
    )
    expect(second.body.code).toBe('organisations.account-taken')
    const outside = await lan.post(
      '/organisations/staff',
      person({ username: 'phuc.dakto', fullName: 'Lê Phúc' }),
    )
    expect(outside.body.code).toBe('organisations.account-not-found')
  })

  test('details change by version', async () => {
    const { post: _post, ...details } = person()
    await lan.post('/organisations/staff', { ...details, post: _post })
    const url = `/organisations/staff/${details.id}`
    expect((await lan.put(url, { ...details, phone: '0911222333', version: 1 })).body).toMatchObject({
      phone: '0911222333',
      version: 2,
    })
    expect((await lan.put(url, { ...details, phone: '0911222444', version: 1 })).body.code).toBe(
      'organisations.changed-meanwhile',
    )
    const moved = await lan.put(url, { ...details, areaId: places.konTrangVillage, version: 2 })
    expect(moved.body.code).toBe('organisations.post-elsewhere')
  })

  test('nobody of another place sees or changes them, and a viewer changes nothing', async () => {
    const input = person()
    await lan.post('/organisations/staff', input)
    expect((await phuc.get('/organisations/staff')).body).toEqual([])
    expect((await phuc.get(`/organisations/staff?areaId=${places.dakHa}`)).status).toBe(404)
    expect((await phuc.post(`/organisations/staff/${input.id}/posts`, post())).status).toBe(404)
    expect((await phuc.put(`/organisations/staff/${input.id}`, { ...input, version: 1 })).status).toBe(404)
    expect((await yHoa.get('/organisations/staff')).body).toEqual([])
    expect((await minh.post('/organisations/staff', person())).status).toBe(403)
    expect((await minh.get('/organisations/staff/export')).status).toBe(403)
    expect((await lan.get('/organisations/staff/export')).status).toBe(200)
  })
})

describe('collaborators of the villages', () => {
  test('villages without one come first', async () => {
    await lan.post('/organisations/staff', person())
    const { body } = await lan.get('/organisations/collaborators')
    expect(body).toMatchObject({ villageCount: 2, without: 1 })
    expect(body.villages).toMatchObject([
      { areaName: 'Thôn Kon Trang', collaborators: [] },
      { areaName: 'Thôn Đăk Mế', collaborators: [{ fullName: 'Y Hlim', allowance: 450_000 }] },
    ])
    expect((await thu.get(`/organisations/collaborators?areaId=${places.dakTo}`)).body.without).toBe(1)
    expect((await phuc.get(`/organisations/collaborators?areaId=${places.dakHa}`)).status).toBe(404)
  })

  test('one whose time is over leaves the village without', async () => {
    await lan.post('/organisations/staff', person({}, { validTo: '2026-05-31' }))
    expect((await lan.get('/organisations/collaborators')).body.without).toBe(2)
  })

  test('the unit knows how many it has and lacks', async () => {
    await lan.post('/organisations/staff', person())
    await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    const { body } = await lan.get(`/units/${places.dakHa}/staffing`)
    expect(body).toMatchObject({
      focal: null,
      boards: 0,
      villages: 2,
      villagesWithoutCollaborator: 1,
      protectionWorkers: 0,
      byAudience: [{ audience: 'collaborator', people: 1 }],
    })
    expect(body.organisations).toBeGreaterThan(8)
    expect((await phuc.get(`/units/${places.dakHa}/staffing`)).status).toBe(404)
  })
})
