import { describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { communeAdministrator, gift, invited, newPerson } from '#test/invited-people.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const hung = app.as(people.adminHung)
const lan = app.as(people.lanOfficerDakHa)
const here = app.as(await communeAdministrator(database))

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
    await newPerson(hung, { role: 'commune-officer' })
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
    const personId = await newPerson(hung)
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
    const personId = await newPerson(hung)
    const input = gift({ role: 'health-worker' })
    await hung.post(`/people/${personId}/grants`, input)
    expect((await hung.post(`/people/${personId}/grants`, input)).status).toBe(200)
    const again = await hung.post(`/people/${personId}/grants`, { ...input, id: newId() })
    expect([again.status, again.body.code]).toEqual([409, 'accounts.held-already'])
    const other = await newPerson(hung)
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
    const personId = await newPerson(hung)
    expect(
      (await hung.post(`/people/${personId}/grants`, gift({ role: 'health-worker', ...fields }))).body.code,
    ).toBe(code)
  })

  test("is never given outside of the giver's place, nor to a person who is only known elsewhere", async () => {
    const personId = await newPerson(hung)
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
    const personId = await newPerson(hung, { role: 'protection-worker' })
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
