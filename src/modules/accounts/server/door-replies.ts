import type { Problem } from '#base/problem.ts'
import { problemReply } from '#platform/http/refusals.ts'
import { accountsProblem } from '../shared/problems.ts'

export type Body = Readonly<Record<string, unknown>>

/** A field of a body as text; what is not text counts as left empty. */
export function textIn(body: Body, name: string): string {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

export function withBody(request: Request, body: Body): Request {
  if (request.method === 'GET') return request
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  return new Request(request.url, { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Our own words with Better Auth's cookies. */
export function replyWith(body: Body, from: Headers): Response {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(body), { headers })
}

/** A refusal as the rest of the API sends it (RFC 9457), in Vietnamese: whose language it is is not known yet. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(problemReply(problem, 'vi')), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  })
}

/** 429 with `retry-after` in seconds (RFC 9110, section 10.2.3). */
export function tooMany(seconds: number): Response {
  return problemResponse(accountsProblem('accounts.sign-in-too-many', { seconds }), {
    'retry-after': String(seconds),
  })
}
