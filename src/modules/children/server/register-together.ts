import type { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db/types.ts'
import type { WritingTogether } from '#platform/http/route.ts'
import { type Outcome, outcomeOf } from '#platform/http/together.ts'
import { auditAll } from '#modules/accounts/server/public.ts'
import { unnamedText } from '../shared/child-name.ts'
import { seenChild, sightOf } from '../shared/confidential.ts'
import { type Child, Poverty, type RegisterChild } from '../shared/contract.ts'
import { birthsAgree } from '../shared/birth.ts'
import { type ComparedChild, comparedBirthDates, duplicateScore, possibleFrom } from '../shared/duplicates.ts'
import { childrenProblem } from '../shared/problems.ts'
import { checkedDetails, placeWithin } from './check-child.ts'
import { childrenChanged } from './hooks.ts'
import { comparedOf, toNewChild } from './new-child.ts'
import {
  findChild,
  insertChildren,
  listPlaces,
  listRegisteredIds,
  type NamedPlace,
  type NewChild,
  type PlaceRow,
  takenPersonalIds,
  withHouseholds,
} from './queries-children.ts'
import { listAlike } from './queries-duplicates.ts'

type Asked = { actor: Actor; input: RegisterChild }
type Compared = { compared: ComparedChild; communeId: string }

/** One that may be registered as far as its own words go. */
type Ready = Asked & { child: RegisterChild; like: Compared }

type Looked = {
  places: readonly PlaceRow[]
  now: string
  taken: ReadonlySet<string>
  registered: ReadonlySet<string>
}

/** `repeated`: the child is in the register, or among those registered with it, already. */
type Decided = Outcome<Child> | { repeated: string }

function ready({ actor, input }: Asked, today: Day): Outcome<Ready> {
  return outcomeOf(() => {
    const child = checkedDetails(input, { today, language: actor.language })
    return { actor, input, child, like: { compared: comparedOf(child), communeId: child.communeId } }
  })
}

/** The question that `listAlike` asks of the register, asked of a child that is registered in the same moment. */
function isAlike(one: Compared, other: Compared): boolean {
  const [a, b] = [one.compared, other.compared]
  if (!comparedBirthDates(a.bornOn).includes(b.bornOn) && !birthsAgree(a, b)) return false
  const isNear = one.communeId === other.communeId || (a.name !== '' && a.name === b.name)
  return isNear && duplicateScore(a, b).score >= possibleFrom
}

/** What the register knows that speaks for or against these children; in one message to the database. */
async function look(
  tx: Tx,
  all: readonly Ready[],
  today: Day,
): Promise<Looked & { alike: ReadonlySet<number> }> {
  const numbers = all.flatMap(({ child }) => child.personalId ?? [])
  const asked = all.map(({ input, like }) => ({ ...like, skip: input.isAnotherChild }))
  const placeIds = all.flatMap(({ child }) => [child.communeId, child.villageId ?? child.communeId])
  const [registered, { places, now }, taken, candidates] = await Promise.all([
    listRegisteredIds(
      tx,
      all.map(({ child }) => child.id),
    ),
    listPlaces(tx, placeIds, today),
    numbers.length > 0 ? takenPersonalIds(tx, numbers) : [],
    listAlike(tx, asked),
  ])
  const alike = candidates.filter(({ index, compared }) => {
    const one = all[index]
    return one !== undefined && duplicateScore(one.like.compared, compared).score >= possibleFrom
  })
  return {
    places,
    now,
    taken: new Set(taken),
    registered: new Set(registered),
    alike: new Set(alike.map(({ index }) => index)),
  }
}

function toReply(child: RegisterChild, place: NamedPlace, registeredAt: string): Child {
  const { isAnotherChild: _, ...details } = child
  const rank = ({ relation }: { relation: string }) =>
    relation === 'mother' ? 0 : relation === 'father' ? 1 : 2
  return {
    ...details,
    fullName: child.unnamed ? unnamedText : child.fullName,
    householdCode: child.householdCode || null,
    householdId: null,
    carers: child.carers.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1)),
    communeName: place.communeName,
    villageName: place.villageName,
    registeredAt,
    leftOn: null,
    leftReason: null,
    sample: false,
    version: 1,
  }
}

