import type pg from 'pg'
import type { Actor } from '#platform/actor.ts'
import type { Auth } from './auth.ts'
import type { HashQueue } from './hash-queue.ts'
import type { Sessions } from './sessions.ts'
import type { Throttle } from './throttle.ts'

/** What the addresses under /api/auth work with. */
export type DoorParts = {
  /** Better Auth for an address: the identity server and passkeys are known only where their addresses are asked. */
  auth: (path: string) => Auth | Promise<Auth>
  pool: pg.Pool
  secret: string
  isHttps: () => boolean
  hasIdentityServer: boolean
  /** Tries of a password wait here, so that a burst finds the count of the failures before it. */
  attempts: HashQueue
  throttle: Throttle
  sessions: Sessions
  authenticate: (headers: Headers) => Promise<Actor | undefined>
  forgetSession: (headers: Headers) => void
}
