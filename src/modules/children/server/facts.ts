import { vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Child } from '../shared/contract.ts'
import type { EndFact, Fact, RecordFact } from '../shared/contract-facts.ts'
import { impliedFacts, isInsuranceNumber, lineOf, placeAmongFacts, residenceOn } from '../shared/facts.ts'
import { childrenProblem } from '../shared/problems.ts'
import { getChild } from './commands.ts'
import { childrenChanged } from './hooks.ts'
import { keepPresent } from './keep-present.ts'
import { leaveHousehold } from './leave-household.ts'
import { getSight } from './openings.ts'
import { listPlaces, placeAmong } from './queries-children.ts'
import * as store from './queries-facts.ts'
import { ensureHouseholds } from './queries-households.ts'

type Asking = { actor: Actor; db: Db; clock: Clock }

/** Source of what stood in the register before it had dates. */
const fromRegister = 'Sổ trẻ em'

const registeredOn = ({ registeredAt, bornOn }: Child) => {
  const day = vietnamDay(new Date(registeredAt))
  return day < bornOn ? bornOn : day
}

/** What the register says without a date, as facts from the day of registering. */
function impliedOf(child: Child, known: readonly Fact[]): (store.FactToKeep & { undoneAt: null })[] {
  return impliedFacts({ ...child, registeredOn: registeredOn(child) }, known).map((fact) => ({
    ...fact,
    ...{ id: newId(), toDay: null, ending: null, facilityId: null, detail: null, replaces: null },
    ...{ source: fromRegister, undoneAt: null },
    householdCode: fact.householdId ? child.householdCode : null,
  }))
}

/** Dated facts as the asker may see them; what has no date yet stands among them as `implied`. */
export async function shownFacts({ actor, db, clock }: Asking, childId: string): Promise<Fact[]> {
  const child = await getChild(db, actor, childId)
  const [known, { identity }] = await Promise.all([
    store.listFacts(db, child.id),
    getSight({ actor, db, clock }, child.id),
  ])
  const implied = impliedOf(child, known).map((fact) => ({
    ...fact,
    communeName: fact.communeId ? child.communeName : null,
    villageName: fact.villageId ? child.villageName : null,
    toDay: fact.kind === 'residence' ? child.leftOn : fact.toDay,
    ...{ facilityName: null, implied: true },
  }))
  return [...known, ...implied].map((fact) => (identity ? fact : { ...fact, number: undefined }))
}

/** What the register says of a kind that never had a date; null where it says nothing or has dates already. */
export async function valueWithoutDate(
  asking: Asking,
  childId: string,
  { kind, value }: Pick<RecordFact, 'kind' | 'value'>,
): Promise<string | null> {
  const facts = await shownFacts(asking, childId)
  const fits = (one: Fact) => one.implied && one.kind === kind && (kind !== 'flag' || one.value === value)
  return facts.find(fits)?.value ?? null
}

/** Gives it back, from the day of registering on, when the first fact of its kind was undone and none is left. */
export async function writeWithoutDate(
  { tx, clock }: Writing,
  child: Child,
  { factId, value }: { factId: string; value: string },
): Promise<void> {
  const known = await store.listFacts(tx, child.id)
  const undone = known.find(({ id }) => id === factId)
  if (!undone) return
  const { kind } = undone
  if (known.some((one) => one.undoneAt === null && lineOf(one) === lineOf(undone))) return
  const [fromDay = ''] = [registeredOn(child), clock.today()].toSorted()
  const nothing = { number: null, communeId: null, villageId: null, facilityId: null, detail: null }
  await store.insertFacts(tx, { childId: child.id, recordedBy: null }, [
    {
      ...{ ...nothing, id: newId(), kind, value, fromDay, toDay: null, ending: null },
      ...{ householdId: null, householdCode: null, source: fromRegister, replaces: null },
    },
  ])
}

function checkedNumber({ kind, number }: RecordFact): string | null {
  if (!number || kind !== 'insurance') return number ?? null
  if (!isInsuranceNumber(number)) throw childrenProblem('children.insurance-number')
  return number.replace(/\s/g, '').toUpperCase()
}

