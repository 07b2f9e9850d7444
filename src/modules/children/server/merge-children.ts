import type { Tx } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { foldedName } from '../shared/child-name.ts'
import type { Carer, Child } from '../shared/contract.ts'
import type {
  ComparedPair,
  DifferentChildren,
  Merge,
  MergeChildren,
  PairsFound,
  TakenField,
} from '../shared/contract-merge.ts'
import { seenChild, sightOf } from '../shared/confidential.ts'
import { childrenProblem } from '../shared/problems.ts'
import { getPlace } from './check-child.ts'
import { getChild } from './commands.ts'
import { followEntered } from './follow-entered.ts'
import { childrenEdited } from './hooks.ts'
import { toNewChild } from './new-child.ts'
import { updateChild, updateLeaving } from './queries-children.ts'
import {
  findMerge,
  giveNumber,
  insertMerge,
  insertMovedRecords,
  listMerges,
  listMovedRecords,
  markUndone,
  type MovedRecords,
  takeNumberOff,
  type Taken,
} from './queries-merges.ts'
import {
  closePairsOf,
  countOpenPairs,
  findLastSearch,
  findPair,
  forgetDifferent,
  listOpenPairs,
  rememberDifferent,
  reopenPairsOf,
} from './queries-pairs.ts'
import { recordKeepers } from './record-keepers.ts'

const mostCarers = 6

/** Pairs that nobody has decided, the likeliest first; `searchedAt` null before the first search. */
export async function listPairs({ db }: Reading, page: { limit: number; from: number }): Promise<PairsFound> {
  const [pairs, total, searchedAt] = await Promise.all([
    listOpenPairs(db, page),
    countOpenPairs(db),
    findLastSearch(db),
  ])
  return { pairs, total, searchedAt }
}

/** Both records side by side; any two of the area may be compared, found as a pair or not. */
export async function comparePair({ actor, db }: Reading, asked: DifferentChildren): Promise<ComparedPair> {
  const [child, other, pair] = await Promise.all([
    getChild(db, actor, asked.childId),
    getChild(db, actor, asked.otherId),
    findPair(db, asked),
  ])
  if (child.id === other.id) throw childrenProblem('children.merge-with-itself')
  const records = await Promise.all(
    recordKeepers.map(async ({ kind, count }) => ({
      kind,
      child: await count(db, child.id),
      other: await count(db, other.id),
    })),
  )
  const sight = sightOf(actor.capabilities, false)
  const shown = sight.confidential ? records : records.filter(({ kind }) => kind !== 'children.circumstances')
  return {
    child: seenChild(child, sight),
    other: seenChild(other, sight),
    reasons: pair?.reasons ?? [],
    score: pair?.score ?? 0,
    records: shown,
  }
}

/** "Not the same child" is remembered: the pair is not brought up again, and can be taken back. */
export async function markDifferent({ actor, tx }: Writing, asked: DifferentChildren): Promise<void> {
  const [child, other] = [await getChild(tx, actor, asked.childId), await getChild(tx, actor, asked.otherId)]
  await rememberDifferent(tx, { childId: child.id, otherId: other.id, decidedBy: actor.accountId })
  await audit(tx, actor, 'children.told-apart', child.id, { childId: child.id, after: { otherId: other.id } })
}

/** Both may be a pair again from the next search on. */
export async function unmarkDifferent({ actor, tx }: Writing, asked: DifferentChildren): Promise<void> {
  const [child, other] = [await getChild(tx, actor, asked.childId), await getChild(tx, actor, asked.otherId)]
  await forgetDifferent(tx, { childId: child.id, otherId: other.id })
  await audit(tx, actor, 'children.compared-again', child.id, {
    childId: child.id,
    after: { otherId: other.id },
  })
}

/**
 * Two records become one: the kept one takes over the chosen facts, the carers it lacks, the number it lacks and
 * every record; the merged one stays, closed as registered twice. Sent twice, done once.
 */
export async function mergeChildren(context: Writing, input: MergeChildren): Promise<Child> {
  const { actor, tx } = context
  const earlier = await findMerge(tx, input.id)
  if (earlier) return getChild(tx, actor, earlier.keptId)
  const [kept, merged] = [await getChild(tx, actor, input.keptId), await getChild(tx, actor, input.mergedId)]
  refuseMerge(kept, merged, input)

  const carers = carersToTake(kept, merged)
  const tookNumber = kept.personalId === null && merged.personalId !== null
  const taken = takenFrom(kept, merged, input.take)
  if (tookNumber) {
    taken.personalId = { before: null, after: merged.personalId }
    await takeNumberOff(tx, merged.id)
  }
  await writeFacts(context, kept, { carers: [...kept.carers, ...carers], ...after(taken) })
  await close(context, merged)
  await insertMerge(tx, {
    id: input.id,
    keptId: kept.id,
    mergedId: merged.id,
    mergedBy: actor.accountId,
    taken,
    carerIds: carers.map(({ id }) => id),
    tookNumber,
  })
  const moved = await moveRecords(tx, { from: merged.id, to: await placed(context, kept), only: undefined })
  await insertMovedRecords(tx, { keptId: kept.id, mergeId: input.id }, moved)
  await closePairsOf(tx, { childId: merged.id, mergedBy: actor.accountId })
  await noteBoth(context, 'children.merged', { kept, merged })
  return getChild(tx, actor, kept.id)
}

