import { availableParallelism } from 'node:os'
import { getMigrations } from 'better-auth/db/migration'
import { beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '#test/app.ts'
import { cookieJar } from '#test/cookie-jar.ts'
import { testDatabase } from '#test/database.ts'
import { givePassword, goodPassword } from '#test/password.ts'
import { people } from '#test/people.ts'
import { createAuth } from './auth.ts'
import { passkeys } from './passkeys.ts'
import { openAddresses } from './sign-in-door.ts'
import { networkOf } from './throttle.ts'

const database = await testDatabase()
const app = await testApp(database)
const { lanOfficerDakHa: lan, phucOfficerDakTo: phuc, yHoaCollaborator: hoa } = people
await givePassword(database, lan)
await givePassword(database, phuc)

const from = (address: string) => cookieJar(app.server, { address })

/** Time passes: every wait is over, the counts stay. */
const waitLong = () =>
  database.owner.query(`update accounts_failures set blocked_until = now() - interval '1 second'`)

beforeEach(() => database.owner.query('delete from accounts_failures'))

describe('signing in by password', () => {
  test('works by user name, whatever the capitals, and by e-mail', async () => {
    await database.owner.query(`update accounts_people set email = 'lan@dakha.example' where id = $1`, [
      lan.id,
    ])
    for (const login of [lan.username, ' LAN.DakHa ', 'lan@dakha.example', 'LAN@dakha.example']) {
      const jar = from('10.0.0.1')
      expect([(await jar.signIn(login, goodPassword)).status, login]).toEqual([200, login])
      expect((await jar.get('/me')).body.username).toBe(lan.username)
    }
  })

  test('takes letters typed in parts as the same password', async () => {
    expect((await from('10.0.0.1').signIn(lan.username, goodPassword.normalize('NFD'))).status).toBe(200)
  })

  test('the answer holds no token, and the cookie is kept from scripts and other sites', async () => {
    const { body, headers } = await from('10.0.0.1').signIn(lan.username, goodPassword)
    expect(body).toEqual({ needsCode: false })
    const cookies = [headers['set-cookie']].flat().map(String)
    expect(cookies.find((cookie) => cookie.startsWith('uommam.session_token='))).toMatch(
      /HttpOnly.*SameSite=Lax/i,
    )
    expect(cookies.every((cookie) => /HttpOnly/i.test(cookie) && /SameSite=Lax/i.test(cookie))).toBe(true)
  })

  test('with https every cookie is for https only', async () => {
    const secure = await testApp(database, { publicUrl: 'https://uommam.example' })
    const reply = await secure.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      headers: { host: 'uommam.example', origin: 'https://uommam.example' },
      payload: { username: lan.username, password: goodPassword },
    })
    const cookies = [reply.headers['set-cookie']].flat().map(String)
    expect(cookies.length).toBeGreaterThan(1)
    expect(cookies.every((cookie) => /; Secure/i.test(cookie))).toBe(true)
    expect(cookies.some((cookie) => cookie.startsWith('__Secure-uommam.session_token='))).toBe(true)
  })

  test('answers the same to a wrong password, a name nobody has, an invited and a disabled person', async () => {
    await database.owner.query(`update accounts_people set disabled_at = now() where id = $1`, [phuc.id])
    const cases = [
      [lan.username, 'không phải mật khẩu này'],
      ['khong.ai.ten.the', goodPassword],
      [hoa.username, goodPassword],
      [phuc.username, goodPassword],
      ['tên có dấu!', goodPassword],
      ['ai@do.example', goodPassword],
    ] as const
    const replies = await Promise.all(
      cases.map(([name, password]) => from('10.0.0.2').signIn(name, password)),
    )
    const { rowCount } = await database.owner.query(
      `update accounts_people set disabled_at = null where id = $1`,
      [phuc.id],
    )
    expect(rowCount).toBe(1)
    const said = replies.map(({ status, body }) => JSON.stringify([status, body]))
    expect(new Set(said).size).toBe(1)
    expect([replies[0]?.status, replies[0]?.body.code]).toEqual([401, 'accounts.sign-in-failed'])
  })

  test('works as hard for a name that nobody has', async () => {
    // Processor time, which other work on the machine does not change: a hash takes 80 ms of it, all else less than 20.
    const worked = async (name: string) => {
      const turns: number[] = []
      for (let turn = 0; turn < 3; turn += 1) {
        const before = process.cpuUsage()
        await from(`10.1.${turn}.${name.length}`).signIn(name, 'không phải mật khẩu này')
        turns.push(process.cpuUsage(before).user)
      }
      return Math.min(...turns)
    }
    const known = await worked(lan.username)
    for (const other of [await worked('khong.ai.ten'), await worked(hoa.username)])
      expect(other).toBeGreaterThan(known * 0.5)
  })
})