/** A fact from a day on. Sent twice it is written once; `replaces` corrects another and leaves it as history. */
export async function recordFact(
  context: Writing,
  { childId, input }: { childId: string; input: RecordFact },
): Promise<Fact[]> {
  const { actor, tx, clock } = context
  const child = await getOpenChild(context, childId)
  const stored = await store.listFacts(tx, childId)
  if (stored.some(({ id }) => id === input.id)) return shownFacts({ actor, db: tx, clock }, childId)
  const number = checkedNumber(input)
  await checkFactPlace(context, child, input)
  const householdId = input.kind === 'household' ? await householdOf(context, child, input) : null

  const corrected = input.replaces ? runningFact(stored, input.replaces) : undefined
  // Before the first dated fact of its kind, what stood in the register becomes a row.
  const first = impliedOf(child, stored).filter(
    ({ kind, value, fromDay }) =>
      kind === input.kind && (kind !== 'flag' || value === input.value) && fromDay < input.fromDay,
  )
  const others = [...stored.filter(({ id }) => id !== corrected?.id), ...first]
  const placing = placeAmongFacts(input, others, { bornOn: child.bornOn, today: clock.today() })
  if (!placing.ok) throw childrenProblem(`children.${placing.reason}`)

  // Nothing is refused from here on.
  if (corrected)
    await store.undoFact(tx, { childId, id: corrected.id }, { by: actor.accountId, at: clock.now() })
  await store.insertFacts(tx, { childId, recordedBy: null }, first)
  await store.endFacts(
    tx,
    childId,
    placing.ended.map((end) => ({ ...end, ending: null })),
  )
  const fact = {
    ...{ ...input, number, householdId, toDay: placing.toDay },
    householdCode: householdId ? input.householdCode : null,
  }
  await store.insertFacts(tx, { childId, recordedBy: actor.accountId }, [fact])
  const action = corrected ? 'children.fact-corrected' : 'children.fact-recorded'
  await audit(tx, actor, action, input.id, {
    childId,
    ...(corrected ? { before: auditedFact(corrected) } : {}),
    after: auditedFact(fact),
  })
  return followed(context, child)
}

/** The day on which a fact ended; for a residence also why. */
export async function endFact(
  context: Writing,
  { childId, factId, input }: { childId: string; factId: string; input: EndFact },
): Promise<Fact[]> {
  const { actor, tx } = context
  const child = await getOpenChild(context, childId)
  const fact = runningFact(await store.listFacts(tx, childId), factId)
  if (input.toDay < fact.fromDay) throw childrenProblem('children.fact-days')
  const ending = fact.kind === 'residence' ? input.ending : null
  await store.endFacts(tx, childId, [{ id: factId, toDay: input.toDay, ending }])
  await audit(tx, actor, 'children.fact-ended', factId, {
    childId,
    before: { kind: fact.kind, value: fact.value, toDay: fact.toDay },
    after: { kind: fact.kind, value: fact.value, toDay: input.toDay },
  })
  return followed(context, child)
}

/** Written by mistake: it stays as history. The fact that it had ended runs on. */
export async function undoFact(
  context: Writing,
  { childId, factId }: { childId: string; factId: string },
): Promise<Fact[]> {
  const { actor, tx, clock } = context
  const child = await getOpenChild(context, childId)
  const known = await store.listFacts(tx, childId)
  const fact = known.find(({ id }) => id === factId)
  if (!fact) throw childrenProblem('children.fact-not-found')
  if (fact.undoneAt) return shownFacts({ actor, db: tx, clock }, childId)
  await store.undoFact(tx, { childId, id: factId }, { by: actor.accountId, at: clock.now() })
  const others = known.filter(({ id }) => id !== factId)
  const placing = placeAmongFacts(
    { ...fact, toDay: null },
    others.map((one) => ({ ...one, toDay: null })),
    { bornOn: child.bornOn, today: clock.today() },
  )
  const before = placing.ok ? placing.ended : []
  const reopened = others.filter(
    (one) => one.ending === null && before.some(({ id, toDay }) => id === one.id && one.toDay === toDay),
  )
  await store.endFacts(
    tx,
    childId,
    reopened.map(({ id }) => ({ id, toDay: fact.toDay, ending: null })),
  )
  await audit(tx, actor, 'children.fact-undone', factId, { childId, before: auditedFact(fact) })
  return followed(context, child)
}