/** The exact way back: what came along returns, what was recorded since stays with the kept record. */
export async function undoMerge(context: Writing, id: string): Promise<Merge> {
  const { actor, tx } = context
  const merge = await findMerge(tx, id)
  if (!merge) throw childrenProblem('children.merge-not-found')
  const [kept, merged] = [await getChild(tx, actor, merge.keptId), await getChild(tx, actor, merge.mergedId)]
  if (merge.undoneAt === null && (await markUndone(tx, id, actor.accountId))) {
    const number =
      merge.tookNumber && kept.personalId === merge.taken.personalId?.after ? kept.personalId : null
    const carers = kept.carers.filter((carer) => !merge.carerIds.includes(carer.id))
    await writeFacts(context, kept, {
      ...before(merge.taken, kept),
      carers,
      ...(number ? { personalId: null } : {}),
    })
    if (number) await giveNumber(tx, merged.id, number)
    await updateLeaving(tx, { childId: merged.id, version: merged.version }, null)
    await reopenPairsOf(tx, merged.id)
    await moveRecords(tx, {
      from: kept.id,
      to: await placed(context, merged),
      only: await listMovedRecords(tx, id),
    })
    await noteBoth(context, 'children.merge-undone', { kept, merged })
  }
  const [shown] = (await listMerges(tx, kept.id)).filter((one) => one.id === id)
  if (!shown) throw childrenProblem('children.merge-not-found')
  return shown
}

function refuseMerge(kept: Child, merged: Child, input: MergeChildren): void {
  if (kept.id === merged.id) throw childrenProblem('children.merge-with-itself')
  if (kept.leftOn || merged.leftOn) throw childrenProblem('children.already-left')
  if (kept.version !== input.keptVersion || merged.version !== input.mergedVersion)
    throw childrenProblem('children.changed-meanwhile')
  if (kept.personalId !== null && merged.personalId !== null)
    throw childrenProblem('children.merge-two-numbers')
}

function takenFrom(kept: Child, merged: Child, take: readonly TakenField[]): Taken {
  // A name and "no name yet" are one fact, a birth date and how much of it is known, a code and its household too.
  const fields = new Set<TakenField | 'householdId'>([
    ...take,
    ...(take.includes('fullName') ? (['unnamed'] as const) : []),
    ...(take.includes('householdCode') && kept.communeId === merged.communeId
      ? (['householdId'] as const)
      : []),
    ...(take.includes('bornOn') ? (['bornPrecision'] as const) : []),
  ])
  const differing = [...fields].filter((field) => kept[field] !== merged[field])
  return Object.fromEntries(differing.map((field) => [field, { before: kept[field], after: merged[field] }]))
}

function after(taken: Taken): Partial<Child> {
  return Object.fromEntries(Object.entries(taken).map(([field, change]) => [field, change.after]))
}

/** Only facts that still stand as the merge left them go back; what a person changed since stays. */
function before(taken: Taken, kept: Child): Partial<Child> {
  const now: Record<string, unknown> = kept
  const untouched = Object.entries(taken).filter(
    ([field, change]) => field !== 'personalId' && now[field] === change.after,
  )
  return Object.fromEntries(untouched.map(([field, change]) => [field, change.before]))
}

function carersToTake(kept: Child, merged: Child): Carer[] {
  const known = new Set(kept.carers.map(({ fullName, relation }) => `${relation} ${foldedName(fullName)}`))
  return merged.carers
    .filter(({ fullName, relation }) => !known.has(`${relation} ${foldedName(fullName)}`))
    .slice(0, Math.max(0, mostCarers - kept.carers.length))
}

async function writeFacts(
  { actor, tx, clock }: Writing,
  child: Child,
  change: Partial<Child>,
): Promise<void> {
  // A code taken from a record of another commune means a household of this one.
  const isCodeAlone = 'householdCode' in change && !('householdId' in change)
  const next = { ...child, ...change, ...(isCodeAlone ? { householdId: undefined } : {}) }
  const place = await getPlace(tx, actor, { ...next, day: clock.today() })
  if (!(await updateChild(tx, toNewChild(next, place), child.version)))
    throw childrenProblem('children.changed-meanwhile')
  await followEntered({ actor, tx, clock }, { before: child, entered: next })
}

async function close({ tx, clock }: Writing, merged: Child): Promise<void> {
  const left = { on: clock.today(), reason: 'registered-twice' }
  if (!(await updateLeaving(tx, { childId: merged.id, version: merged.version }, left)))
    throw childrenProblem('children.changed-meanwhile')
}

async function placed({ actor, tx, clock }: Writing, child: Child): Promise<{ id: string; areaLft: number }> {
  const { areaLft } = await getPlace(tx, actor, { ...child, day: clock.today() })
  return { id: child.id, areaLft }
}

type Moving = { from: string; to: { id: string; areaLft: number }; only: readonly MovedRecords[] | undefined }

async function moveRecords(tx: Tx, { from, to, only }: Moving): Promise<MovedRecords[]> {
  const moved: MovedRecords[] = []
  for (const { kind, move } of recordKeepers) {
    const listed = only?.find((one) => one.kind === kind)?.ids ?? []
    if (only && listed.length === 0) continue
    const ids = await move(tx, { fromId: from, to, only: only ? listed : null })
    if (ids.length > 0) moved.push({ kind, ids })
  }
  return moved
}

async function noteBoth(
  { actor, tx }: Writing,
  action: string,
  { kept, merged }: { kept: Child; merged: Child },
): Promise<void> {
  await audit(tx, actor, action, kept.id, { childId: kept.id, after: { mergedId: merged.id } })
  await audit(tx, actor, action, merged.id, { childId: merged.id, after: { keptId: kept.id } })
  await childrenEdited(tx, [kept.id, merged.id])
}
