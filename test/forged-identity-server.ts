import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'

/** Listens on a free port of this machine. */
export async function listenLocally(http: Server): Promise<{ address: string; stop: () => Promise<void> }> {
  await new Promise<void>((ready) => http.listen(0, '127.0.0.1', ready))
  const at = http.address()
  const port = typeof at === 'object' && at ? at.port : 0
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () => new Promise<void>((done) => http.close(() => done())),
  }
}

type Claims = Readonly<Record<string, unknown>>

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signToken(claims: Claims, key: KeyObject): string {
  const plain = `${encode({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${encode(claims)}`
  return `${plain}.${sign('RSA-SHA256', Buffer.from(plain), key).toString('base64url')}`
}

/**
 * A server that speaks OpenID Connect and signs whatever a test wants. `forge.asked` is what the sign-in asked it for;
 * with `isOtherKey` it signs by a key that it does not publish.
 */
export async function startForger(claimsOf: (asked: URLSearchParams, issuer: string) => Claims) {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const forge = { isOtherKey: false, asked: new URLSearchParams() }
  const http = createServer((request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(request.url ?? '')))
  })
  const { address: issuer, stop } = await listenLocally(http)

  function answer(path: string): object {
    if (path.startsWith('/.well-known'))
      return {
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/me`,
        jwks_uri: `${issuer}/jwks`,
        id_token_signing_alg_values_supported: ['RS256'],
      }
    if (path === '/jwks')
      return { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }
    const { privateKey } = forge.isOtherKey ? other : own
    const idToken = signToken(claimsOf(forge.asked, issuer), privateKey)
    return { access_token: 'any', token_type: 'Bearer', expires_in: 60, id_token: idToken }
  }

  return { issuer, forge, stop }
}