async function getOpenChild({ actor, tx }: Writing, childId: string): Promise<Child> {
  const child = await getChild(tx, actor, childId)
  if (child.leftOn) throw childrenProblem('children.already-left')
  return child
}

function runningFact(known: readonly Fact[], id: string): Fact {
  const fact = known.find((one) => one.id === id && one.undoneAt === null)
  if (!fact) throw childrenProblem('children.fact-not-found')
  return fact
}

/** Numbers in the history are hidden by their name (`hiddenWithout`); free words stay out of it. */
function auditedFact(fact: Pick<Fact, 'kind' | 'value' | 'fromDay' | 'toDay' | 'source' | 'number'>) {
  const { kind, value, fromDay, toDay, source, number } = fact
  return { kind, value, fromDay, toDay, source, ...(number ? { number } : {}) }
}

/** The household of this code where the child lives, made when nobody has written of it yet. */
async function householdOf({ tx }: Writing, child: Child, { householdCode }: RecordFact): Promise<string> {
  if (householdCode === null) throw childrenProblem('children.household-code-missing')
  const { communeId, villageId } = child
  const areaLft = await store.findAreaLft(tx, child.id)
  const [household] = await ensureHouseholds(tx, [{ communeId, villageId, areaLft, householdCode }])
  if (!household) throw childrenProblem('children.household-not-found')
  return household.id
}

/** A place of the tree on that day; a school or facility that the asker may see. */
async function checkFactPlace(
  { tx, clock }: Writing,
  { communeId: current }: Child,
  { kind, communeId, villageId, facilityId }: RecordFact,
): Promise<void> {
  if (kind === 'residence') {
    const asked = { communeId: communeId ?? current, villageId }
    const { places } = await listPlaces(tx, [asked.communeId, villageId ?? asked.communeId], clock.today())
    if (communeId === null || !placeAmong(places, asked)) throw childrenProblem('children.fact-place-wrong')
  } else if (communeId !== null) throw childrenProblem('children.fact-place-wrong')
  if (facilityId !== null && !(await store.findFacilityName(tx, facilityId)))
    throw childrenProblem('children.fact-place-wrong')
}

/** The register follows the facts: its columns, and its place by where the child lives today. */
async function followed({ actor, tx, clock }: Writing, child: Child): Promise<Fact[]> {
  await followResidence({ actor, tx, clock }, child)
  await keepPresent(tx, [child.id], clock.today())
  return shownFacts({ actor, db: tx, clock }, child.id)
}

async function followResidence({ actor, tx, clock }: Writing, child: Child): Promise<void> {
  const residence = residenceOn(await store.listFacts(tx, child.id), clock.today())
  const { communeId, villageId } = residence ?? child
  if (communeId === null || (communeId === child.communeId && villageId === child.villageId)) return
  if (communeId !== child.communeId)
    await leaveHousehold({ actor, tx, clock }, child, residence?.fromDay ?? clock.today())
  await putAt(tx, actor, { childId: child.id, communeId, villageId, today: clock.today() })
}

type NewSpot = { childId: string; communeId: string; villageId: string | null; today: string }

async function putAt(tx: Tx, actor: Actor, { childId, communeId, villageId, today }: NewSpot): Promise<void> {
  const { places } = await listPlaces(tx, [communeId, villageId ?? communeId], today)
  const place = placeAmong(places, { communeId, villageId })
  if (!place) throw childrenProblem('children.fact-place-wrong')
  if (place.areaLft < actor.area.lft || place.areaLft > actor.area.rgt)
    throw childrenProblem('children.residence-elsewhere')
  await store.moveChild(tx, { childId, communeId, villageId, areaLft: place.areaLft })
  await childrenChanged(tx, [childId])
}