describe('whoever guesses', () => {
  const fail = async (address: string, username: string, times: number) => {
    let last = 0
    for (let turn = 0; turn < times; turn += 1)
      last = (await from(address).signIn(username, `sai ${turn}`)).status
    return last
  }

  test('one account waits longer and longer; nobody else does, and another address signs in at once', async () => {
    expect(await fail('10.0.0.3', lan.username, 6)).toBe(401)
    const held = await from('10.0.0.3').signIn(lan.username, goodPassword)
    expect([held.status, held.body.code]).toEqual([429, 'accounts.sign-in-too-many'])
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('10.0.0.3').signIn(phuc.username, goodPassword)).status).toBe(200)
    expect((await from('10.0.0.4').signIn(lan.username, goodPassword)).status).toBe(200)
    await waitLong()
    expect(await fail('10.0.0.3', lan.username, 1)).toBe(401)
    const waits = await database.owner.query<{ seconds: number }>(
      `select extract(epoch from max(blocked_until) - now())::int as seconds from accounts_failures`,
    )
    expect(waits.rows[0]?.seconds).toBeGreaterThan(6)
  })

  test('the device on which a person signed in before is not held back by guesses from the same office', async () => {
    const own = from('10.0.0.5')
    await own.signIn(lan.username, goodPassword)
    await own.post('/auth/sign-out')
    expect(await fail('10.0.0.5', lan.username, 7)).toBe(429)
    expect((await own.signIn(lan.username, goodPassword)).status).toBe(200)
    await own.post('/auth/sign-out')
    // A device is known for the people who used it, and a made-up cookie is known for nobody.
    expect((await own.signIn(phuc.username, goodPassword)).status).toBe(200)
    const forged = from('10.0.0.5')
    forged.cookies.set('uommam.device', 'abc.defghijklmnopqrstuvwx')
    expect((await forged.signIn(lan.username, goodPassword)).status).toBe(429)
  })

  test('one password for many accounts is slowed by address, across two processes', async () => {
    const other = await testApp(database)
    const names = Array.from({ length: 36 }, (_, index) => `ten.thu.${index}`)
    const statuses: number[] = []
    for (const [index, name] of names.entries()) {
      const server = index % 2 === 0 ? app.server : other.server
      statuses.push((await cookieJar(server, { address: '10.0.0.6' }).signIn(name, 'Uommam2026')).status)
    }
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true)
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(3)
  })

  test('in a burst is counted all the same', async () => {
    const replies = await Promise.all(
      Array.from({ length: 40 }, (_, turn) => from('10.0.0.7').signIn(lan.username, `sai ${turn}`)),
    )
    expect(replies.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(
      6 + 4 * availableParallelism(),
    )
  })

  test('a network of IPv6 counts as one caller', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2:bbbb:c:d:e'))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64')
    expect(networkOf('2001:db8:1:3::1')).not.toBe(networkOf('2001:db8:1:2::1'))
    expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1')
  })

  test('leaves rows that are forgotten after an hour', async () => {
    await fail('10.0.0.8', lan.username, 6)
    await database.owner.query(
      `update accounts_failures set last_at = now() - interval '2 hours', blocked_until = now()`,
    )
    expect(await fail('10.0.0.8', lan.username, 2)).toBe(401)
    const { rows } = await database.owner.query<{ most: number }>(
      'select max(failures) as most from accounts_failures',
    )
    expect(rows[0]?.most).toBe(2)
  })
})

