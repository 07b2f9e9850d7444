import { randomBytes } from 'node:crypto'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { accountsProblem } from '../shared/problems.ts'
import { auditSignIn, recordSignIn } from './audit-sign-in.ts'
import type { DoorParts } from './door-parts.ts'
import { type Body, problemResponse, replyWith, textIn, tooMany, withBody } from './door-replies.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { findSignInName, type SignInName } from './queries-sign-in.ts'
import type { Throttle } from './throttle.ts'

/**
 * Signing in by user name or e-mail. Whatever is wrong - no such person, no password yet, disabled, another password -
 * gives the same answer after the same work: one hash and the same statements. Asked in the line of the hashes, so that
 * a burst of guesses finds the count of the failures before it.
 */
export async function signInByPassword(parts: DoorParts, request: Request, body: Body): Promise<Response> {
  const login = textIn(body, 'username').normalize('NFC').trim().toLowerCase().slice(0, 200)
  const password = textIn(body, 'password').slice(0, 1_000)
  if (login === '' || password === '') return problemResponse(accountsProblem('accounts.sign-in-failed'))
  return parts.attempts.run(() => tryPassword(parts, request, { login, password }))
}

type SignInKeys = ReturnType<Throttle['signInKeys']>

type Typed = { login: string; password: string }

async function tryPassword(parts: DoorParts, request: Request, typed: Typed): Promise<Response> {
  const { pool, secret, throttle } = parts
  const { headers } = request
  const { found, username, keys, seconds } = await readScope(pool, everywhere, async (db) => {
    const found = await findSignInName(db, typed.login)
    const username = found?.username ?? typed.login
    const address = headers.get('x-forwarded-for') ?? ''
    const keys = throttle.signInKeys({
      username,
      address,
      knownDevice: knownDevice(headers, username, secret),
    })
    return { found, username, keys, seconds: await throttle.secondsToWait(keys, db) }
  })
  if (seconds > 0) return tooMany(seconds)
  const response = await askBetterAuth(parts, request, { ...typed, login: nameToAsk(found) })
  if (response.status >= 500) return response
  const personId = found?.personId
  if (response.ok) return letIn(parts, request, { username, personId, keys, response })
  await Promise.all([
    throttle.failed(keys),
    auditSignIn(pool, headers, { action: 'accounts.sign-in-failed', personId }),
  ])
  return problemResponse(accountsProblem('accounts.sign-in-failed'))
}

type Right = { username: string; personId: string | undefined; keys: SignInKeys; response: Response }

/** With a second factor nobody is in yet: the code is audited when it comes (sign-in-door.ts). */
async function letIn(
  parts: DoorParts,
  request: Request,
  { username, personId, keys, response }: Right,
): Promise<Response> {
  const answer: unknown = await response.json()
  const needsCode = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
  await writeScope(parts.pool, everywhere, async (tx) => {
    await parts.throttle.succeeded(keys, tx)
    if (!needsCode) await recordSignIn(tx, request.headers, { action: 'accounts.signed-in', personId })
  })
  return replyTo(parts, request, { username, needsCode, from: response.headers })
}

/** Whoever may not sign in is asked for under a name that nobody has. */
function nameToAsk(found: SignInName | undefined): string {
  return found?.hasPassword === true && !found.isDisabled ? found.username : nobodysName()
}

/** Better Auth hashes for a name that nobody has as well. */
function nobodysName(): string {
  return `nobody.${randomBytes(12).toString('hex')}`
}

async function askBetterAuth(
  { auth }: DoorParts,
  request: Request,
  { login, password }: Typed,
): Promise<Response> {
  const betterAuth = await auth('/sign-in/username')
  return betterAuth.handler(withBody(request, { username: login, password }))
}

function replyTo(
  { secret, isHttps }: DoorParts,
  { headers }: Request,
  { username, needsCode, from }: { username: string; needsCode: boolean; from: Headers },
): Response {
  const reply = replyWith({ needsCode }, from)
  reply.headers.append('set-cookie', rememberDevice(headers, username, { secret, isHttps: isHttps() }))
  return reply
}
