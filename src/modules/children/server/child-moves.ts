import { vietnamDay } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Move, SendMove } from '../shared/contract-moves.ts'
import { childrenProblem } from '../shared/problems.ts'
import { getChild } from './commands.ts'
import { recordFact } from './facts.ts'
import { childrenEdited } from './hooks.ts'
import { leaveHousehold } from './leave-household.ts'
import * as store from './queries-child-moves.ts'
import { insertFacts, listFacts } from './queries-facts.ts'

type OneMove = { childId: string; moveId: string }

/** Every move of one child; else moves to or from the grant's place that wait or were sent within 90 days. */
export async function shownMoves({ actor, db }: Reading, childId: string | null): Promise<Move[]> {
  if (childId !== null) await getChild(db, actor, childId)
  return store.listMoves(db, { range: actor.area, childId })
}

async function findMove({ actor, tx }: Writing, { childId, moveId }: OneMove): Promise<Move> {
  const move = (await store.listMoves(tx, { range: actor.area, childId })).find(({ id }) => id === moveId)
  if (!move) throw childrenProblem('children.move-not-found')
  return move
}

/** Offers the child to another commune. It stays in this register until that one accepts. */
export async function sendMove(
  context: Writing,
  { childId, input }: { childId: string; input: SendMove },
): Promise<Move> {
  const { actor, tx, clock } = context
  const child = await getChild(tx, actor, childId)
  const earlier = await store.listMoves(tx, { range: actor.area, childId })
  const same = earlier.find(({ id }) => id === input.id)
  if (same) return same
  if (child.leftOn) throw childrenProblem('children.already-left')
  if (earlier.some(({ state }) => state === 'sent')) throw childrenProblem('children.move-waits')
  const today = clock.today()
  if (input.toCommuneId === child.communeId || !(await store.isCommuneOn(tx, input.toCommuneId, today)))
    throw childrenProblem('children.move-to-same')
  if (input.movedOn > today || input.movedOn < child.bornOn) throw childrenProblem('children.move-day')
  await store.insertMove(tx, child, { move: input, sentBy: actor.accountId })
  const after = { toAreaId: input.toCommuneId, movedOn: input.movedOn }
  await audit(tx, actor, 'children.move-sent', input.id, { childId, after })
  return findMove(context, { childId, moveId: input.id })
}

/** The sender takes the offer back while nobody has answered it. */
export async function recallMove(context: Writing, one: OneMove): Promise<Move> {
  const { actor, tx } = context
  await getChild(tx, actor, one.childId)
  const move = await findMove(context, one)
  if (move.state === 'recalled') return move
  if (!(await store.recallMove(tx, { childId: one.childId, id: one.moveId, by: actor.accountId })))
    throw childrenProblem('children.move-answered')
  await audit(tx, actor, 'children.move-recalled', one.moveId, { childId: one.childId })
  return findMove(context, one)
}

/**
 * The receiver takes the child over, with every record: from here on it is in the register of this commune. The
 * residence there is written from the day of the move; the one before ends the day before.
 */
export async function acceptMove(
  context: Writing,
  { villageId, ...one }: OneMove & { villageId: string | null },
): Promise<Move> {
  const { actor, tx } = context
  const { childId, moveId } = one
  const move = await findMove(context, one)
  if (move.state === 'accepted') return move
  const by = { childId, id: moveId, by: actor.accountId }
  refuseUnless('accepted', await store.answerMove(tx, { ...by, answer: 'accepted', villageId }))
  await audit(tx, actor, 'children.move-accepted', moveId, { childId, after: { movedOn: move.movedOn } })
  await leaveHousehold(context, await getChild(tx, actor, childId), move.movedOn)
  await writeResidence(context, move, villageId)
  await childrenEdited(tx, [childId])
  return findMove(context, one)
}

async function writeResidence(context: Writing, move: Move, villageId: string | null): Promise<void> {
  const { actor, tx } = context
  const { fromAreaId, residence: value } = await store.getWay(tx, move.id)
  const known = (await listFacts(tx, move.childId)).filter(({ kind }) => kind === 'residence')
  const nothing = { toDay: null, ending: null, facilityId: null, detail: null, householdCode: null }
  const residence = { ...nothing, kind: 'residence' as const, value }
  const { registeredAt } = await getChild(tx, actor, move.childId)
  const registeredOn = vietnamDay(new Date(registeredAt))
  // Where the child was until now had no date: from registering on, it was the commune that sent it.
  if (known.length === 0 && registeredOn < move.movedOn)
    await insertFacts(tx, { childId: move.childId, recordedBy: null }, [
      {
        ...{ ...residence, id: newId(), fromDay: registeredOn, communeId: fromAreaId, villageId: null },
        ...{ source: 'Sổ trẻ em', replaces: null, householdId: null },
      },
    ])
  // A residence written before from the same day is corrected by the one that was accepted.
  const same = known.find(
    (fact) => fact.value === value && fact.undoneAt === null && fact.fromDay === move.movedOn,
  )
  const input = {
    ...{ ...residence, id: newId(), fromDay: move.movedOn, replaces: same?.id ?? null },
    ...{ communeId: move.toAreaId, villageId, source: `Chuyển đến từ ${move.fromName}` },
  }
  await recordFact(context, { childId: move.childId, input })
}

/** The receiver sends the offer back with a reason; the child stays where it is. */
export async function refuseMove(
  context: Writing,
  { reason, ...one }: OneMove & { reason: string },
): Promise<Move> {
  const { actor, tx } = context
  const { childId, moveId } = one
  const move = await findMove(context, one)
  if (move.state === 'refused') return move
  const by = { childId, id: moveId, by: actor.accountId }
  refuseUnless('refused', await store.answerMove(tx, { ...by, answer: 'refused', reason }))
  await audit(tx, actor, 'children.move-refused', moveId, { childId })
  return findMove(context, one)
}

function refuseUnless(wanted: string, state: string): void {
  if (state === wanted) return
  if (state === 'not-found') throw childrenProblem('children.move-not-found')
  if (state === 'no-place') throw childrenProblem('children.fact-place-wrong')
  throw childrenProblem(state === 'left' ? 'children.move-child-left' : 'children.move-answered')
}
