import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { communeAdministrator, gift, newPerson } from '#test/invited-people.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const hung = app.as(people.adminHung)
const lan = app.as(people.lanOfficerDakHa)
const here = app.as(await communeAdministrator(database))

describe('roles', () => {
  const made = (fields: object = {}) => ({
    id: newId(),
    name: 'Điều phối viên dự án',
    purpose: 'Theo dõi kế hoạch và số liệu của dự án',
    capabilities: ['areas.read', 'plans.read', 'indicators.read', 'reports.read'],
    kinds: ['commune'],
    ...fields,
  })

  test('what each may do, and which the asker may give', async () => {
    const { body } = await lan.get('/roles')
    const given = body
      .filter(({ mayGive }: { mayGive: boolean }) => mayGive)
      .map(({ key }: { key: string }) => key)
    expect(given.toSorted()).toEqual(['collaborator', 'health-worker', 'teacher'])
    expect(body.find(({ key }: { key: string }) => key === 'leader').capabilities).not.toContain(
      'children.read',
    )
  })

  test("one of the administrator's own is made, given, and counts in the next request", async () => {
    const input = made()
    const { body: role } = await here.post('/roles', input)
    expect(role).toEqual({ key: `own-${input.id}`, name: { vi: input.name, en: input.name } })
    const personId = await newPerson(hung, { areaId: places.dakHa })
    const refused = await lan.post(`/people/${personId}/grants`, gift({ role: role.key }))
    expect(refused.body.code).toBe('accounts.role-not-yours-to-give')
    expect((await here.post(`/people/${personId}/grants`, gift({ role: role.key }))).status).toBe(200)
    const elsewhere = await hung.post(
      `/people/${personId}/grants`,
      gift({ role: role.key, areaId: places.dakTo }),
    )
    expect(elsewhere.body.code).toBe('accounts.role-not-yours-to-give')
  })

  test.each([
    ['that manages accounts', ['accounts.manage']],
    ['that records without seeing', ['growth.record']],
    ['that hides nothing but cannot read', ['children.confidential']],
  ])('none can be made %s', async (_, capabilities) => {
    const { status, body } = await hung.post('/roles', made({ capabilities }))
    expect([status, body.code]).toEqual([422, 'accounts.role-cannot-be'])
  })

  test('sent twice is made once; retired it is given to nobody any more', async () => {
    const input = made()
    await here.post('/roles', input)
    expect((await here.post('/roles', input)).status).toBe(200)
    const key = `own-${input.id}`
    expect((await here.put(`/roles/${key}/retired`, { retired: true })).body).toEqual({ key })
    const personId = await newPerson(hung)
    expect((await here.post(`/people/${personId}/grants`, gift({ role: key }))).body.code).toBe(
      'accounts.role-retired',
    )
    expect((await here.put(`/roles/teacher/retired`, { retired: true })).status).toBe(404)
  })

  test('another place sees nothing of it', async () => {
    const input = made()
    await here.post('/roles', input)
    const keys = (await app.as(people.phucOfficerDakTo).get('/roles')).body.map(
      ({ key }: { key: string }) => key,
    )
    expect(keys).not.toContain(`own-${input.id}`)
    expect(keys).toContain('teacher')
  })
})
