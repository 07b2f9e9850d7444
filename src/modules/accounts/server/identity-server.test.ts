import { createServer } from 'node:http'
import { Provider } from 'oidc-provider'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '#test/app.ts'
import { cookieJar, type CookieJar } from '#test/cookie-jar.ts'
import { testDatabase } from '#test/database.ts'
import { listenLocally, startForger } from '#test/forged-identity-server.ts'
import { people } from '#test/people.ts'

/** Accounts of the province's identity server. */
const accounts: Record<string, { email: string; email_verified: boolean; name: string }> = {
  lan: { email: 'lan@tinh.example', email_verified: true, name: 'Phạm Thị Lan' },
  ngoai: { email: 'ngoai@tinh.example', email_verified: true, name: 'Người Ngoài' },
  nhai: { email: 'hung@tinh.example', email_verified: false, name: 'Người Nhái' },
}
const client = { clientId: 'uommam', clientSecret: 'bi-mat-cua-ung-dung-trong-kiem-thu' }

/** A real OpenID provider on a port of its own; whoever `loginAs` names is signed in there. */
async function startProvider(redirect: string) {
  const http = createServer()
  const { address: issuer, stop } = await listenLocally(http)
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: async (_: unknown, sub: string) => ({
      accountId: sub,
      claims: async () => ({ sub, ...accounts[sub] }),
    }),
    features: { devInteractions: { enabled: true } },
    pkce: { required: () => true },
    cookies: { keys: ['cookies-of-the-test'] },
  })
  http.on('request', provider.callback())
  return { issuer, stop }
}

const redirect = 'http://localhost/api/auth/callback/province'
const provider = await startProvider(redirect)
afterAll(() => provider.stop())

const database = await testDatabase()
const identityServer = { issuer: provider.issuer, ...client, name: 'Tài khoản tỉnh' }
const app = await testApp(database, { identityServer })
const { lanOfficerDakHa: lan, adminHung: hung } = people
await database.owner.query(
  `update accounts_people set email = e.email from (values ($1::uuid, $2), ($3::uuid, $4)) as e (id, email)
   where accounts_people.id = e.id`,
  [lan.id, 'lan@tinh.example', hung.id, 'hung@tinh.example'],
)
await database.owner.query(
  `update auth."user" u set "email" = p.email from accounts_people p where p.id = u."id" and p.email is not null`,
)

function keepCookies(cookies: Map<string, string>, reply: Response): void {
  for (const line of reply.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
}

/** The browser at the provider: follows redirects, signs in and agrees, until it is sent back to us. */
async function atProvider(start: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let url = new URL(start)
  let form: URLSearchParams | undefined
  for (let step = 0; step < 20; step += 1) {
    const reply = await fetch(url, {
      redirect: 'manual',
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { body: form } : {}),
    })
    keepCookies(cookies, reply)
    form = undefined
    const location = reply.headers.get('location')
    if (location) {
      url = new URL(location, url)
      if (url.href.startsWith(redirect)) return url
      continue
    }
    const page = await reply.text()
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1]
    if (!action) throw new Error(`the provider says: ${reply.status} ${page.slice(0, 300)}`)
    url = new URL(action, url)
    form = page.includes('name="login"')
      ? new URLSearchParams({ prompt: 'login', login, password: 'any' })
      : new URLSearchParams({ prompt: 'consent' })
  }
  throw new Error('the provider never came back')
}

async function begin(jar: CookieJar): Promise<string> {
  const { status, body } = await jar.post('/auth/sign-in/social', {
    provider: 'google',
    callbackURL: 'https://example.com/',
    idToken: { token: 'x' },
  })
  expect(status).toBe(200)
  return body.url
}

const comeBack = (jar: CookieJar, { pathname, search }: URL) => jar.get(`${pathname.slice(4)}${search}`)

async function signInAs(login: string) {
  const jar = cookieJar(app.server)
  const back = await atProvider(await begin(jar), login)
  return { jar, back, reply: await comeBack(jar, back) }
}