type Accepted = Ready & { place: NamedPlace }

function decide(
  one: Ready,
  { looked, isKnown, accepted }: { looked: Looked; isKnown: boolean; accepted: readonly Accepted[] },
): Outcome<NamedPlace> | { repeated: string } {
  const { actor, child, input, like } = one
  if (looked.registered.has(child.id) || accepted.some((other) => other.child.id === child.id))
    return { repeated: child.id }
  return outcomeOf(() => {
    const place = placeWithin(actor, looked.places, child)
    const { personalId } = child
    const isTaken =
      looked.taken.has(personalId ?? '') || accepted.some((other) => other.child.personalId === personalId)
    if (personalId && isTaken) throw childrenProblem('children.personal-id-taken')
    const isRepeated = !input.isAnotherChild && accepted.some((other) => isAlike(like, other.like))
    if (isKnown || isRepeated) throw childrenProblem('children.possible-duplicate')
    return place
  })
}

/** A device that lost the reply sends the same child again; it gets the first answer back. */
export async function registerTogether(
  { tx, clock }: WritingTogether,
  asked: readonly Asked[],
): Promise<Outcome<Child>[]> {
  const today = clock.today()
  const prepared = asked.map((one) => ready(one, today))
  const all = prepared.flatMap((one) => (one.ok ? [one.reply] : []))
  if (all.length === 0) return prepared.flatMap((one) => (one.ok ? [] : [one]))
  const looked = await look(tx, all, today)
  const accepted: Accepted[] = []
  const decided = prepared.map((one): Decided => {
    if (!one.ok) return one
    const isKnown = looked.alike.has(all.indexOf(one.reply))
    const place = decide(one.reply, { looked, isKnown, accepted })
    if (!('ok' in place) || !place.ok) return place
    accepted.push({ ...one.reply, place: place.reply })
    return { ok: true, reply: toReply(one.reply.child, place.reply, looked.now) }
  })
  const written = accepted.length > 0 ? await writeAll(tx, accepted) : []
  const replies = await Promise.all(
    decided.map(async (one) => ('ok' in one ? withHousehold(one, written) : repeatedReply(tx, one.repeated))),
  )
  return replies.map((reply, index) => asSeenBy(asked[index]?.actor, reply))
}

/** What the household says of its new child stands in the reply too. */
function withHousehold(outcome: Outcome<Child>, written: readonly NewChild[]): Outcome<Child> {
  if (!outcome.ok) return outcome
  const { id } = outcome.reply
  const { householdId = null, poverty = null } = written.find((child) => child.id === id) ?? {}
  return { ok: true, reply: { ...outcome.reply, householdId, poverty: Poverty.nullable().parse(poverty) } }
}

/** Each reply as its asker may see it. */
function asSeenBy(actor: Actor | undefined, outcome: Outcome<Child>): Outcome<Child> {
  if (!outcome.ok) return outcome
  const sight = sightOf(actor?.capabilities ?? new Set(), false)
  return { ok: true, reply: seenChild(outcome.reply, sight) }
}

async function writeAll(tx: Tx, accepted: readonly Accepted[]): Promise<NewChild[]> {
  const ids = accepted.map(({ child }) => child.id)
  const entries = accepted.map(({ actor, child }) => ({
    actor,
    action: 'children.registered',
    subjectId: child.id,
    details: { childId: child.id },
  }))
  const written = await withHouseholds(
    tx,
    accepted.map(({ child, place }) => toNewChild(child, place)),
  )
  await Promise.all([insertChildren(tx, written), auditAll(tx, entries), childrenChanged(tx, ids)])
  return written
}

async function repeatedReply(tx: Tx, id: string): Promise<Outcome<Child>> {
  const stored = await findChild(tx, id)
  return stored ? { ok: true, reply: stored } : { ok: false, problem: childrenProblem('children.not-found') }
}
