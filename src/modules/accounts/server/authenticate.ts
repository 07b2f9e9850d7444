import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import { httpProblem } from '#platform/http/problems.ts'
import { type GrantRow, listGrantsOn } from './queries.ts'
import type { SessionRow } from './queries-sessions.ts'
import { refusalOfSession, type Sessions } from './sessions.ts'

type KnownGrant = GrantRow & { capabilitySet: ReadonlySet<string> }
type Known = { session: SessionRow; grants: KnownGrant[]; until: number }

/** A session and its grants are looked up at most this often; a removed grant ends within this time. */
export const memoryMs = 5_000
const mostRemembered = 20_000

/** Who sends these headers, and under which grant (`x-grant`; without it the first). */
export function createAuthenticate(sessions: Sessions, clock: Clock) {
  const remembered = new Map<string, Known>()

  async function lookUp(cookie: string, headers: Headers): Promise<Known | undefined> {
    const found = await sessions.findWith(headers, (db, personId) =>
      listGrantsOn(db, personId, clock.today()),
    )
    if (!found) return undefined
    const { session, more: grants } = found
    const known = {
      session,
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
    const actor = known && actorOf(known, headers)
    return actor && sessions.worksUnder(known.session, actor.role) ? actor : undefined
  }

  return {
    authenticate,
    /** After a new grant, a disabled account, an ended session. */
    forget: () => remembered.clear(),
    /** After signing out: strangers may ask for it too, so it forgets nobody else. */
    forgetSession: (headers: Headers) => void remembered.delete(sessionCookie(headers) ?? ''),
  }
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

function actorOf({ session, grants }: Known, headers: Headers): Actor {
  const asked = headers.get('x-grant')
  const grant = asked ? grants.find(({ id }) => id === asked) : grants[0]
  if (!grant) {
    if (asked) throw httpProblem('http.no-such-grant')
    throw httpProblem('http.no-grant')
  }
  const heldBack = refusalOfSession(
    session,
    grants.flatMap(({ capabilities }) => capabilities),
  )
  return {
    accountId: session.personId,
    sessionId: session.id,
    ...(heldBack ? { heldBack } : {}),
    name: session.name,
    grantId: grant.id,
    role: grant.role,
    capabilities: grant.capabilitySet,
    validFrom: grant.validFrom,
    validTo: grant.validTo,
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
