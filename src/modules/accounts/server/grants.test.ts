import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { type Person, people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const hung = app.as(people.adminHung)
const lan = app.as(people.lanOfficerDakHa)

/** An administrator of the commune of Đăk Hà, besides the one of the province. */
const communeAdministrator: Person = {
  ...people.lanOfficerDakHa,
  grantId: newId(),
  role: 'administrator',
}
await database.owner.query(
  `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
   select $1, $2, 'administrator', id, lft, '2025-07-01' from areas where id = $3`,
  [communeAdministrator.grantId, communeAdministrator.id, places.dakHa],
)
const here = app.as(communeAdministrator)

const invited = (fields: object = {}) => ({
  id: newId(),
  fullName: 'Y Blơi',
  username: `y${newId().slice(-10)}`,
  role: 'teacher',
  areaId: places.dakHa,
  ...fields,
})
const gift = (fields: object = {}) => ({ id: newId(), role: 'teacher', areaId: places.dakHa, ...fields })

async function newPerson(fields: object = {}): Promise<string> {
  const input = invited(fields)
  const { status, body } = await hung.post('/people', input)
  expect([status, body.code]).toEqual([200, undefined])
  return input.id
}

describe('a role for somebody new', () => {
  test('an officer invites a collaborator of a village, a health worker and a teacher', async () => {
    for (const role of ['collaborator', 'health-worker', 'teacher']) {
      const areaId = role === 'collaborator' ? places.dakMeVillage : places.dakHa
      const { status, body } = await lan.post('/people', invited({ role, areaId }))
      expect([status, body.code], role).toEqual([200, undefined])
    }
  })

  test.each([
    ['commune-officer', 'accounts.role-not-yours-to-give'],
    ['protection-worker', 'accounts.role-not-yours-to-give'],
    ['administrator', 'accounts.role-not-yours-to-give'],
    ['field-worker', 'accounts.role-retired'],
    ['no-such-role', 'accounts.role-not-found'],
    ['collaborator', 'accounts.wrong-kind-of-place'],
  ])('an officer cannot give %s at the commune', async (role, code) => {
    expect((await lan.post('/people', invited({ role }))).body.code).toBe(code)
  })

  test('the same refusal leaves no account behind', async () => {
    const input = invited({ role: 'administrator' })
    await lan.post('/people', input)
    const { rowCount } = await database.owner.query('select 1 from accounts_people where id = $1', [input.id])
    expect(rowCount).toBe(0)
  })

  test('an administrator appoints officers though they see no child, but not themselves', async () => {
    await newPerson({ role: 'commune-officer' })
    const own = await hung.post(
      `/people/${people.adminHung.id}/grants`,
      gift({ role: 'provincial-officer', areaId: places.quangNgai }),
    )
    expect([own.status, own.body.code]).toEqual([409, 'accounts.not-to-yourself'])
  })

  test('nobody without the right to give sees the people', async () => {
    for (const person of [people.yHoaCollaborator, people.minhViewer]) {
      expect((await app.as(person).get('/people')).body.code).toBe('http.not-allowed')
      expect((await app.as(person).post('/people', invited())).body.code).toBe('http.not-allowed')
    }
  })
})

describe('a further role', () => {
  test('is given with dates, listed, and stands in the audit', async () => {
    const personId = await newPerson()
    const input = gift({ role: 'health-worker', validFrom: '2026-07-01', validTo: '2026-12-31' })
    expect((await hung.post(`/people/${personId}/grants`, input)).body).toEqual({ id: input.id })
    const { body } = await hung.get(`/people/${personId}`)
    expect(body.grants).toMatchObject([
      {
        id: input.id,
        role: 'health-worker',
        state: 'coming',
        validTo: '2026-12-31',
        grantedByName: 'Nguyễn Văn Hùng',
        mayEnd: true,
      },
      { role: 'teacher', state: 'active', validTo: null },
    ])
    const { rows } = await database.owner.query(
      `select action from accounts_audit where subject_id = $1 order by at desc limit 1`,
      [personId],
    )
    expect(rows).toEqual([{ action: 'accounts.grant-given' }])
  })

  test('sent twice is given once; the same role over the same days is refused', async () => {
    const personId = await newPerson()
    const input = gift({ role: 'health-worker' })
    await hung.post(`/people/${personId}/grants`, input)
    expect((await hung.post(`/people/${personId}/grants`, input)).status).toBe(200)
    const again = await hung.post(`/people/${personId}/grants`, { ...input, id: newId() })
    expect([again.status, again.body.code]).toEqual([409, 'accounts.held-already'])
    const other = await newPerson()
    expect((await hung.post(`/people/${other}/grants`, input)).status).toBe(409)
  })

  test.each([
    ['before today', { validFrom: '2026-06-14' }, 'accounts.starts-in-the-past'],
    [
      'with its last day before its first',
      { validFrom: '2026-07-01', validTo: '2026-06-30' },
      'accounts.dates-out-of-order',
    ],
    ['at a place that does not exist', { areaId: newId() }, 'accounts.outside-your-area'],
  ])('is refused %s', async (_, fields, code) => {
    const personId = await newPerson()
    expect(
      (await hung.post(`/people/${personId}/grants`, gift({ role: 'health-worker', ...fields }))).body.code,
    ).toBe(code)
  })

  test("is never given outside of the giver's place, nor to a person who is only known elsewhere", async () => {
    const personId = await newPerson()
    const outside = await here.post(`/people/${personId}/grants`, gift({ areaId: places.dakTo }))
    expect([outside.status, outside.body.code]).toEqual([404, 'accounts.outside-your-area'])
    const stranger = await here.post(`/people/${people.phucOfficerDakTo.id}/grants`, gift())
    expect([stranger.status, stranger.body.code]).toEqual([404, 'accounts.person-not-found'])
    expect((await here.get(`/people/${people.phucOfficerDakTo.id}`)).status).toBe(404)
  })

  test("does not outlast the giver's own", async () => {
    await database.owner.query(`update accounts_grants set valid_to = '2026-09-30' where id = $1`, [
      people.phucOfficerDakTo.grantId,
    ])
    const phuc = app.as(people.phucOfficerDakTo)
    const endless = await phuc.post('/people', invited({ areaId: places.dakTo }))
    expect(endless.body.code).toBe('accounts.beyond-your-dates')
    const within = await phuc.post('/people', invited({ areaId: places.dakTo, validTo: '2026-09-30' }))
    expect(within.status).toBe(200)
    await database.owner.query('update accounts_grants set valid_to = null where id = $1', [
      people.phucOfficerDakTo.grantId,
    ])
  })
})

describe('a role is ended', () => {
  test('at once, once, and by those who may give it', async () => {
    const personId = await newPerson({ role: 'protection-worker' })
    const grant = (await hung.get(`/people/${personId}`)).body.grants[0]
    const officer = await lan.put(`/people/${personId}/grants/${grant.id}/end`)
    expect([officer.status, officer.body.code]).toEqual([403, 'accounts.role-not-yours-to-give'])
    expect((await hung.put(`/people/${personId}/grants/${grant.id}/end`)).status).toBe(200)
    expect((await hung.put(`/people/${personId}/grants/${grant.id}/end`)).status).toBe(200)
    expect((await hung.get(`/people/${personId}`)).body.grants[0]).toMatchObject({
      state: 'ended',
      mayEnd: false,
    })
  })

  test('not the one that the ender acts under, nor one of somebody else under this name', async () => {
    const own = await hung.put(`/people/${people.adminHung.id}/grants/${people.adminHung.grantId}/end`)
    expect([own.status, own.body.code]).toEqual([409, 'accounts.not-your-acting-grant'])
    const mixed = await hung.put(
      `/people/${people.minhViewer.id}/grants/${people.lanOfficerDakHa.grantId}/end`,
    )
    expect([mixed.status, mixed.body.code]).toEqual([404, 'accounts.grant-not-found'])
    const elsewhere = await here.put(
      `/people/${people.phucOfficerDakTo.id}/grants/${people.phucOfficerDakTo.grantId}/end`,
    )
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'accounts.grant-not-found'])
  })
})