describe('the addresses of /api/auth', () => {
  const closed = [
    ['POST', '/sign-up/email'],
    ['POST', '/sign-in/email'],
    ['POST', '/is-username-available'],
    ['POST', '/update-user'],
    ['POST', '/change-password'],
    ['POST', '/change-email'],
    ['POST', '/set-password'],
    ['POST', '/delete-user'],
    ['POST', '/request-password-reset'],
    ['POST', '/reset-password'],
    ['POST', '/two-factor/disable'],
    ['POST', '/two-factor/get-totp-uri'],
    ['POST', '/two-factor/send-otp'],
    ['GET', '/get-session'],
    ['GET', '/list-sessions'],
    ['POST', '/revoke-sessions'],
    ['GET', '/list-accounts'],
    ['POST', '/link-social'],
    ['POST', '/unlink-account'],
    ['POST', '/get-access-token'],
    ['GET', '/passkey/list-user-passkeys'],
    ['POST', '/passkey/delete-passkey'],
    ['POST', '/passkey/update-passkey'],
    ['POST', '/sign-in/social'],
    ['GET', '/callback/province'],
    ['GET', '/error'],
    ['GET', '/ok'],
  ] as const

  test.each(closed)('%s %s is not there', async (method, path) => {
    const { cookie } = app.signedAs(lan)
    const reply = await app.server.inject({
      method,
      url: `/api/auth${path}`,
      headers: { cookie, origin: 'http://localhost' },
      ...(method === 'POST' ? { payload: {} } : {}),
    })
    expect([reply.statusCode, reply.json().code]).toEqual([404, 'http.not-found'])
  })

  test('are these and no others', () => {
    expect(openAddresses.toSorted()).toEqual([
      'GET /callback/province',
      'GET /passkey/generate-authenticate-options',
      'GET /passkey/generate-register-options',
      'POST /passkey/verify-authentication',
      'POST /passkey/verify-registration',
      'POST /sign-in/social',
      'POST /sign-in/username',
      'POST /sign-out',
      'POST /two-factor/enable',
      'POST /two-factor/generate-backup-codes',
      'POST /two-factor/verify-backup-code',
      'POST /two-factor/verify-totp',
    ])
  })

  test('refuse a request from another site, with and without cookies', async () => {
    const jar = cookieJar(app.server, { origin: 'https://example.com' })
    const refused = await jar.signIn(lan.username, goodPassword)
    expect([refused.status, refused.body.code]).toEqual([403, 'http.cross-site'])
    const { cookie } = app.signedAs(lan)
    const byFetch = await jar.send('POST', '/auth/sign-out', {}, { cookie, 'sec-fetch-site': 'cross-site' })
    expect(byFetch.status).toBe(403)
  })

  test('stumble over nothing that is sent', async () => {
    for (const payload of ['[]', '"text"', '5', 'null', '{"username":{"a":1},"password":[]}', '{']) {
      const reply = await app.server.inject({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        remoteAddress: '10.0.0.9',
        headers: { 'content-type': 'application/json', origin: 'http://localhost' },
        payload,
      })
      expect([payload, reply.statusCode >= 400 && reply.statusCode < 500]).toEqual([payload, true])
    }
  })

  test('nobody signed in is asked to sign in before anything of their own', async () => {
    for (const path of [
      '/two-factor/enable',
      '/two-factor/generate-backup-codes',
      '/passkey/verify-registration',
    ])
      expect([path, (await cookieJar(app.server).post(`/auth${path}`)).status]).toEqual([path, 401])
  })
})

test('the tables of Better Auth are as it wants them', async () => {
  const auth = createAuth(database.authPool, {
    secret: database.secrets.authSecret,
    baseUrl: 'http://localhost',
    identityServer: undefined,
    passkeys: passkeys('http://localhost'),
    passwords: { hash: async () => '', verify: async () => false },
    isDisabled: async () => false,
    takeCode: async () => true,
  })
  const { toBeCreated, toBeAdded } = await getMigrations({ ...auth.options, database: database.authPool })
  expect([
    toBeCreated.map(({ table }) => table),
    toBeAdded.map(({ table, fields }) => [table, Object.keys(fields)]),
  ]).toEqual([[], []])
})