describe('the identity server of a province', () => {
  test('lets an invited person in, found by the e-mail that it verified', async () => {
    const { jar, reply } = await signInAs('lan')
    expect([reply.status, reply.headers['location']]).toEqual([302, '/'])
    expect((await jar.get('/me')).body.username).toBe(lan.username)
    expect((await jar.get('/me/security')).body.sessions[0].method).toBe('oidc')
  })

  test('and knows the same person later by the subject, even under another e-mail', async () => {
    const { email } = accounts['lan'] ?? { email: '' }
    if (accounts['lan']) accounts['lan'].email = 'lan.moi@tinh.example'
    const { jar } = await signInAs('lan')
    if (accounts['lan']) accounts['lan'].email = email
    expect((await jar.get('/me')).body.username).toBe(lan.username)
  })

  test.each([
    ['whoever was not invited', 'ngoai'],
    ['whoever claims an e-mail that is not verified', 'nhai'],
  ])('keeps out %s', async (_, login) => {
    const before = await database.owner.query('select count(*) from auth."user"')
    const { jar, reply } = await signInAs(login)
    expect(String(reply.headers['location'])).toMatch(/signin=refused/)
    expect((await jar.get('/me')).status).toBe(401)
    const after = await database.owner.query('select count(*) from auth."user"')
    expect(after.rows).toEqual(before.rows)
  })

  test('keeps out a disabled person', async () => {
    await database.owner.query('update accounts_people set disabled_at = now() where id = $1', [lan.id])
    const { jar, reply } = await signInAs('lan')
    await database.owner.query('update accounts_people set disabled_at = null where id = $1', [lan.id])
    expect([reply.status < 500, (await jar.get('/me')).status]).toEqual([true, 401])
  })

  test('asks with state, nonce and PKCE, for our address only', async () => {
    const asked = new URL(await begin(cookieJar(app.server))).searchParams
    expect(asked.get('redirect_uri')).toBe(redirect)
    expect([asked.get('response_type'), asked.get('code_challenge_method')]).toEqual(['code', 'S256'])
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length).toBeGreaterThan(16)
  })
})

describe('an answer of the identity server', () => {
  const nobodyCameIn = async (jar: CookieJar) => expect((await jar.get('/me')).status).toBe(401)

  test('counts once', async () => {
    const { jar, back } = await signInAs('lan')
    await jar.post('/auth/sign-out')
    await comeBack(jar, back)
    await nobodyCameIn(jar)
  })

  test('that was meant for another browser opens nothing', async () => {
    const victim = cookieJar(app.server)
    const back = await atProvider(await begin(cookieJar(app.server)), 'lan')
    const reply = await comeBack(victim, back)
    expect(reply.status).toBeLessThan(500)
    await nobodyCameIn(victim)
  })

  test.each([
    ['without state', (url: URL) => url.searchParams.delete('state')],
    ['with another state', (url: URL) => url.searchParams.set('state', 'forged')],
    ['with a made-up code', (url: URL) => url.searchParams.set('code', 'forged')],
    ['without a code', (url: URL) => url.searchParams.delete('code')],
  ])('%s is refused', async (_, change) => {
    const jar = cookieJar(app.server)
    const back = await atProvider(await begin(jar), 'lan')
    change(back)
    expect((await comeBack(jar, back)).status).toBeLessThan(500)
    await nobodyCameIn(jar)
  })
})

describe('a token', () => {
  const good = (asked: URLSearchParams, issuer: string) => ({
    iss: issuer,
    aud: client.clientId,
    sub: 'hung-at-forger',
    email: 'hung@tinh.example',
    email_verified: true,
    nonce: asked.get('nonce'),
    iat: Math.floor(Date.now() / 1000),
    exp: Math.floor(Date.now() / 1000) + 300,
  })

  const cases: [string, (claims: ReturnType<typeof good>) => Record<string, unknown>, number, boolean][] = [
    ['that is in order lets in', (claims) => claims, 200, false],
    ['signed by another key', (claims) => claims, 401, true],
    ['for another application', (claims) => ({ ...claims, aud: 'another' }), 401, false],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://example.com' }), 401, false],
    ['that is over', (claims) => ({ ...claims, exp: 1_700_000_000 }), 401, false],
    ['of another sign-in (nonce)', (claims) => ({ ...claims, nonce: 'replayed' }), 401, false],
  ]

  test.each(cases)('%s', async (_, change, status, byOtherKey) => {
    const forger = await startForger((asked, issuer) => change(good(asked, issuer)))
    const server = { issuer: forger.issuer, ...client, name: 'Máy chủ thử' }
    const forged = await testApp(database, { identityServer: server })
    const jar = cookieJar(forged.server)
    const asked = new URL(await begin(jar)).searchParams
    forger.forge.asked = asked
    if (byOtherKey) forger.forge.isOtherKey = true
    await jar.get(`/auth/callback/province?code=any&state=${asked.get('state')}`)
    expect((await jar.get('/me')).status).toBe(status)
    await forger.stop()
  })

  test('server that is away holds no password back', async () => {
    const away = await testApp(database, {
      identityServer: { issuer: 'http://127.0.0.1:9', ...client, name: 'Máy chủ tắt' },
    })
    const jar = cookieJar(away.server)
    expect((await jar.signIn('khong.ai', 'không phải mật khẩu')).status).toBe(401)
    const refused = await jar.post('/auth/sign-in/social')
    expect([refused.status >= 400, refused.status < 500 || refused.status === 503]).toEqual([true, true])
  })
})
