import { z } from 'zod'
import type { Problem } from '#base/problem.ts'
import { noteServerAnswer } from '#platform/web/connection.ts'
import { removeDrafts } from '#platform/web/device.ts'
import { chosenGrant, forgetGrant } from '#platform/web/grant.ts'
import { toProblem, webProblem } from '#platform/web/problems.ts'
import { Me } from '../shared/contract.ts'

/**
 * Signing in and out, and who is signed in. Apart from the API client, whose answer to a missing
 * session is to ask for sign-in over the page: these requests are that asking.
 */
export type SignInOutcome = 'signed-in' | 'needs-code' | Problem

/** The first step. 'needs-code': the password was right and the second step is still to come. */
export async function signIn(username: string, password: string): Promise<SignInOutcome> {
  const reply = await askAuth('POST', '/sign-in/username', z.object({ needsCode: z.boolean() }), {
    username,
    password,
  })
  if ('problem' in reply) return reply.problem
  return reply.body.needsCode ? 'needs-code' : 'signed-in'
}

/** The second step: six digits of the app, or a recovery code. */
export async function sendCode(code: string, kind: 'time-code' | 'recovery-code'): Promise<SignInOutcome> {
  const path = kind === 'time-code' ? '/two-factor/verify-totp' : '/two-factor/verify-backup-code'
  const reply = await askAuth('POST', path, z.unknown(), { code })
  return 'problem' in reply ? reply.problem : 'signed-in'
}

/** Leaves for the identity server; it sends the browser back. */
export async function goToIdentityServer(): Promise<Problem | undefined> {
  const reply = await askAuth('POST', '/sign-in/social', z.object({ url: z.url() }), {})
  if ('problem' in reply) return reply.problem
  globalThis.location.assign(reply.body.url)
  return undefined
}

/** Drafts hold names of children: they leave a shared device together with the person. */
export async function signOut(): Promise<void> {
  await askAuth('POST', '/sign-out', z.unknown(), {})
  removeDrafts()
  forgetGrant()
}

/** Who is signed in, or null. A grant that no longer counts is forgotten. */
export async function fetchMe(): Promise<Me | null> {
  const grant = chosenGrant()
  const response = await fetch('/api/me', { headers: grant ? { 'x-grant': grant } : {} })
  noteServerAnswer(response.status < 502)
  if (response.status === 401) return null
  if (response.ok) return Me.parse(await response.json())
  const refusal = z.object({ code: z.string() }).safeParse(await response.json().catch(() => undefined))
  if (grant && refusal.data?.code === 'http.no-such-grant') {
    forgetGrant()
    return fetchMe()
  }
  throw new Error(`who is signed in: status ${response.status}`)
}

export type AuthReply<Body> = { body: Body } | { problem: Problem }

/** One request to an address of sign-in; refusals are values here, because forms show them. */
export async function askAuth<Body>(
  method: 'GET' | 'POST',
  path: string,
  contract: z.ZodType<Body>,
  body?: unknown,
): Promise<AuthReply<Body>> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    const said: unknown = await response.json().catch(() => undefined)
    if (!response.ok) return { problem: toProblem(response.status, said) }
    const parsed = contract.safeParse(said)
    return parsed.success ? { body: parsed.data } : { problem: webProblem('web.unexpected-answer') }
  } catch {
    return { problem: webProblem('web.no-answer') }
  }
}
