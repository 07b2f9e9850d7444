import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { countAudit } from '#test/count-audit.ts'
import { testDatabase, truncateAll } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import type { Organisation } from '../shared/contract.ts'
import { loadUsualAgencies } from './usual-set.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const phuc = app.as(people.phucOfficerDakTo)
const thu = app.as(people.thuProvinceOfficer)
const yHoa = app.as(people.yHoaCollaborator)
const minh = app.as(people.minhViewer)

beforeEach(() => truncateAll(database))

const body = (more: object = {}) => ({
  id: newId(),
  areaId: places.dakHa,
  name: 'Phòng Văn hóa - Xã hội',
  shortName: 'Phòng VH-XH',
  ...{ kind: 'division', sector: 'health', parentId: null },
  ...{ validFrom: '2025-07-01', fromCertain: true, validTo: null, toCertain: true },
  ...{ phone: '0260 3822 333', source: 'Thông tư 20/2025/TT-BYT' },
  ...more,
})

async function bodiesOf(client: typeof lan, search: string): Promise<Organisation[]> {
  return (await client.get(`/organisations?${search}`)).body
}

describe('bodies', () => {
  test('one is added below another, changed and ended, and found on the days on which it was there', async () => {
    const committee = body({ name: 'UBND xã Đăk Hà', kind: 'committee', sector: 'government' })
    await lan.post('/organisations', committee)
    const added = await lan.post('/organisations', body({ parentId: committee.id }))
    expect(added.body).toMatchObject({ parentName: 'UBND xã Đăk Hà', phone: '02603822333' })

    const { id } = added.body
    const ended = { ...body({ parentId: committee.id, validTo: '2026-05-31' }), version: 1 }
    expect((await lan.put(`/organisations/${id}`, ended)).body).toMatchObject({
      validTo: '2026-05-31',
      version: 2,
    })
    expect(await bodiesOf(lan, '')).toHaveLength(1)
    expect(await bodiesOf(lan, 'day=2026-05-31')).toHaveLength(2)
    expect(await bodiesOf(lan, 'day=2025-06-30')).toHaveLength(0)
    expect(await bodiesOf(lan, 'withEnded=true')).toHaveLength(2)
    expect(await countAudit(database, 'organisations.edited')).toBe(1)
  })

  test('sent twice one is stored once; the same id for something else is refused', async () => {
    const input = body()
    await lan.post('/organisations', input)
    expect((await lan.post('/organisations', input)).status).toBe(200)
    expect(await countAudit(database, 'organisations.added')).toBe(1)
    expect((await lan.post('/organisations', { ...input, kind: 'desk' })).body.code).toBe(
      'organisations.id-used',
    )
  })

  test('two people changing one at once: the second is told', async () => {
    const { id } = (await lan.post('/organisations', body())).body
    const change = (shortName: string) => ({ ...body({ shortName }), version: 1 })
    expect((await lan.put(`/organisations/${id}`, change('VHXH'))).status).toBe(200)
    expect((await lan.put(`/organisations/${id}`, change('P.VHXH'))).body.code).toBe(
      'organisations.changed-meanwhile',
    )
  })

  test('a body cannot come to stand below one that stands below it', async () => {
    const upper = body()
    await lan.post('/organisations', upper)
    const lower = body({ name: 'Bộ phận trẻ em', kind: 'desk', parentId: upper.id })
    await lan.post('/organisations', lower)
    const reply = await lan.put(`/organisations/${upper.id}`, { ...upper, parentId: lower.id, version: 1 })
    expect([reply.status, reply.body.code]).toEqual([422, 'organisations.circle'])
  })

  test.each([
    ['without a name', { name: ' ' }, 'http.invalid'],
    ['of an unknown kind', { kind: 'guild' }, 'http.invalid'],
    ['that ends before it begins', { validTo: '2020-01-01' }, 'organisations.dates-in-order'],
    ['below one that is not there', { parentId: newId() }, 'organisations.parent-not-found'],
  ])('one %s is refused', async (_, more, code) => {
    const reply = await lan.post('/organisations', body(more))
    expect([reply.status, reply.body.code]).toEqual([422, code])
  })

  test('is refused without the right, and elsewhere as if it did not exist', async () => {
    const input = body()
    await lan.post('/organisations', input)
    expect((await minh.post('/organisations', body())).status).toBe(403)
    expect((await yHoa.post('/organisations', body())).status).toBe(403)
    expect((await phuc.post('/organisations', body())).status).toBe(404)
    expect((await phuc.put(`/organisations/${input.id}`, { ...input, version: 1 })).status).toBe(404)
    expect((await phuc.get(`/organisations?areaId=${places.dakHa}`)).status).toBe(404)
    expect((await app.stranger.get('/organisations')).status).toBe(401)
  })

  test('a commune sees the bodies of its province, to stand below them, and cannot change them', async () => {
    const department = body({ areaId: places.quangNgai, name: 'Sở Y tế', kind: 'department' })
    await thu.post('/organisations', department)
    expect((await bodiesOf(lan, 'above=true')).map(({ name }) => name)).toEqual(['Sở Y tế'])
    expect((await lan.put(`/organisations/${department.id}`, { ...department, version: 1 })).status).toBe(404)
    expect((await lan.post('/organisations', body({ parentId: department.id }))).status).toBe(200)
    expect(await bodiesOf(thu, `areaId=${places.quangNgai}&below=true`)).toHaveLength(2)
  })
})

