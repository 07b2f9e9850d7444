import type { Day } from '#base/day.ts'
import { overlaps, type Span } from '#base/span.ts'
import type { Db } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { findArea } from '#modules/areas/server/public.ts'
import { type Giver, whyNotGive } from '../shared/access.ts'
import type { GiveGrant } from '../shared/contract-people.ts'
import { accountsProblem } from '../shared/problems.ts'
import { audit } from './queries-audit.ts'
import { endSessions } from './queries-credentials.ts'
import * as store from './queries-grants.ts'
import { findPerson } from './queries.ts'

export type Wanted = { role: string; areaId: string; validFrom?: Day | undefined; validTo: Day | null }

/** The grant as it may be given by who asks, or the reason why not. A place elsewhere looks like none. */
export async function allowedGrant({ tx, actor, clock }: Writing, wanted: Wanted) {
  const [giver, role, area] = await Promise.all([
    getGiver(tx, actor.grantId),
    store.findRole(tx, wanted.role),
    findArea(tx, wanted.areaId),
  ])
  if (!area) throw accountsProblem('accounts.outside-your-area')
  if (!role) throw accountsProblem('accounts.role-not-found')
  const today = clock.today()
  const validFrom = wanted.validFrom ?? today
  const refusal = whyNotGive(giver, { role, area, validFrom, validTo: wanted.validTo })
  if (refusal) throw accountsProblem(refusal)
  if (validFrom < today) throw accountsProblem('accounts.starts-in-the-past')
  return { role: role.key, area, validFrom, validTo: wanted.validTo }
}

async function getGiver(db: Db, grantId: string): Promise<Giver> {
  const giver = await store.findGiver(db, grantId)
  if (!giver) throw accountsProblem('accounts.role-not-yours-to-give')
  return giver
}

/** Another role for a person who is known here. Sent again with the same id, it is given once. */
export async function giveGrant(
  context: Writing,
  { personId, input }: { personId: string; input: GiveGrant },
): Promise<{ id: string }> {
  const { tx, actor, clock } = context
  const { leftOn } = await getPerson(tx, personId)
  if (personId === actor.accountId) throw accountsProblem('accounts.not-to-yourself')
  const earlier = await store.findGrant(tx, input.id)
  if (earlier?.personId === personId) return { id: input.id }
  const grant = await allowedGrant(context, input)
  if (leftOn && (grant.validTo === null || grant.validTo > leftOn))
    throw accountsProblem('accounts.person-left')
  const held = await store.listHeldGrants(tx, personId, clock.today())
  if (held.some((one) => isSame(one, grant))) throw accountsProblem('accounts.held-already')
  await store.insertGrant(tx, { ...grant, id: input.id, personId, grantedBy: actor.accountId })
  const { role, validFrom, validTo } = grant
  await audit(tx, actor, 'accounts.grant-given', personId, {
    after: { grantId: input.id, role, areaId: grant.area.id, validFrom, validTo },
  })
  return { id: input.id }
}

type RoleInDays = Span & { role: string }

function isSame(
  held: RoleInDays & { areaId: string },
  grant: RoleInDays & { area: { id: string } },
): boolean {
  return held.role === grant.role && held.areaId === grant.area.id && overlaps(held, grant)
}

/** Ends a grant at once; open sessions notice within five seconds. Ended again, nothing happens. */
export async function endGrant(
  context: Writing,
  { personId, grantId }: { personId: string; grantId: string },
): Promise<{ id: string }> {
  const { tx, actor, clock } = context
  const grant = await store.findGrant(tx, grantId)
  if (grant?.personId !== personId) throw accountsProblem('accounts.grant-not-found')
  if (grantId === actor.grantId) throw accountsProblem('accounts.not-your-acting-grant')
  if (grant.endedAt) return { id: grantId }
  const giver = await getGiver(tx, actor.grantId)
  const role = await store.findRole(tx, grant.role)
  if (!role || !mayTakeBack(giver, role)) throw accountsProblem('accounts.role-not-yours-to-give')
  await store.setEnded(tx, [grantId], { at: clock.now(), by: actor.accountId })
  await audit(tx, actor, 'accounts.grant-ended', personId, { before: { grantId, role: grant.role } })
  const left = await store.listHeldGrants(tx, personId, clock.today())
  if (left.length === 0 && !(await isElsewhere(context, personId))) await endSessions(tx, personId)
  return { id: grantId }
}

/** Whoever may give a role may take it back, retired roles by an administrator. */
export function mayTakeBack(giver: Pick<Giver, 'capabilities' | 'mayGrant'>, role: { key: string }): boolean {
  return giver.capabilities.has('accounts.manage') || giver.mayGrant.includes(role.key)
}

/** The last day at work: grants end with it, sessions too when it has passed. Null takes the leaving back. */
export async function setLeaving(
  context: Writing,
  { personId, leftOn }: { personId: string; leftOn: Day | null },
): Promise<{ id: string }> {
  const { tx, actor, clock } = context
  await getManagedPerson(context, personId)
  if (leftOn) await store.endAfter(tx, personId, { lastDay: leftOn, at: clock.now(), by: actor.accountId })
  await store.setLeftOn(tx, personId, leftOn)
  if (leftOn && leftOn < clock.today()) await endSessions(tx, personId)
  await audit(tx, actor, leftOn ? 'accounts.person-left' : 'accounts.person-back', personId, {
    after: { leftOn },
  })
  return { id: personId }
}

/** A person all of whose places lie elsewhere looks like a person who does not exist. */
export async function getPerson(db: Db, personId: string) {
  const [person, isKnown] = await Promise.all([findPerson(db, personId), store.isKnownHere(db, personId)])
  if (!person || !isKnown) throw accountsProblem('accounts.person-not-found')
  return person
}

/**
 * For what concerns the whole account (lock, new password, leaving): all roles that the person holds must lie within
 * the place of who asks, and be roles that they may give.
 */
export async function getManagedPerson(context: Writing, personId: string) {
  const { tx, actor, clock } = context
  const person = await getPerson(tx, personId)
  if (personId === actor.accountId) throw accountsProblem('accounts.not-yourself')
  if (await isElsewhere(context, personId)) throw accountsProblem('accounts.works-elsewhere')
  const giver = await getGiver(tx, actor.grantId)
  const held = await store.listHeldGrants(tx, personId, clock.today())
  if (!held.every(({ role }) => mayTakeBack(giver, { key: role })))
    throw accountsProblem('accounts.not-yours-to-manage')
  return person
}

function isElsewhere({ tx, actor, clock }: Writing, personId: string): Promise<boolean> {
  return store.holdsElsewhere(tx, personId, { range: actor.area, day: clock.today() })
}
