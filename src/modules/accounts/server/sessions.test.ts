import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { cookieJar } from '#test/cookie-jar.ts'
import { testDatabase } from '#test/database.ts'
import { givePassword, goodPassword } from '#test/password.ts'
import { people } from '#test/people.ts'

const database = await testDatabase()
const app = await testApp(database)
const { adminHung: hung, lanOfficerDakHa: lan, yHoaCollaborator: hoa } = people

beforeEach(async () => {
  await database.owner.query('delete from accounts_failures')
  for (const person of [hung, lan, hoa]) await givePassword(database, person)
})

async function signedIn(person: { username: string }, address = '10.3.0.1') {
  const jar = cookieJar(app.server, { address })
  expect((await jar.signIn(person.username, goodPassword)).status).toBe(200)
  return jar
}

/** The session becomes older, and was last used so long ago; whatever is remembered of it is forgotten. */
async function age(person: { id: string }, interval: string, what: 'idle' | 'opened') {
  // Its last use is noted beside the request, not before the reply.
  await wait(100)
  const sql =
    what === 'idle'
      ? `update accounts_session_use set seen_at = now() - $2::interval
         where session_id in (select "id" from auth."session" where "userId" = $1)`
      : `update auth."session" set "createdAt" = now() - $2::interval where "userId" = $1 and "token" not like 'test-session%'`
  await database.owner.query(sql, [person.id, interval])
  // Ending a session, even one that is not there, forgets what is remembered.
  await app.as(people.minhViewer).del(`/me/sessions/${newId()}`)
}

describe('the sessions of a person', () => {
  test('are listed with browser, address and time, and ended one by one or all others', async () => {
    const phone = await signedIn(lan, '10.3.0.2')
    const desk = await signedIn(lan, '10.3.0.3')
    const { sessions } = (await desk.get('/me/security')).body
    expect(sessions.filter((one: { isThis: boolean }) => one.isThis)).toHaveLength(1)
    const other = sessions.find((one: { address: string }) => one.address === '10.3.0.2')
    expect(other).toMatchObject({ isThis: false, method: 'password', browser: '', system: '' })
    expect((await desk.send('DELETE', `/me/sessions/${other.id}`)).status).toBe(200)
    expect((await phone.get('/me')).status).toBe(401)
    expect((await desk.send('DELETE', `/me/sessions/${other.id}`)).status).toBe(404)
    const third = await signedIn(lan)
    expect((await desk.send('DELETE', '/me/other-sessions')).body.ended).toBeGreaterThan(0)
    expect([(await third.get('/me')).status, (await desk.get('/me')).status]).toEqual([401, 200])
  })

  test('of somebody else cannot be ended, and look as if they were not there', async () => {
    const own = await signedIn(hoa)
    const { sessions } = (await own.get('/me/security')).body
    const thief = await signedIn(lan)
    for (const { id } of sessions)
      expect((await thief.send('DELETE', `/me/sessions/${id}`)).body.code).toBe('accounts.session-not-found')
    expect((await own.get('/me')).status).toBe(200)
  })

  test('end with signing out, at once', async () => {
    const jar = await signedIn(lan)
    const cookie = jar.cookies.get('uommam.session_token') ?? ''
    await jar.post('/auth/sign-out')
    jar.cookies.set('uommam.session_token', cookie)
    expect((await jar.get('/me')).status).toBe(401)
  })

  test('with a forged or cut signature are nobody', async () => {
    const jar = await signedIn(lan)
    const good = decodeURIComponent(jar.cookies.get('uommam.session_token') ?? '')
    const [token = ''] = good.split('.')
    for (const bad of [token, `${token}.`, `${token}.${'A'.repeat(43)}=`, `x${good}`, '%E0%A4%A', '.'])
      expect([
        bad.length,
        (await app.server.inject({ url: '/api/me', headers: { cookie: `uommam.session_token=${bad}` } }))
          .statusCode,
      ]).toEqual([bad.length, 401])
  })
})

