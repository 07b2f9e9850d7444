import { Problem } from '#base/problem.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { type Child, EditChild } from '../shared/contract.ts'
import { RecordFact } from '../shared/contract-facts.ts'
import type { Step, WriteTogether, WrittenTogether } from '../shared/contract-together.ts'
import { childrenProblem } from '../shared/problems.ts'
import { editChild, getChild } from './commands.ts'
import { recordFact, undoFact, valueWithoutDate, writeWithoutDate } from './facts.ts'
import { keepPresent } from './keep-present.ts'
import { findStandingYear, markYear } from './queries-households.ts'
import * as store from './queries-steps.ts'

/**
 * One fact or village for many chosen children. A child for which it is refused is left as it is and named with the
 * reason; the others are written. Both commands refuse before they write, so nothing half done can be left. Which
 * children it was is remembered: the whole step can be taken back.
 */
export async function writeTogether(context: Writing, input: WriteTogether): Promise<WrittenTogether> {
  const left: WrittenTogether['left'] = []
  for (const { childId, factId } of input.children) {
    const child = await getChild(context.tx, context.actor, childId)
    const refused = await tryFor(context, child, () => writeOne(context, child, { factId, input }))
    if (refused) left.push(refused)
  }
  return { stepId: input.id, written: input.children.length - left.length, left }
}

type LeftOut = WrittenTogether['left'][number]

/** A refusal names the child and why; everything else is a bug. */
export async function tryFor(
  { actor }: Writing,
  { id: childId, fullName }: Pick<Child, 'id' | 'fullName'>,
  work: () => Promise<void>,
): Promise<LeftOut | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { childId, fullName, why: error.text(actor.language) }
  }
}

async function writeOne(
  context: Writing,
  child: Child,
  { factId, input }: { factId: string; input: WriteTogether },
): Promise<void> {
  const { tx, actor } = context
  const step = { id: input.id, by: actor.accountId }
  if (input.what === 'village') {
    if (child.villageId === input.villageId) return
    const details = EditChild.parse({ ...child, villageId: input.villageId })
    await editChild(context, { childId: child.id, input: details })
    const villages = { villageBefore: child.villageId, villageAfter: input.villageId }
    await store.insertStepOf(tx, step, { childId: child.id, ...villages })
    return
  }
  const { kind, value, fromDay, toDay, source } = input
  const fact = RecordFact.parse({ id: factId, kind, value, fromDay, toDay, source })
  await writeFactOf(context, step.id, { child, fact })
}

/** The fact of one child within a step for many, with what it takes to undo it. */
export async function writeFactOf(
  context: Writing,
  stepId: string,
  { child, fact }: { child: Pick<Child, 'id'>; fact: RecordFact },
): Promise<void> {
  const { tx, actor } = context
  const childId = child.id
  const valueBefore = await valueWithoutDate({ ...context, db: tx }, childId, fact)
  await recordFact(context, { childId, input: fact })
  const step = { id: stepId, by: actor.accountId }
  await store.insertStepOf(tx, step, { childId, factId: fact.id, valueBefore })
}

/** The latest steps for many, so that one can be taken back later too. */
export async function shownSteps({ db }: Reading): Promise<Step[]> {
  return store.listSteps(db, 50)
}

/**
 * Takes a step back for every child: the fact is undone and what it had ended or corrected stands again; the village
 * is the one from before. A child that somebody has changed since, or that has left, is named. Sent twice it is done
 * once. A year of a household goes with the facts that followed it.
 */
export async function undoStep(context: Writing, stepId: string): Promise<WrittenTogether> {
  const { tx, actor } = context
  const rows = await store.listStanding(tx, stepId)
  const year = await findStandingYear(tx, stepId)
  const left: LeftOut[] = []
  for (const row of rows) {
    const child = await getChild(tx, actor, row.childId)
    const refused = await tryFor(context, child, () => undoOne(context, child, row))
    if (refused) left.push(refused)
    else await store.markStepUndone(tx, { id: stepId, by: actor.accountId }, row.childId)
  }
  if (year) {
    await markYear(tx, stepId, actor.accountId)
    if (year.replaces) await markYear(tx, year.replaces, null)
    const before = { year: year.year, status: year.status }
    await audit(tx, actor, 'children.household-year-undone', year.householdId, { before })
  }
  return { stepId, written: rows.length - left.length, left }
}

async function undoOne(context: Writing, child: Child, row: store.StepRow): Promise<void> {
  const { tx, clock } = context
  const { factId, valueBefore, villageBefore, villageAfter } = row
  if (factId) {
    await undoFact(context, { childId: child.id, factId })
    await store.restoreReplaced(tx, { childId: child.id, factId })
    if (valueBefore !== null) await writeWithoutDate(context, child, { factId, value: valueBefore })
    await keepPresent(tx, [child.id], clock.today())
    return
  }
  if (child.villageId !== villageAfter) throw childrenProblem('children.step-changed-since')
  const details = EditChild.parse({ ...child, villageId: villageBefore })
  await editChild(context, { childId: child.id, input: details })
}