describe('the usual set', () => {
  test('is made once, with who stands below whom and whose work went where', async () => {
    const first = await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    expect(first.body).toMatchObject({ known: 0, version: '2026-11' })
    expect(first.body.made).toBeGreaterThan(8)
    const again = await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    expect(again.body).toMatchObject({ made: 0, known: first.body.made })
    expect(await countAudit(database, 'organisations.usual-set-made')).toBe(1)

    const all = await bodiesOf(lan, 'withEnded=true')
    expect(all).toContainEqual(
      expect.objectContaining({
        name: 'Phòng Văn hóa - Xã hội',
        parentName: 'Ủy ban nhân dân xã Đăk Hà',
        predecessors: [expect.objectContaining({ happenedOn: '2025-07-01', isCertain: true })],
      }),
    )
    const today = await bodiesOf(lan, '')
    expect(today.some(({ validTo }) => validTo === '2025-06-30')).toBe(false)
  })

  test('what people changed stays as they changed it', async () => {
    await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    const station = (await bodiesOf(lan, '')).find(({ kind }) => kind === 'health-unit')
    await lan.put(`/organisations/${station?.id}`, { ...station, phone: '0260111222' })
    await lan.post('/organisations/usual-set', { areaId: places.dakHa })
    expect(await bodiesOf(lan, '')).toContainEqual(expect.objectContaining({ phone: '0260111222' }))
  })

  test('a province has its labour department until February 2025, an uncertain day, and health after it', async () => {
    await database.write(loadUsualAgencies)
    await database.write(loadUsualAgencies)
    const [labour] = (await bodiesOf(thu, `areaId=${places.quangNgai}&day=2024-12-31`)).filter(
      ({ sector, kind }) => sector === 'labour-social' && kind === 'department',
    )
    expect(labour).toMatchObject({
      validTo: '2025-02-28',
      toCertain: false,
      successors: [{ name: 'Sở Y tế', isCertain: false }],
    })
    expect(await bodiesOf(lan, 'above=true')).toContainEqual(expect.objectContaining({ name: 'Bộ Y tế' }))
  })

  test('there is none for a village, and none to be made elsewhere', async () => {
    const village = await lan.post('/organisations/usual-set', { areaId: places.dakMeVillage })
    expect(village.body.code).toBe('organisations.no-usual-set')
    expect((await phuc.post('/organisations/usual-set', { areaId: places.dakHa })).status).toBe(404)
    expect((await minh.post('/organisations/usual-set', { areaId: places.dakHa })).status).toBe(403)
  })
})