describe('without work a session ends', () => {
  test('after half an hour for an administrator', async () => {
    const jar = await signedIn(hung)
    expect((await jar.get('/people')).status).toBe(200)
    await age(hung, '29 minutes', 'idle')
    expect((await jar.get('/people')).status).toBe(200)
    await age(hung, '31 minutes', 'idle')
    const ended = await jar.get('/people')
    expect([ended.status, ended.body.code]).toEqual([401, 'http.not-signed-in'])
  })

  test('after eight hours for an officer, after a week for a collaborator', async () => {
    const [officer, collaborator] = [await signedIn(lan), await signedIn(hoa)]
    await Promise.all([officer.get('/me'), collaborator.get('/me')])
    for (const person of [lan, hoa]) await age(person, '6 hours', 'idle')
    expect((await officer.get('/me')).status).toBe(200)
    for (const person of [lan, hoa]) await age(person, '9 hours', 'idle')
    expect([(await officer.get('/me')).status, (await collaborator.get('/me')).status]).toEqual([401, 200])
    await age(hoa, '8 days', 'idle')
    expect((await collaborator.get('/me')).status).toBe(401)
  })

  test('and at the end of its life even with work', async () => {
    const jar = await signedIn(hung)
    await age(hung, '13 hours', 'opened')
    expect((await jar.get('/people')).status).toBe(401)
  })
})

describe('the own password', () => {
  const next = 'đường về bản có hoa ban'

  test('is changed with the old one; every other session ends and this one goes on', async () => {
    const [desk, phone] = [await signedIn(lan), await signedIn(lan)]
    const changed = await desk.send('PUT', '/me/password', { current: goodPassword, password: next })
    expect([changed.status, changed.body.ended > 0]).toEqual([200, true])
    expect([(await desk.get('/me')).status, (await phone.get('/me')).status]).toEqual([200, 401])
    expect((await cookieJar(app.server).signIn(lan.username, goodPassword)).status).toBe(401)
    expect((await cookieJar(app.server).signIn(lan.username, next)).status).toBe(200)
    const { rows } = await database.owner.query(
      `select 1 from accounts_audit where action = 'accounts.password-changed'`,
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  test('is not changed by a wrong old one, however often it is tried', async () => {
    const jar = await signedIn(lan)
    const statuses: number[] = []
    for (let turn = 0; turn < 8; turn += 1)
      statuses.push(
        (await jar.send('PUT', '/me/password', { current: `sai ${turn}`, password: next })).status,
      )
    expect(statuses[0]).toBe(403)
    expect(statuses.at(-1)).toBe(429)
  })

  test('that is common, short or the own name is refused in words', async () => {
    const jar = await signedIn(lan)
    const ask = (password: string) => jar.send('PUT', '/me/password', { current: goodPassword, password })
    expect((await ask('password123')).body.code).toBe('accounts.password-common')
    expect((await ask('lan.dakha2026')).body.code).toBe('accounts.password-own-name')
    expect((await ask('ngắn')).body.code).toBe('http.invalid')
  })
})

test('the sign-in page is told whether there is an identity server', async () => {
  expect((await app.stranger.get('/sign-in-methods')).body).toEqual({ identityServer: null })
})

describe('the code of an invitation', () => {
  const invite = async () => {
    const { body } = await app.as(hung).post(`/people/${hoa.id}/invitation`)
    return String(body.token)
  }

  test('is typed from a slip in any way', async () => {
    const code = await invite()
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`.toLowerCase()
    expect((await app.stranger.get(`/invitations/${typed}`)).body.username).toBe(hoa.username)
  })

  test('is guessed slower and slower from one address, and still works from another', async () => {
    const code = await invite()
    const guesser = cookieJar(app.server, { address: '10.3.0.9' })
    const statuses: number[] = []
    for (let turn = 0; turn < 8; turn += 1)
      statuses.push((await guesser.get(`/invitations/ABCD${turn}`)).status)
    expect([statuses[0], statuses.at(-1)]).toEqual([410, 429])
    expect((await guesser.get(`/invitations/${code}`)).status).toBe(429)
    expect((await cookieJar(app.server, { address: '10.3.0.8' }).get(`/invitations/${code}`)).status).toBe(
      200,
    )
  })

  test('takes no common password, and asks a second factor of those who need one at once', async () => {
    const code = await invite()
    const weak = await app.stranger.post(`/invitations/${code}`, { password: 'matkhau1234' })
    expect([weak.status, weak.body.code]).toEqual([422, 'accounts.password-common'])
    expect(
      (await app.stranger.post(`/invitations/${code}`, { password: 'một câu của riêng tôi' })).status,
    ).toBe(200)
    const { rows } = await database.owner.query<{ due: boolean }>(
      'select second_factor_due <= now() as due from accounts_people where id = $1',
      [hoa.id],
    )
    expect(rows[0]?.due).toBe(true)
  })
})
