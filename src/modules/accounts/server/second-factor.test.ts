import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testApp } from '#test/app.ts'
import { type CookieJar, cookieJar } from '#test/cookie-jar.ts'
import { testDatabase } from '#test/database.ts'
import { givePassword, goodPassword } from '#test/password.ts'
import { people } from '#test/people.ts'
import { timeCode } from '#test/time-code.ts'

const database = await testDatabase()
const app = await testApp(database)
const { adminHung: hung, lanOfficerDakHa: lan, phucOfficerDakTo: phuc } = people
for (const person of [hung, lan, phuc]) await givePassword(database, person)

const jarOf = async (person: { username: string }) => {
  const jar = cookieJar(app.server, { address: `10.2.0.${Math.floor(Math.random() * 250)}` })
  return { jar, reply: await jar.signIn(person.username, goodPassword) }
}

/** Half a minute passes: codes may be tried again. */
const forgetCodes = () => database.owner.query('delete from accounts_tried_codes')

async function setUp(person: { username: string }) {
  const { jar } = await jarOf(person)
  const begun = await jar.post('/auth/two-factor/enable', { password: goodPassword })
  const address: string = begun.body.totpURI
  const codes: string[] = begun.body.backupCodes
  const confirmed = await jar.post('/auth/two-factor/verify-totp', { code: timeCode(address) })
  await forgetCodes()
  return { jar, address, codes, status: confirmed.status }
}

beforeEach(async () => {
  await database.owner.query(
    'delete from auth."twoFactor"; delete from auth."passkey"; delete from accounts_failures',
  )
  await database.owner.query('update auth."user" set "twoFactorEnabled" = false')
  await database.owner.query(`update accounts_people set second_factor_due = now() + interval '7 days'`)
  await forgetCodes()
})

describe('time codes', () => {
  test('are set up with the password and a first code, and asked for from then on', async () => {
    const { jar, address, codes, status } = await setUp(lan)
    expect(status).toBe(200)
    expect(new URL(address).protocol).toBe('otpauth:')
    expect([codes.length, new Set(codes).size]).toEqual([10, 10])
    expect((await jar.get('/me/security')).body.secondFactor.isOn).toBe(true)

    const { jar: next, reply } = await jarOf(lan)
    expect(reply.body).toEqual({ needsCode: true })
    expect((await next.get('/me')).status).toBe(401)
    const wrong = await next.post('/auth/two-factor/verify-totp', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'accounts.code-wrong'])
    const right = await next.post('/auth/two-factor/verify-totp', { code: timeCode(address) })
    expect([right.status, right.body]).toEqual([200, {}])
    expect((await next.get('/me')).body.username).toBe(lan.username)
  })

  test('are not set up by a wrong code or a wrong password', async () => {
    const { jar } = await jarOf(lan)
    const refused = await jar.post('/auth/two-factor/enable', { password: 'không phải mật khẩu' })
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.password-wrong'])
    await jar.post('/auth/two-factor/enable', { password: goodPassword })
    expect((await jar.post('/auth/two-factor/verify-totp', { code: '123456' })).status).toBe(401)
    expect((await jarOf(lan)).reply.body).toEqual({ needsCode: false })
  })

  test('count once: a code that was seen over a shoulder opens nothing', async () => {
    const { address } = await setUp(lan)
    const code = timeCode(address)
    const { jar: own } = await jarOf(lan)
    const { jar: thief } = await jarOf(lan)
    expect((await own.post('/auth/two-factor/verify-totp', { code })).status).toBe(200)
    const replayed = await thief.post('/auth/two-factor/verify-totp', { code })
    expect([replayed.status, replayed.body.code]).toEqual([401, 'accounts.code-wrong'])
    expect((await thief.get('/me')).status).toBe(401)
  })

  test('at the same moment from two places let one in', async () => {
    const { address } = await setUp(lan)
    const code = timeCode(address)
    const jars = await Promise.all([jarOf(lan), jarOf(lan), jarOf(lan)])
    const replies = await Promise.all(
      jars.map(({ jar }) => jar.post('/auth/two-factor/verify-totp', { code })),
    )
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401])
  })

  test('are guessed five times at most for each password', async () => {
    const { address } = await setUp(lan)
    const { jar } = await jarOf(lan)
    const statuses: number[] = []
    for (let turn = 0; turn < 6; turn += 1)
      statuses.push((await jar.post('/auth/two-factor/verify-totp', { code: `11111${turn}` })).status)
    expect(statuses.at(-1)).toBe(429)
    expect((await jar.post('/auth/two-factor/verify-totp', { code: timeCode(address) })).status).not.toBe(200)
  })

  test('without a password before them open nothing', async () => {
    const { address } = await setUp(lan)
    const stranger = cookieJar(app.server)
    expect((await stranger.post('/auth/two-factor/verify-totp', { code: timeCode(address) })).status).toBe(
      401,
    )
    stranger.cookies.set('uommam.two_factor', 'forged.c2lnbmF0dXJl')
    expect((await stranger.post('/auth/two-factor/verify-totp', { code: timeCode(address) })).status).toBe(
      401,
    )
  })

  test('no browser is trusted for later: every sign-in asks', async () => {
    const { address } = await setUp(lan)
    const { jar } = await jarOf(lan)
    await jar.post('/auth/two-factor/verify-totp', { code: timeCode(address), trustDevice: true })
    await jar.post('/auth/sign-out')
    expect((await jar.signIn(lan.username, goodPassword)).body).toEqual({ needsCode: true })
  })
})

