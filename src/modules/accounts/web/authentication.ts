import { z } from 'zod'
import { noteServerAnswer } from '#platform/web/connection.ts'
import { removeDrafts } from '#platform/web/device.ts'
import { chosenGrant, forgetGrant } from '#platform/web/grant.ts'
import { Me } from '../shared/contract.ts'

/**
 * Signing in and out, and who is signed in. Apart from the API client, whose answer to a missing
 * session is to ask for sign-in over the page: these requests are that asking.
 */
export type SignInOutcome = 'signed-in' | 'wrong' | 'too-many' | 'no-answer'

export async function signIn(username: string, password: string): Promise<SignInOutcome> {
  try {
    const response = await post('/api/auth/sign-in/username', { username, password })
    if (response.ok) return 'signed-in'
    if (response.status === 429) return 'too-many'
    return response.status >= 500 ? 'no-answer' : 'wrong'
  } catch {
    return 'no-answer'
  }
}

/** Drafts hold names of children: they leave a shared device together with the person. */
export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {})
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

function post(url: string, body: unknown): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
