import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const hung = app.as(people.adminHung)

const password = 'mot-cau-dai-de-nho'

/** Signs in through the real door and returns the cookies. */
async function signIn(username: string, secret: string) {
  return app.server.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { origin: 'http://localhost', 'x-forwarded-for': '127.0.0.1' },
    payload: { username, password: secret },
  })
}

describe('the first opening', () => {
  beforeEach(async () => {
    await database.owner.query('delete from accounts_installation')
  })

  const first = () => ({
    areaId: places.dakHa,
    fullName: 'Bùi Thị Mai',
    username: `mai${newId().slice(-8)}`,
    password,
  })

  test('takes the unit, makes the administrator, who then signs in under two roles', async () => {
    expect((await app.stranger.get('/setup')).body).toEqual({ needed: true, codeNeeded: false })
    const input = first()
    expect((await app.stranger.post('/setup', input)).status).toBe(200)
    const signedIn = await signIn(input.username, password)
    expect(signedIn.statusCode).toBe(200)
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    const me = await app.server.inject({ url: '/api/me', headers: { cookie } })
    expect(me.json()).toMatchObject({
      username: input.username,
      grants: [{ role: 'commune-officer' }, { role: 'administrator' }],
    })
  })

  test('happens once: the second caller is refused and leaves nothing behind', async () => {
    await app.stranger.post('/setup', first())
    const late = first()
    const refused = await app.stranger.post('/setup', late)
    expect([refused.status, refused.body.code]).toEqual([409, 'accounts.already-set-up'])
    expect((await signIn(late.username, password)).statusCode).toBe(401)
    expect((await app.stranger.get('/setup/areas')).status).toBe(409)
  })

  test('two callers at the same moment: one wins', async () => {
    const replies = await Promise.all([
      app.stranger.post('/setup', first()),
      app.stranger.post('/setup', first()),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('a short password, a bad user name and a village are refused', async () => {
    const short = await app.stranger.post('/setup', { ...first(), password: 'ngan' })
    expect([short.status, short.body.fields[0].path]).toEqual([422, 'password'])
    const name = await app.stranger.post('/setup', { ...first(), username: 'Có dấu' })
    expect(name.body.fields[0].path).toBe('username')
    const village = await app.stranger.post('/setup', { ...first(), areaId: places.dakMeVillage })
    expect(village.body.code).toBe('accounts.unit-cannot-host')
  })

  test('places are found without marks', async () => {
    const found = await app.stranger.get('/setup/areas?text=dak%20ha')
    expect(found.body[0]).toMatchObject({ code: '23500', fullName: 'Xã Đăk Hà, tỉnh Quảng Ngãi' })
    expect((await app.stranger.get('/setup/areas')).body).toHaveLength(34)
  })
})

describe('people', () => {
  const invited = (fields: object = {}) => ({
    id: newId(),
    fullName: 'Y Blơi',
    username: `ybloi${newId().slice(-8)}`,
    role: 'health-worker',
    areaId: places.dakHa,
    ...fields,
  })

  test('an invited person chooses a password by the link, once', async () => {
    const input = invited()
    const made = await hung.post('/people', input)
    expect(made.status).toBe(200)
    const link = `/invitations/${made.body.token}`
    expect((await app.stranger.get(link)).body).toEqual({ fullName: 'Y Blơi', username: input.username })
    expect((await app.stranger.post(link, { password })).body).toEqual({ username: input.username })
    expect((await signIn(input.username, password)).statusCode).toBe(200)
    expect((await app.stranger.post(link, { password })).status).toBe(410)
    expect((await app.stranger.get('/invitations/nothing')).status).toBe(410)
    const listed = (await hung.get('/people?limit=200')).body.people.find(
      (person: { id: string }) => person.id === input.id,
    )
    expect(listed).toMatchObject({
      invited: false,
      grants: [{ role: 'health-worker', state: 'active' }],
    })
  })

  test('sent twice, one person is made; a new link replaces the first', async () => {
    const input = invited()
    const first = await hung.post('/people', input)
    const second = await hung.post('/people', input)
    expect([first.status, second.status]).toEqual([200, 200])
    expect((await app.stranger.get(`/invitations/${first.body.token}`)).status).toBe(410)
    const renewed = await hung.post(`/people/${input.id}/invitation`)
    expect((await app.stranger.get(`/invitations/${renewed.body.token}`)).status).toBe(200)
  })

  test('a user name is given once', async () => {
    const input = invited()
    await hung.post('/people', input)
    const refused = await hung.post('/people', invited({ username: input.username }))
    expect([refused.status, refused.body.code]).toEqual([409, 'accounts.username-taken'])
  })

  test('only those who may give roles manage people, and only within the own area', async () => {
    const officer = await app.as(people.minhViewer).post('/people', invited())
    expect([officer.status, officer.body.code]).toEqual([403, 'http.not-allowed'])
    expect((await app.stranger.get('/people')).status).toBe(401)
    const elsewhere = await database.owner.query(
      "select id from areas where code = '00004' and kind = 'commune'",
    )
    const outside = await hung.post('/people', invited({ areaId: elsewhere.rows[0].id }))
    expect([outside.status, outside.body.code]).toEqual([404, 'accounts.outside-your-area'])
    expect((await hung.post(`/people/${newId()}/invitation`)).status).toBe(404)
  })

  test('a disabled person is out within the request, and back when enabled', async () => {
    const input = invited()
    const { token } = (await hung.post('/people', input)).body
    await app.stranger.post(`/invitations/${token}`, { password })
    const cookie = String((await signIn(input.username, password)).headers['set-cookie']).split(';')[0] ?? ''
    const me = () => app.server.inject({ url: '/api/me', headers: { cookie } })
    expect((await me()).statusCode).toBe(200)
    await hung.put(`/people/${input.id}/disabled`, { disabled: true })
    expect((await me()).statusCode).toBe(401)
    const self = await hung.put(`/people/${people.adminHung.id}/disabled`, { disabled: true })
    expect([self.status, self.body.code]).toEqual([409, 'accounts.not-yourself'])
    await hung.put(`/people/${input.id}/disabled`, { disabled: false })
    expect((await signIn(input.username, password)).statusCode).toBe(200)
  })

  test('each command stands in the audit, which the application cannot change', async () => {
    await hung.post('/people', invited())
    expect((await hung.get('/audit')).body.entries[0].action).toBe('accounts.person-invited')
    expect((await app.as(people.lanOfficerDakHa).get('/audit')).status).toBe(403)
    const change = database.write((tx) => tx.updateTable('accounts_audit').set({ action: 'x' }).execute())
    await expect(change).rejects.toThrow(/permission denied/)
    const remove = database.write((tx) => tx.deleteFrom('accounts_reads').execute())
    await expect(remove).rejects.toThrow(/permission denied/)
  })
})

describe('a request', () => {
  test('acts under a grant of its own only', async () => {
    const { cookie } = app.signedAs(people.minhViewer)
    const forged = await app.server.inject({
      url: '/api/me',
      headers: { cookie, 'x-grant': people.adminHung.grantId },
    })
    expect([forged.statusCode, forged.json().code]).toEqual([403, 'http.no-such-grant'])
  })

  test('from another site is refused', async () => {
    const { cookie } = app.signedAs(people.adminHung)
    const reply = await app.server.inject({
      method: 'POST',
      url: '/api/people',
      headers: { cookie, origin: 'https://example.com' },
      payload: {},
    })
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'http.cross-site'])
  })

  test('with a forged session is nobody', async () => {
    const reply = await app.server.inject({
      url: '/api/me',
      headers: { cookie: 'uommam.session_token=abc.def' },
    })
    expect(reply.statusCode).toBe(401)
  })

  test('that is no JSON, or asks for nothing that exists, is refused in words', async () => {
    const { cookie } = app.signedAs(people.adminHung)
    const broken = await app.server.inject({
      method: 'POST',
      url: '/api/people',
      headers: { cookie, 'content-type': 'application/json' },
      payload: '{',
    })
    expect([broken.statusCode, broken.json().code]).toEqual([400, 'http.unreadable'])
    expect((await hung.get('/nothing-here')).body.code).toBe('http.not-found')
  })

  test('goes on after the database dropped every connection', async () => {
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    const replies = []
    for (let round = 0; round < 8; round += 1) replies.push((await hung.get('/me')).status)
    expect(replies.at(-1)).toBe(200)
    expect(replies.every((status) => status === 200 || status === 503)).toBe(true)
  })
})

test('places are read within the own area', async () => {
  const found = await app.as(people.lanOfficerDakHa).get('/areas?text=dak')
  expect(found.body.map((area: { id: string }) => area.id)).toContain(places.dakMeVillage)
  expect(found.body.map((area: { id: string }) => area.id)).not.toContain(places.dakRaoVillage)
  const below = await hung.get(`/areas/${places.dakHa}/children`)
  expect(below.body.map((area: { name: string }) => area.name)).toEqual(['Thôn Đăk Mế', 'Thôn Kon Trang'])
  expect((await hung.get(`/areas/${places.dakHa}`)).body.name).toBe('Xã Đăk Hà')
  expect((await hung.get(`/areas/${newId()}`)).body.code).toBe('areas.not-found')
})