describe('recovery codes', () => {
  test('open once each, however they are typed from paper', async () => {
    const { codes } = await setUp(lan)
    const { jar } = await jarOf(lan)
    const typed = ` ${codes[2]?.slice(0, 5)}-${codes[2]?.slice(5)}`.toLowerCase()
    expect(
      (await (await jarOf(lan)).jar.post('/auth/two-factor/verify-backup-code', { code: typed })).status,
    ).toBe(200)
    expect((await jar.post('/auth/two-factor/verify-backup-code', { code: codes[0] })).status).toBe(200)
    const { jar: again } = await jarOf(lan)
    const used = await again.post('/auth/two-factor/verify-backup-code', { code: codes[0] })
    expect([used.status, used.body.code]).toEqual([401, 'accounts.code-wrong'])
    expect((await again.post('/auth/two-factor/verify-backup-code', { code: codes[1] })).status).toBe(200)
  })

  test('are renewed with the password; the former ones stop working', async () => {
    const { jar, codes } = await setUp(lan)
    expect(
      (await jar.post('/auth/two-factor/generate-backup-codes', { password: 'sai rồi nhé' })).status,
    ).toBe(403)
    const renewed = await jar.post('/auth/two-factor/generate-backup-codes', { password: goodPassword })
    expect(renewed.body.backupCodes).toHaveLength(10)
    const { jar: next } = await jarOf(lan)
    expect((await next.post('/auth/two-factor/verify-backup-code', { code: codes[0] })).status).toBe(401)
  })
})

describe('a role that asks for a second factor', () => {
  const comesDue = () => database.owner.query(`update accounts_people set second_factor_due = now()`)
  const meOf = async (jar: CookieJar) => (await jar.get('/me')).body

  test('works during the days of grace, then holds everything back until it is set up', async () => {
    const { jar } = await jarOf(hung)
    expect((await jar.get('/people')).status).toBe(200)
    expect((await jar.get('/me/security')).body.secondFactor).toMatchObject({
      isRequired: true,
      heldBack: null,
    })
    await comesDue()
    const { jar: late } = await jarOf(hung)
    expect((await meOf(late)).heldBack).toBe(true)
    expect((await late.get('/me/security')).body.secondFactor.heldBack).toBe('set-up')
    const refused = await late.get('/people')
    expect([refused.status, refused.body.code]).toEqual([403, 'accounts.second-factor-needed'])
    const begun = await late.post('/auth/two-factor/enable', { password: goodPassword })
    await late.post('/auth/two-factor/verify-totp', { code: timeCode(begun.body.totpURI) })
    expect((await meOf(late)).heldBack).toBe(false)
    expect((await late.get('/people')).status).toBe(200)
  })

  test('lets people of other roles alone', async () => {
    await comesDue()
    const { jar } = await jarOf(lan)
    expect([
      (await meOf(jar)).heldBack,
      (await jar.get('/me/security')).body.secondFactor.isRequired,
    ]).toEqual([false, false])
  })

  test('keeps its second factor; another role may turn it off with the password', async () => {
    const { jar } = await setUp(hung)
    const kept = await jar.send('DELETE', '/me/time-codes', { password: goodPassword })
    expect([kept.status, kept.body.code]).toEqual([409, 'accounts.second-factor-kept'])
    const { jar: officer } = await setUp(lan)
    expect((await officer.send('DELETE', '/me/time-codes', { password: 'sai mật khẩu' })).status).toBe(403)
    expect((await officer.send('DELETE', '/me/time-codes', { password: goodPassword })).status).toBe(200)
    expect((await jarOf(lan)).reply.body).toEqual({ needsCode: false })
  })

  test('a stolen password adds no factor to an account with a passkey', async () => {
    await database.owner.query(
      `insert into auth."passkey" ("publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
       values ('key', $1, 'credential-of-hung', 0, 'singleDevice', false)`,
      [hung.id],
    )
    await comesDue()
    const { jar } = await jarOf(hung)
    expect((await jar.get('/me/security')).body.secondFactor.heldBack).toBe('show-passkey')
    const adds = await jar.post('/auth/two-factor/enable', { password: goodPassword })
    expect([adds.status, adds.body.code]).toEqual([403, 'accounts.passkey-needed'])
    expect((await jar.get('/auth/passkey/generate-register-options')).status).toBe(403)
  })
})