describe('a person who works in several places', () => {
  test('is managed by whoever is above all of them; others only end the roles of their own place', async () => {
    const personId = await newPerson({ areaId: places.dakHa })
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
    const teacher = await newPerson()
    expect((await lan.post(`/people/${teacher}/invitation`)).status).toBe(200)
    const officer = await newPerson({ role: 'commune-officer' })
    const refused = await lan.post(`/people/${officer}/invitation`)
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.not-yours-to-manage'])
  })
})

describe('a person who left', () => {
  test('has no role after the last day, and gets none', async () => {
    const personId = await newPerson()
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
    const personId = await newPerson()
    await hung.put(`/people/${personId}/leaving`, { leftOn: '2026-06-30' })
    const written = database.owner.query(
      `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
       select $1, $2, 'teacher', id, lft, '2026-07-02' from areas where id = $3`,
      [newId(), personId, places.dakHa],
    )
    await expect(written).rejects.toMatchObject({ constraint: 'accounts_grants_not_after_leaving' })
  })

  test('who comes back is given roles anew', async () => {
    const personId = await newPerson()
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
      await newPerson({ fullName: 'Hồ Thị Đậu' }),
      await newPerson({ fullName: 'Hồ Văn Đậu', role: 'health-worker' }),
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
    const personId = await newPerson({ areaId: places.dakHa })
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
    const personId = await newPerson()
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
