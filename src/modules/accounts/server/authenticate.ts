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

/** What was looked up for a cookie, for some seconds. Of a page that asks for several things at once the first looks up for all. */
function createMemory(lookUp: (headers: Headers) => Promise<Known | undefined>) {
  const remembered = new Map<string, Known>()
  const lookingUp = new Map<string, Promise<Known | undefined>>()

  function lookUpOnce(cookie: string, headers: Headers): Promise<Known | undefined> {
    const underWay = lookingUp.get(cookie)
    if (underWay) return underWay
    const isCurrent = () => lookingUp.get(cookie) === looking
    const looking = lookUp(headers)
      .then((known) => {
        if (known && isCurrent()) remember(cookie, known)
        return known
      })
      .finally(() => {
        if (isCurrent()) lookingUp.delete(cookie)
      })
    lookingUp.set(cookie, looking)
    return looking
  }

  function remember(cookie: string, known: Known): void {
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(cookie, known)
  }

  return {
    find: async (cookie: string, headers: Headers): Promise<Known | undefined> => {
      const fresh = remembered.get(cookie)
      return fresh && fresh.until > Date.now() ? fresh : lookUpOnce(cookie, headers)
    },
    // What is being looked up may have been read before the change: it is not remembered either.
    forget: () => {
      remembered.clear()
      lookingUp.clear()
    },
    forgetOne: (cookie: string) => {
      remembered.delete(cookie)
      lookingUp.delete(cookie)
    },
  }
}

/** Who sends these headers, and under which grant (`x-grant`; without it the first). */
export function createAuthenticate(sessions: Sessions, clock: Clock) {
  const memory = createMemory(lookUp)

  async function lookUp(headers: Headers): Promise<Known | undefined> {
    const found = await sessions.findWith(headers, (db, personId) =>
      listGrantsOn(db, personId, clock.today()),
    )
    if (!found) return undefined
    const { session, more: grants } = found
    return {
      session,
      grants: grants.map((grant) => ({ ...grant, capabilitySet: sharedSet(grant.capabilities) })),
      until: Date.now() + memoryMs,
    }
  }

  async function authenticate(headers: Headers): Promise<Actor | undefined> {
    const cookie = sessionCookie(headers)
    if (!cookie) return undefined
    const known = await memory.find(cookie, headers)
    const actor = known && actorOf(known, headers)
    return actor && sessions.worksUnder(known.session, actor.role) ? actor : undefined
  }

  return {
    authenticate,
    /** After a new grant, a disabled account, an ended session. */
    forget: memory.forget,
    /** After signing out: strangers may ask for it too, so it forgets nobody else. */
    forgetSession: (headers: Headers) => memory.forgetOne(sessionCookie(headers) ?? ''),
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