describe('a lost second factor', () => {
  test('is reset by an administrator of the place: sessions end, and it stands in the audit', async () => {
    const { jar } = await setUp(lan)
    const reset = await app.as(hung).post(`/people/${lan.id}/second-factor-reset`)
    expect(reset.status).toBe(200)
    expect((await jar.get('/me')).status).toBe(401)
    expect((await jarOf(lan)).reply.body).toEqual({ needsCode: false })
    const { rows } = await database.owner.query(
      `select person_id from accounts_audit where action = 'accounts.second-factor-reset' and subject_id = $1`,
      [lan.id],
    )
    expect(rows).toEqual([{ person_id: hung.id }])
  })

  test('not by oneself, not by an officer, not for nobody', async () => {
    const own = await app.as(hung).post(`/people/${hung.id}/second-factor-reset`)
    expect([own.status, own.body.code]).toEqual([409, 'accounts.not-yourself'])
    expect((await app.as(phuc).post(`/people/${lan.id}/second-factor-reset`)).status).toBe(403)
    expect((await app.as(hung).post(`/people/${newId()}/second-factor-reset`)).status).toBe(404)
  })

  test('of somebody who works elsewhere too is for the level above: so is a new invitation', async () => {
    const [commune, extra] = [newId(), newId()]
    const grant = (id: string, personId: string, role: string, areaId: string) =>
      database.owner.query(
        `insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
         select $1, $2, $3, id, lft, '2025-07-01' from areas where id = $4`,
        [id, personId, role, areaId],
      )
    await grant(commune, phuc.id, 'administrator', phuc.areaId)
    await grant(extra, lan.id, 'viewer', phuc.areaId)
    const local = app.as({ ...phuc, grantId: commune })
    const reset = await local.post(`/people/${lan.id}/second-factor-reset`)
    expect([reset.status, reset.body.code]).toEqual([409, 'accounts.works-elsewhere'])
    const invited = await local.post(`/people/${lan.id}/invitation`)
    expect([invited.status, invited.body.code]).toEqual([409, 'accounts.works-elsewhere'])
    expect((await local.post(`/people/${hung.id}/second-factor-reset`)).status).toBe(404)
    await database.owner.query('delete from accounts_grants where id = any($1)', [[commune, extra]])
  })
})

describe('a passkey', () => {
  const addRow = async ({ id }: { id: string }) => {
    const { rows } = await database.owner.query<{ id: string }>(
      `insert into auth."passkey" ("name", "publicKey", "userId", "credentialID", "counter", "deviceType", "backedUp")
       values ('Điện thoại', 'key', $1::uuid, 'of ' || $1::text, 0, 'singleDevice', false) returning "id"`,
      [id],
    )
    return rows[0]?.id ?? ''
  }

  test('is removed with the password, and only by whoever it belongs to', async () => {
    const passkeyId = await addRow(lan)
    const { jar } = await jarOf(lan)
    const remove = (who: CookieJar, password: string) =>
      who.send('DELETE', `/me/passkeys/${passkeyId}`, { password })
    expect((await remove(jar, 'sai mật khẩu')).body.code).toBe('accounts.password-wrong')
    const other = await remove((await jarOf(phuc)).jar, goodPassword)
    expect([other.status, other.body.code]).toEqual([404, 'accounts.passkey-not-found'])
    expect((await jar.get('/me/security')).body.passkeys).toMatchObject([{ name: 'Điện thoại' }])
    expect((await remove(jar, goodPassword)).status).toBe(200)
    expect((await jar.get('/me/security')).body.passkeys).toEqual([])
  })

  test('stays while it is the only second factor of a role that asks for one', async () => {
    const passkeyId = await addRow(hung)
    const { jar } = await jarOf(hung)
    const kept = await jar.send('DELETE', `/me/passkeys/${passkeyId}`, { password: goodPassword })
    expect([kept.status, kept.body.code]).toEqual([409, 'accounts.second-factor-kept'])
    expect((await jar.get('/me/security')).body.passkeys).toHaveLength(1)
  })

  test('that the server does not know opens nothing', async () => {
    const stranger = cookieJar(app.server)
    const { body } = await stranger.get('/auth/passkey/generate-authenticate-options')
    expect(body.challenge.length).toBeGreaterThan(20)
    const response = {
      id: 'unknown',
      rawId: 'unknown',
      type: 'public-key',
      response: {},
      clientExtensionResults: {},
    }
    const refused = await stranger.post('/auth/passkey/verify-authentication', { response })
    expect([refused.status, refused.body.code]).toEqual([401, 'accounts.sign-in-refused'])
  })
})