describe('successors', () => {
  async function twoBodies() {
    const old = body({ name: 'Phòng LĐTBXH', validFrom: null, validTo: '2025-06-30' })
    const next = body()
    await lan.post('/organisations', old)
    await lan.post('/organisations', next)
    const link = { predecessorId: old.id, successorId: next.id, happenedOn: '2025-07-01' }
    return { old, next, link: { ...link, isCertain: true, duty: 'Trẻ em', source: 'NĐ 147/2025/NĐ-CP' } }
  }

  test('a body can have several, and several can have one', async () => {
    const { old, next, link } = await twoBodies()
    const second = body({ name: 'Văn phòng', id: newId() })
    await lan.post('/organisations', second)
    await lan.post('/organisations/successions', link)
    const reply = await lan.post('/organisations/successions', { ...link, successorId: second.id })
    expect(reply.body.successors).toHaveLength(2)
    await lan.post('/organisations/successions', link)
    expect(await countAudit(database, 'organisations.succession-added')).toBe(2)
    const removed = await lan.del(`/organisations/${old.id}/successors/${next.id}`)
    expect(removed.body.successors).toHaveLength(1)
    expect((await lan.del(`/organisations/${old.id}/successors/${next.id}`)).status).toBe(200)
    expect(await countAudit(database, 'organisations.succession-removed')).toBe(1)
  })

  test.each([
    ['to itself', { successorId: 'same' }, 'organisations.succession-to-itself'],
    ['before the successor is there', { happenedOn: '2025-06-01' }, 'organisations.succession-too-early'],
    ['long after the end', { happenedOn: '2025-09-01' }, 'organisations.succession-too-late'],
  ])('one %s is refused', async (_, more, code) => {
    const { link } = await twoBodies()
    const wrong = { ...link, ...more }
    if (wrong.successorId === 'same') wrong.successorId = link.predecessorId
    expect((await lan.post('/organisations/successions', wrong)).body.code).toBe(code)
  })

  test('nobody hands over the work of a body of another place', async () => {
    const { link } = await twoBodies()
    expect((await phuc.post('/organisations/successions', link)).status).toBe(404)
    expect(
      (await phuc.del(`/organisations/${link.predecessorId}/successors/${link.successorId}`)).status,
    ).toBe(404)
    expect((await minh.post('/organisations/successions', link)).status).toBe(403)
  })
})

describe('the focal agency', () => {
  async function committeeWithDesk() {
    const committee = body({ name: 'UBND xã Đăk Hà', kind: 'committee' })
    const desk = body({ parentId: committee.id })
    await lan.post('/organisations', committee)
    await lan.post('/organisations', desk)
    return { committee, desk }
  }
  const focal = (agencyId: string, more: object = {}) => ({
    ...{ id: newId(), areaId: places.dakHa, agencyId, deskId: null, validFrom: '2025-07-01', basis: null },
    ...more,
  })

  test('a new one ends the earlier the day before; sent twice it is set once', async () => {
    const { committee, desk } = await committeeWithDesk()
    await lan.post('/organisations/focal', focal(committee.id))
    const next = focal(committee.id, { deskId: desk.id, validFrom: '2026-01-01', basis: 'QĐ 05/QĐ-UBND' })
    const { body: list } = await lan.post('/organisations/focal', next)
    expect(list).toMatchObject([
      { deskName: 'Phòng Văn hóa - Xã hội', validTo: null },
      { validFrom: '2025-07-01', validTo: '2025-12-31' },
    ])
    expect((await lan.post('/organisations/focal', next)).body).toHaveLength(2)
    expect(await countAudit(database, 'organisations.focal-set')).toBe(2)
    expect((await lan.get('/organisations/focal')).body).toHaveLength(2)
  })

  test('a desk of another body, a day before the present one, or a body that is not there, is refused', async () => {
    const { committee } = await committeeWithDesk()
    const other = body({ name: 'Trạm y tế', kind: 'health-unit' })
    await lan.post('/organisations', other)
    const elsewhere = await lan.post('/organisations/focal', focal(committee.id, { deskId: other.id }))
    expect(elsewhere.body.code).toBe('organisations.desk-elsewhere')
    await lan.post('/organisations/focal', focal(committee.id))
    const earlier = await lan.post('/organisations/focal', focal(committee.id, { validFrom: '2025-07-01' }))
    expect(earlier.body.code).toBe('organisations.focal-not-later')
    expect((await lan.post('/organisations/focal', focal(newId()))).status).toBe(404)
    expect((await phuc.post('/organisations/focal', focal(committee.id))).status).toBe(404)
    expect((await minh.post('/organisations/focal', focal(committee.id))).status).toBe(403)
  })
})
