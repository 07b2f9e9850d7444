import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { hashedHere, type Passwords } from '#platform/passwords/hash-process.ts'
import { type Auth, type AuthOptions, createAuth, type IdentityServer } from './auth.ts'
import { createAuthenticate } from './authenticate.ts'
import type { AccountsDoors } from './doors.ts'
import { createHashQueue, type HashQueue } from './hash-queue.ts'
import { takeCode } from './queries-failures.ts'
import { isDisabled } from './queries-sign-in.ts'
import { createSessions } from './sessions.ts'
import { createSignInDoor, isIdentityServerPath, isPasskeyPath } from './sign-in-door.ts'
import { createThrottle } from './throttle.ts'

export type SignInParts = {
  database: { pool: pg.Pool; authPool: pg.Pool; secrets: { authSecret: string } }
  clock: Clock
  /** Known once the server listens. */
  publicUrl: () => string
  identityServer: IdentityServer | undefined
  setupCode: string | undefined
  /** Where passwords are hashed; without it in this process. */
  passwords?: Passwords | undefined
}

/** Everything about who somebody is, put together: what answers /api/auth, who sends a request, what routes need. */
export function createSignIn(parts: SignInParts) {
  const { database, clock, publicUrl, identityServer, setupCode } = parts
  const { pool, authPool, secrets } = database
  const secret = secrets.authSecret
  const sessions = createSessions(pool, secret)
  const { authenticate, forget, forgetSession } = createAuthenticate(sessions, clock)
  const hashes = createHashQueue()
  // A try of a password also waits for the database, meanwhile another one hashes.
  const attempts = createHashQueue({ atOnce: 4 * availableParallelism() })
  const passwords = inLine(hashes, parts.passwords ?? hashedHere)
  const throttle = createThrottle(pool, secret)
  const make = (plugins: Plugins) =>
    createAuth(authPool, {
      secret,
      baseUrl: publicUrl(),
      ...plugins,
      passwords,
      isDisabled: (personId) => readScope(pool, everywhere, (db) => isDisabled(db, personId)),
      takeCode: (personId, code) =>
        writeScope(pool, everywhere, (tx) => takeCode(tx, personId, hashOf(`${personId} ${code}`))),
    })
  const answer = createSignInDoor({
    auth: byAddress(make, { identityServer, publicUrl }),
    pool,
    secret,
    isHttps: () => publicUrl().startsWith('https:'),
    hasIdentityServer: identityServer !== undefined,
    attempts,
    throttle,
    sessions,
    authenticate,
    forgetSession,
  })
  const doors: AccountsDoors = {
    hash: passwords.hash,
    verify: (password, hash) => passwords.verify({ password, hash }),
    throttle,
    identityServer: identityServer?.name,
    setupCode,
    forget,
  }
  return { answer, authenticate, doors }
}

/** All that hashes in this process waits in one line. */
function inLine(hashes: HashQueue, { hash, verify }: Passwords): Passwords {
  return {
    hash: (password) => hashes.run(() => hash(password)),
    verify: (given) => hashes.run(() => verify(given)),
  }
}

type Plugins = Pick<AuthOptions, 'identityServer' | 'passkeys'>

/**
 * Better Auth for an address, each made when first asked for: an identity server that does not answer holds nobody
 * else up, and most installations never see a passkey.
 */
function byAddress(
  make: (plugins: Plugins) => Auth,
  { identityServer, publicUrl }: Pick<SignInParts, 'identityServer' | 'publicUrl'>,
): (path: string) => Auth | Promise<Auth> {
  const plain = once(() => make({ identityServer: undefined }))
  const withIdentityServer = once(() => make({ identityServer }))
  const withPasskeys = once(async () => {
    const { passkeys } = await import('./passkeys.ts')
    return make({ identityServer: undefined, passkeys: passkeys(publicUrl()) })
  })
  return (path) => {
    if (isIdentityServerPath(path)) return withIdentityServer()
    return isPasskeyPath(path) ? withPasskeys() : plain()
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
