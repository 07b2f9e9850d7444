import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The token of Better Auth's session cookie, when its signature is ours: the token, a dot and its HMAC-SHA256 in
 * base64, URL-encoded (better-call, signed cookies). With https the name carries `__Secure-`.
 */
export function readSessionToken(headers: Headers, secret: string): string | undefined {
  const value = /(?:^|;\s*)(?:__Secure-)?uommam\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
  const plain = value && decode(value)
  const dot = plain?.lastIndexOf('.') ?? -1
  if (!plain || dot < 1) return undefined
  const token = plain.slice(0, dot)
  const given = Buffer.from(plain.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
