import type { Actor } from '#platform/actor.ts'
import type { Problem } from '#base/problem.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { httpProblem } from '#platform/http/problems.ts'
import { accountsProblem } from '../shared/problems.ts'
import { mayAddFactor } from '../shared/session-rules.ts'
import { auditSignIn } from './audit-sign-in.ts'
import { identityServerId } from './auth.ts'
import type { DoorParts } from './door-parts.ts'
import { type Body, problemResponse, replyWith, textIn, tooMany, withBody } from './door-replies.ts'
import { signInByPassword } from './password-sign-in.ts'
import { audit } from './queries-audit.ts'
import { setSessionMethod } from './queries-sessions.ts'
import { readCode } from './readable-code.ts'

/**
 * Who may come to an address: 'open' everybody, 'own' whoever is signed in, 'adds' whoever may add a factor. `gives`
 * names the only parts of Better Auth's answer that go out (it would also tell the session's token), `takes` the only
 * parts of the request that go in.
 */
type Entry = {
  who: 'password' | 'open' | 'own' | 'adds'
  takes: readonly string[]
  gives: readonly string[] | 'all'
  audited?: string
  /** By what the session counts as opened from then on: the device has just checked its owner. */
  proves?: 'passkey'
  /** Tries of a password by whoever holds the session. */
  guesses?: true
  /** Somebody who was not in comes in by it. */
  signsIn?: true
}

const entries: Readonly<Record<string, Entry>> = {
  'POST /sign-in/username': { who: 'password', takes: [], gives: [] },
  'POST /sign-in/social': { who: 'open', takes: [], gives: ['url'] },
  [`GET /callback/${identityServerId}`]: { who: 'open', takes: [], gives: 'all', signsIn: true },
  'POST /sign-out': { who: 'open', takes: [], gives: [] },
  'POST /two-factor/verify-totp': {
    who: 'open',
    takes: ['code'],
    gives: [],
    audited: 'accounts.second-factor-set-up',
    signsIn: true,
  },
  'POST /two-factor/verify-backup-code': { who: 'open', takes: ['code'], gives: [], signsIn: true },
  'POST /two-factor/enable': {
    who: 'adds',
    takes: ['password'],
    gives: ['totpURI', 'backupCodes'],
    guesses: true,
  },
  'POST /two-factor/generate-backup-codes': {
    who: 'own',
    takes: ['password'],
    gives: ['backupCodes'],
    audited: 'accounts.recovery-codes-renewed',
    guesses: true,
  },
  'GET /passkey/generate-register-options': { who: 'adds', takes: [], gives: 'all' },
  'POST /passkey/verify-registration': {
    who: 'adds',
    takes: ['response', 'name'],
    gives: [],
    audited: 'accounts.passkey-added',
    proves: 'passkey',
  },
  'GET /passkey/generate-authenticate-options': { who: 'open', takes: [], gives: 'all' },
  'POST /passkey/verify-authentication': { who: 'open', takes: ['response'], gives: [], signsIn: true },
}

/** The addresses of Better Auth that are open, for the tests and the documents: all others answer 404. */
export const openAddresses: readonly string[] = Object.keys(entries)

/** The one way to Better Auth's own addresses under /api/auth. */
export function createSignInDoor(parts: DoorParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const path = pathOf(request)
    const entry = entries[`${request.method} ${path}`]
    if (!entry || (isIdentityServerPath(path) && !parts.hasIdentityServer))
      throw httpProblem('http.not-found')
    const body = await readBody(request)
    if (entry.who === 'password') return signInByPassword(parts, request, body)
    if (path === '/sign-in/social')
      return throughBetterAuth(parts, entry, withBody(request, toIdentityServer))
    const actor = await whoEnters(parts, entry, request.headers)
    const chosen = Object.fromEntries(entry.takes.map((name) => [name, body[name]]))
    if (path === '/two-factor/verify-backup-code') chosen['code'] = readCode(textIn(body, 'code'))
    return throughBetterAuth(parts, entry, withBody(request, chosen), actor)
  }
}

export const isIdentityServerPath = (path: string) =>
  path === '/sign-in/social' || path.startsWith('/callback/')

export const isPasskeyPath = (path: string) => path.startsWith('/passkey/')

/** Where the browser comes back to; the caller cannot choose another place, nor bring a token of its own. */
const toIdentityServer = {
  provider: identityServerId,
  callbackURL: '/',
  errorCallbackURL: '/?signin=refused',
}

const pathOf = (request: Request) => new URL(request.url).pathname.replace(/^\/api\/auth/, '')

