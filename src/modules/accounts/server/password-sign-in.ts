import { randomBytes } from 'node:crypto'
import { readScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { accountsProblem } from '../shared/problems.ts'
import type { DoorParts } from './door-parts.ts'
import { type Body, problemResponse, replyWith, textIn, tooMany, withBody } from './door-replies.ts'
import { knownDevice, rememberDevice } from './known-device.ts'
import { findSignInName } from './queries-sign-in.ts'

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

type Typed = { login: string; password: string }

async function tryPassword(parts: DoorParts, request: Request, typed: Typed): Promise<Response> {
  const { pool, secret, throttle } = parts
  const { headers } = request
  const found = await readScope(pool, everywhere, (db) => findSignInName(db, typed.login))
  const username = found?.username ?? typed.login
  const address = headers.get('x-forwarded-for') ?? ''
  const keys = throttle.signInKeys({ username, address, knownDevice: knownDevice(headers, username, secret) })
  const seconds = await throttle.secondsToWait(keys)
  if (seconds > 0) return tooMany(seconds)
  const maySignIn = found?.hasPassword === true && !found.isDisabled
  const response = await askBetterAuth(parts, request, {
    ...typed,
    login: maySignIn ? username : nobodysName(),
  })
  if (response.status >= 500) return response
  if (!response.ok) {
    await throttle.failed(keys)
    return problemResponse(accountsProblem('accounts.sign-in-failed'))
  }
  await throttle.succeeded(keys)
  return replyTo(parts, request, { username, answer: await response.json(), from: response.headers })
}

/** Better Auth hashes for a name that nobody has as well. */
function nobodysName(): string {
  return `nobody.${randomBytes(12).toString('hex')}`
}

function askBetterAuth({ auth }: DoorParts, request: Request, { login, password }: Typed): Promise<Response> {
  return auth('/sign-in/username').handler(withBody(request, { username: login, password }))
}

function replyTo(
  { secret, isHttps }: DoorParts,
  { headers }: Request,
  { username, answer, from }: { username: string; answer: unknown; from: Headers },
): Response {
  const needsCode = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
  const reply = replyWith({ needsCode }, from)
  reply.headers.append('set-cookie', rememberDevice(headers, username, { secret, isHttps: isHttps() }))
  return reply
}
