import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { type Reply, testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { textWithin } from '#test/office-text.ts'
import { people, type Person, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const lan = app.as(people.lanOfficerDakHa)
const thu = app.as(people.thuProvinceOfficer)
const hung = app.as(people.adminHung)

/** Lan under a second grant: administrator of her commune, who may read the audit. */
const lanAdministrator: Person = { ...people.lanOfficerDakHa, grantId: newId(), role: 'administrator' }
const childId = newId()
const otherId = newId()

const details = {
  ...{ communeId: places.dakHa, villageId: null, bornOn: '2022-03-04', sex: 'female', ethnicCode: '14' },
  ...{ householdCode: null, address: null, poverty: null, disabled: false, specialCircumstance: false },
  ...{ education: null, personalId: null, carers: [] },
}

beforeAll(async () => {
  await database.owner.query(
    `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     select $1, $2, 'administrator', id, lft, '2025-07-01' from areas where id = $3`,
    [lanAdministrator.grantId, lanAdministrator.id, places.dakHa],
  )
  await lan.post('/children', { id: childId, fullName: 'Y Mai', ...details })
  await lan.post('/children', {
    id: otherId,
    fullName: 'A Bình Minh',
    ...details,
    bornOn: '2023-03-04',
    sex: 'male',
  })
  await thu.put(`/children/${childId}`, { ...details, fullName: 'Y Mai Hoa', version: 1 })
  await thu.get(`/children/${childId}`)
  await lan.get(`/children/${childId}`)
  await lan.get('/children/export')
})

const actions = ({ body }: Reply): string[] => body.entries.map(({ action }: { action: string }) => action)

describe('the audit', () => {
  test('says who, what, when, from where, on what device and under which grant', async () => {
    const { rows } = await database.owner.query(
      `select person_id, grant_id, area_id, address, device from accounts_audit where action = 'children.registered'`,
    )
    expect(rows[0]).toEqual({
      person_id: people.lanOfficerDakHa.id,
      grant_id: people.lanOfficerDakHa.grantId,
      area_id: places.dakHa,
      address: '127.0.0.1',
      device: 'program',
    })
  })

  test.each([
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit Mobile Safari', 'phone'],
    ['Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X)', 'tablet'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64)', 'computer'],
    ['curl/8.0', 'program'],
  ])('%s is a %s', async (agent, device) => {
    const headers = { ...app.signedAs(people.lanOfficerDakHa), 'user-agent': agent }
    await app.server.inject({ url: `/api/children/${otherId}`, headers })
    const { rows } = await database.owner.query('select device from accounts_reads order by seq desc limit 1')
    expect(rows[0]).toEqual({ device })
  })

  test('of one child names everybody, those of higher levels as well', async () => {
    const reply = await app.as(lanAdministrator).get(`/audit?childId=${childId}`)
    expect(reply.status).toBe(200)
    const seen = reply.body.entries.map((entry: Record<string, unknown>) => [
      entry['personName'],
      entry['kind'],
      entry['action'],
    ])
    expect(seen).toContainEqual(['Trần Thị Thu', 'seen', '/children/:childId'])
    expect(seen).toContainEqual(['Trần Thị Thu', 'done', 'children.edited'])
    expect(seen).toContainEqual(['Phạm Thị Lan', 'exported', '/children/export'])
    expect(JSON.stringify(reply.body)).toContain('Quảng Ngãi')
  })

  test('shows which fields changed, and their values only to who may read children', async () => {
    const asAdministrator = await hung.get(`/audit?childId=${childId}&kind=done&action=children.edited`)
    expect(asAdministrator.body.entries[0]).toMatchObject({
      changed: ['fullName'],
      before: null,
      after: null,
    })
    expect(JSON.stringify(asAdministrator.body)).not.toContain('Y Mai')
  })

  test('is found by person, kind, action, day and place', async () => {
    const byPerson = await hung.get(`/audit?personId=${people.thuProvinceOfficer.id}&kind=done`)
    expect(actions(byPerson)).toEqual(['children.edited'])
    const byAction = await hung.get('/audit?action=children.registered')
    expect(actions(byAction)).toEqual(['children.registered', 'children.registered'])
    expect(actions(await hung.get('/audit?kind=seen'))).toContain('/children/:childId')
    const exported = await hung.get('/audit?kind=exported')
    expect(actions(exported)).toContain('/children/export')
    expect(actions(await hung.get('/audit?from=2000-01-01&to=2000-12-31'))).toEqual([])
    expect(actions(await hung.get(`/audit?areaId=${places.dakTo}`))).toEqual([])
    expect(actions(await hung.get(`/audit?areaId=${places.dakHa}`)).length).toBeGreaterThan(3)
  })

  test('is read page by page without a gap and without a row twice', async () => {
    const all = await hung.get('/audit?limit=200')
    const found: string[] = []
    let after = ''
    do {
      const { body } = await hung.get(`/audit?limit=2${after ? `&after=${encodeURIComponent(after)}` : ''}`)
      found.push(...body.entries.map(({ id }: { id: string }) => id))
      after = body.next ?? ''
    } while (after !== '')
    expect(found.slice(-6)).toEqual(all.body.entries.map(({ id }: { id: string }) => id).slice(-6))
    expect(new Set(found).size).toBe(found.length)
  })

  test.each([
    ['from=2026-02-30', 422],
    ['kind=stolen', 422],
    ['action=Xx%20drop', 422],
    ['after=yesterday', 422],
    ['limit=5000', 422],
    [`areaId=${places.dakTo}`, 404],
  ])('?%s is refused for the commune of Đăk Hà', async (search, status) => {
    expect((await app.as(lanAdministrator).get(`/audit?${search}`)).status).toBe(status)
  })

  test('is not for who lacks the right, and of another commune nothing is found', async () => {
    expect((await lan.get('/audit')).status).toBe(403)
    expect((await lan.get('/audit/export')).status).toBe(403)
    expect((await lan.get('/audit/people')).status).toBe(403)
    const phuc: Person = { ...people.phucOfficerDakTo, grantId: newId(), role: 'administrator' }
    await database.owner.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, 'administrator', id, lft, '2025-07-01' from areas where id = $3`,
      [phuc.grantId, phuc.id, places.dakTo],
    )
    expect((await app.as(phuc).get(`/audit?childId=${childId}`)).body.entries).toEqual([])
    expect((await app.as(phuc).get(`/audit?personId=${people.lanOfficerDakHa.id}`)).body.entries).toEqual([])
  })

  test('leaves as a file with the marks of the chain, and the export stands in the audit', async () => {
    const file = await hung.get(`/audit/export?personId=${people.thuProvinceOfficer.id}`)
    expect(file.status).toBe(200)
    const text = textWithin(file.bytes)
    expect(text).toContain('Sửa hồ sơ trẻ')
    expect(text).toContain('Mốc niêm phong')
    const { rows } = await database.owner.query(
      `select kind, asked from accounts_reads where route = '/audit/export' order by seq desc limit 1`,
    )
    expect(rows[0]).toMatchObject({
      kind: 'export',
      asked: expect.stringContaining(people.thuProvinceOfficer.id),
    })
  })

  test('offers the people of the area to choose from', async () => {
    const reply = await hung.get('/audit/people?text=lan')
    expect(reply.body).toEqual([{ id: people.lanOfficerDakHa.id, fullName: 'Phạm Thị Lan' }])
  })
})
