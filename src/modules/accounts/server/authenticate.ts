import type pg from 'pg'
import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { readScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { httpProblem } from '#platform/http/problems.ts'
import type { Auth } from './auth.ts'
import { type GrantRow, listGrantsOn } from './queries.ts'

type KnownGrant = GrantRow & { capabilitySet: ReadonlySet<string> }
type Known = { personId: string; name: string; grants: KnownGrant[]; until: number }

/** A session and its grants are looked up at most this often; a removed grant ends within this time. */
const memoryMs = 5_000
const mostRemembered = 20_000

/** Who sends these headers, and under which grant (`x-grant`; without it the first). */
export function createAuthenticate(auth: Auth, pool: pg.Pool, clock: Clock) {
  const remembered = new Map<string, Known>()

  async function lookUp(cookie: string, headers: Headers): Promise<Known | undefined> {
    // Better Auth hides what its database said behind an error of its own; looking up has no other way to fail.
    const session = await auth.api.getSession({ headers }).catch(() => {
      throw httpProblem('http.database-away')
    })
    if (!session) return undefined
    const grants = await readScope(pool, everywhere, (db) => listGrantsOn(db, session.user.id, clock.today()))
    const known = {
      personId: session.user.id,
      name: session.user.name,
      grants: grants.map((grant) => ({ ...grant, capabilitySet: sharedSet(grant.capabilities) })),
      until: Date.now() + memoryMs,
    }
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(cookie, known)
    return known
  }

  async function authenticate(headers: Headers): Promise<Actor | undefined> {
    const cookie = sessionCookie(headers)
    if (!cookie) return undefined
    const fresh = remembered.get(cookie)
    const known = fresh && fresh.until > Date.now() ? fresh : await lookUp(cookie, headers)
    return known && actorOf(known, headers)
  }

  /** Forgets what is remembered: after signing out, a new grant, a disabled account. */
  return { authenticate, forget: () => remembered.clear() }
}

/** One set for all who hold the same capabilities: roles are few, sessions many. */
const sets = new Map<string, ReadonlySet<string>>()
const mostSets = 500

function sharedSet(capabilities: readonly string[]): ReadonlySet<string> {
  const key = capabilities.join(' ')
  const set = sets.get(key) ?? new Set(capabilities)
  if (sets.size >= mostSets) sets.clear()
  sets.set(key, set)
  return set
}

function sessionCookie(headers: Headers): string | undefined {
  return /(?:^|;\s*)(?:__Secure-)?uommam\.session_token=([^;]+)/.exec(headers.get('cookie') ?? '')?.[1]
}

function actorOf(known: Known, headers: Headers): Actor | undefined {
  const asked = headers.get('x-grant')
  const grant = asked ? known.grants.find(({ id }) => id === asked) : known.grants[0]
  if (!grant) {
    if (asked) throw httpProblem('http.no-such-grant')
    throw httpProblem('http.not-allowed')
  }
  return {
    accountId: known.personId,
    name: known.name,
    grantId: grant.id,
    role: grant.role,
    capabilities: grant.capabilitySet,
    area: {
      id: grant.areaId,
      code: grant.code,
      kind: grant.kind,
      name: grant.name,
      lft: grant.lft,
      rgt: grant.rgt,
    },
    language: /^en\b/.test(headers.get('accept-language') ?? '') ? 'en' : 'vi',
  }
}
