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

describe('a person who works in several places', () => {
  test('is managed by whoever is above all of them; others only end the roles of their own place', async () => {
    const personId = await newPerson(hung, { areaId: places.dakHa })
    await hung.post(`/people/${personId}/grants`, gift({ areaId: places.dakTo }))
    expect((await here.get(`/people/${personId}`)).body).toMatchObject({
      worksElsewhere: true,
      mayManage: false,
    })
    for (const asked of [
      here.put(`/people/${personId}/disabled`, { disabled: true }),
      here.post(`/people/${personId}/invitation`),
      here.put(`/people/${personId}/leaving`, { leftOn: '2026-06-30' }),
    ]) {
      const { status, body } = await asked
      expect([status, body.code]).toEqual([409, 'accounts.works-elsewhere'])
    }
    const [grant] = (await here.get(`/people/${personId}`)).body.grants
    expect((await here.put(`/people/${personId}/grants/${grant.id}/end`)).status).toBe(200)
    expect((await hung.get(`/people/${personId}`)).body).toMatchObject({
      worksElsewhere: false,
      mayManage: true,
    })
    expect((await hung.put(`/people/${personId}/disabled`, { disabled: true })).status).toBe(200)
  })

  test('an administrator below cannot lock or take over the one above', async () => {
    await database.owner.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, 'leader', id, lft, '2025-07-01' from areas where id = $3`,
      [newId(), people.adminHung.id, places.dakHa],
    )
    const locked = await here.put(`/people/${people.adminHung.id}/disabled`, { disabled: true })
    expect([locked.status, locked.body.code]).toEqual([409, 'accounts.works-elsewhere'])
    const taken = await here.post(`/people/${people.adminHung.id}/invitation`)
    expect(taken.body.code).toBe('accounts.works-elsewhere')
  })

  test('an officer renews the link only of people whose roles the officer may give', async () => {
    const teacher = await newPerson(hung)
    expect((await lan.post(`/people/${teacher}/invitation`)).status).toBe(200)
    const officer = await newPerson(hung, { role: 'commune-officer' })
    const refused = await lan.post(`/people/${officer}/invitation`)
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.not-yours-to-manage'])
  })
})

describe('a person who left', () => {
  test('has no role after the last day, and gets none', async () => {
    const personId = await newPerson(hung)
    await hung.post(`/people/${personId}/grants`, gift({ role: 'health-worker', validFrom: '2026-08-01' }))
    expect((await hung.put(`/people/${personId}/leaving`, { leftOn: '2026-06-30' })).status).toBe(200)
    const { body } = await hung.get(`/people/${personId}`)
    expect(body).toMatchObject({ leftOn: '2026-06-30' })
    expect(body.grants).toMatchObject([
      { role: 'teacher', validTo: '2026-06-30', state: 'active' },
      { role: 'health-worker', state: 'ended' },
    ])
    for (const validTo of [null, '2026-07-01']) {
      const late = await hung.post(
        `/people/${personId}/grants`,
        gift({ areaId: places.konTrangVillage, validTo }),
      )
      expect([late.status, late.body.code]).toEqual([409, 'accounts.person-left'])
    }
    const before = gift({ areaId: places.konTrangVillage, validTo: '2026-06-30' })
    expect((await hung.post(`/people/${personId}/grants`, before)).status).toBe(200)
  })

  test('is refused a role by the database too, whoever writes it', async () => {
    const personId = await newPerson(hung)
    await hung.put(`/people/${personId}/leaving`, { leftOn: '2026-06-30' })
    const written = database.owner.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, 'teacher', id, lft, '2026-07-02' from areas where id = $3`,
      [newId(), personId, places.dakHa],
    )
    await expect(written).rejects.toMatchObject({ constraint: 'accounts_grants_not_after_leaving' })
  })

  test('who comes back is given roles anew', async () => {
    const personId = await newPerson(hung)
    await hung.put(`/people/${personId}/leaving`, { leftOn: '2026-06-10' })
    const renewed = await hung.post(`/people/${personId}/invitation`)
    expect([renewed.status, renewed.body.code]).toEqual([409, 'accounts.person-left'])
    await hung.put(`/people/${personId}/leaving`, { leftOn: null })
    expect((await hung.post(`/people/${personId}/grants`, gift())).status).toBe(200)
  })
})

describe('the list of people', () => {
  test('is found by parts of the name without marks, by role and state, in pages', async () => {
    const ids = [
      await newPerson(hung, { fullName: 'Hồ Thị Đậu' }),
      await newPerson(hung, { fullName: 'Hồ Văn Đậu', role: 'health-worker' }),
    ]
    const found = async (search: string) =>
      (await hung.get(`/people?${search}`)).body.people.map(({ id }: { id: string }) => id)
    expect(await found('text=dau%20ho')).toEqual(ids)
    expect(await found('text=dau&role=health-worker')).toEqual([ids[1]])
    await hung.put(`/people/${ids[0]}/disabled`, { disabled: true })
    expect(await found('text=dau&state=disabled')).toEqual([ids[0]])
    expect(await found('text=dau&state=invited')).toEqual([ids[1]])
    const first = (await hung.get('/people?text=dau&limit=1')).body
    expect([first.people.length, first.next, first.total]).toEqual([1, ids[0], 2])
    expect(await found(`text=dau&limit=1&after=${first.next}`)).toEqual([ids[1]])
  })

  test('shows the own place only', async () => {
    const { body } = await here.get('/people?limit=200')
    const names = body.people.map(({ username }: { username: string }) => username)
    expect(names).toContain('lan.dakha')
    expect(names).not.toContain('phuc.dakto')
  })
})