async function whoEnters(parts: DoorParts, entry: Entry, headers: Headers): Promise<Actor | undefined> {
  if (entry.who === 'open') return entry.audited ? parts.authenticate(headers) : undefined
  const actor = await parts.authenticate(headers)
  const session = actor && (await parts.sessions.find(headers))
  if (!actor || !session) throw httpProblem('http.not-signed-in')
  if (entry.who === 'adds' && !mayAddFactor(session)) throw accountsProblem('accounts.passkey-needed')
  return actor
}

async function throughBetterAuth(
  parts: DoorParts,
  entry: Entry,
  request: Request,
  actor?: Actor,
): Promise<Response> {
  const ask = async () => (await parts.auth(pathOf(request))).handler(request)
  const response = await (entry.guesses ? slowedGuess(parts, actor, ask) : ask())
  if (entry.signsIn && !actor && response.status < 500) await noteSignIn(parts, request.headers, response)
  if (!response.ok) return refusalOf(response)
  parts.forgetSession(request.headers)
  if (actor) await noteInAudit(parts, actor, entry)
  return onlyGiving(response, entry.gives)
}

/** Better Auth asks for the password once more here: whoever holds the session must not guess it. */
async function slowedGuess(
  { throttle, attempts }: DoorParts,
  actor: Actor | undefined,
  ask: () => Promise<Response>,
): Promise<Response> {
  const keys = throttle.guessKeys('own password', actor?.sessionId ?? '')
  const seconds = await throttle.secondsToWait(keys)
  if (seconds > 0) return tooMany(seconds)
  const response = await attempts.run(ask)
  if (response.ok) await throttle.succeeded(keys)
  if (response.status === 400) await throttle.failed(keys)
  return response
}

/** Redirects carry cookies and an address of ours; errors of the database are told by their status alone. */
async function refusalOf(response: Response): Promise<Response> {
  const isOurs = response.headers.get('content-type') === 'application/problem+json'
  if (isOurs || response.status >= 500 || response.status < 400) return response
  return problemResponse(problemOf(response.status, await codeOf(response)))
}

/** Who came in is known by the session that the answer opens; an answer without one let nobody in. */
async function noteSignIn(
  { pool, sessions }: DoorParts,
  headers: Headers,
  response: Response,
): Promise<void> {
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0])
  const session = await sessions.find(new Headers({ cookie: cookies.join('; ') }))
  const action = session ? 'accounts.signed-in' : 'accounts.sign-in-failed'
  await auditSignIn(pool, headers, { action, personId: session?.personId })
}

async function noteInAudit({ pool }: DoorParts, actor: Actor, { audited, proves }: Entry): Promise<void> {
  await writeScope(pool, everywhere, async (tx) => {
    if (audited) await audit(tx, actor, audited, actor.accountId)
    if (proves && actor.sessionId) await setSessionMethod(tx, actor.sessionId, proves)
  })
}

async function readBody(request: Request): Promise<Body> {
  const body: unknown =
    request.method === 'GET'
      ? {}
      : await request
          .clone()
          .json()
          .catch(() => undefined)
  if (body === undefined) return {}
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw httpProblem('http.unreadable')
  return Object.fromEntries(Object.entries(body))
}

async function onlyGiving(response: Response, gives: Entry['gives']): Promise<Response> {
  if (gives === 'all') return response
  const body: unknown = await response.json().catch(() => ({}))
  const known = Object.entries(typeof body === 'object' && body !== null ? body : {})
  return replyWith(Object.fromEntries(known.filter(([name]) => gives.includes(name))), response.headers)
}

async function codeOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => undefined)
  return typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : ''
}

/** Better Auth's refusals in our words; what it may tell an attacker beyond that stays here. */
function problemOf(status: number, code: string): Problem {
  if (status === 429 || /TOO_MANY|LOCKED/.test(code)) return accountsProblem('accounts.code-too-many')
  if (/INVALID_PASSWORD/.test(code)) return accountsProblem('accounts.password-wrong')
  if (/INVALID_CODE|BACKUP_CODE/.test(code)) return accountsProblem('accounts.code-wrong')
  if (/TWO_FACTOR_COOKIE|TOTP_NOT/.test(code)) return accountsProblem('accounts.code-over')
  if (/NOT_FRESH/.test(code)) return accountsProblem('accounts.sign-in-first')
  if (/ORIGIN|CROSS_SITE/.test(code)) return httpProblem('http.cross-site')
  return accountsProblem('accounts.sign-in-refused')
}
