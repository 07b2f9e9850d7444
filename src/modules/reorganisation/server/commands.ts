import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { namedIdsOf } from '../shared/check-changes.ts'
import {
  type Decision,
  type EditCase,
  isUnderWay,
  type PrepareCase,
  type ReorganisationCase,
} from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { applyCase } from './apply.ts'
import { checkedTree } from './known-tree.ts'
import { previewOf } from './preview.ts'
import { findCase, insertCase, lockCase, type StoredCase, updateContent, updatePreview } from './queries.ts'
import type { Progress } from './move-children.ts'
import { findLastRun } from './queries-runs.ts'
import { listPlacedUnits } from './queries-tree.ts'
import { undoCase } from './undo.ts'

/** A case of another place and one that does not exist look the same. */
export async function getStoredCase(db: Db, actor: Actor, id: string): Promise<StoredCase> {
  const found = await findCase(db, id, actor.area)
  if (!found) throw reorganisationProblem('reorganisation.not-found')
  return found
}

/** With the names of all units that it speaks of, and how far its last run is. */
export async function getCase(db: Db, actor: Actor, id: string): Promise<ReorganisationCase> {
  const { areaId: _, areaLft: __, ...found } = await getStoredCase(db, actor, id)
  const villages = found.content.changes.flatMap((change) => {
    if (change.kind === 'transfer') return change.villageIds
    return change.kind === 'split' ? change.parts.flatMap(({ villageIds }) => villageIds) : []
  })
  const units = await listPlacedUnits(db, [...namedIdsOf(found.content), ...villages])
  const run = await findLastRun(db, id)
  return { ...found, run, names: Object.fromEntries(units.map((unit) => [unit.id, unit.name])) }
}

function checkDecision({ decidedOn, effectiveOn }: Decision): void {
  if (decidedOn > effectiveOn) throw reorganisationProblem('reorganisation.decided-after-effect')
}

/** A draft; sent twice it is stored once. What it says is checked when it is stored and again when it is applied. */
export async function prepareCase(
  { actor, tx, clock }: Writing,
  { id, decision, content }: PrepareCase,
): Promise<ReorganisationCase> {
  if (await findCase(tx, id, actor.area)) return getCase(tx, actor, id)
  checkDecision(decision)
  await checkedTree(tx, actor, { id, content, effectiveOn: decision.effectiveOn })
  const at = clock.now().toISOString()
  await insertCase(tx, { id, area: actor.area, decision, content, by: actor.accountId, at })
  await audit(tx, actor, 'reorganisation.prepared', id, { after: decision })
  return getCase(tx, actor, id)
}

/** Until it is applied; the preview goes, because it spoke of other words. */
export async function editCase(
  { actor, tx }: Writing,
  { caseId, input }: { caseId: string; input: EditCase },
): Promise<ReorganisationCase> {
  const { decision, content, version } = input
  await lockCase(tx, caseId)
  const found = await getStoredCase(tx, actor, caseId)
  if (found.state === 'applied') throw reorganisationProblem('reorganisation.already-applied')
  if (isUnderWay(await findLastRun(tx, caseId))) throw reorganisationProblem('reorganisation.under-way')
  if (found.version !== version) throw reorganisationProblem('reorganisation.changed-meanwhile')
  checkDecision(decision)
  await checkedTree(tx, actor, { id: caseId, content, effectiveOn: decision.effectiveOn })
  await updateContent(tx, { id: caseId, decision, content })
  await audit(tx, actor, 'reorganisation.edited', caseId, { before: found.decision, after: decision })
  return getCase(tx, actor, caseId)
}

/** Counts what applying would do, and changes no place. */
export async function previewCase(
  { actor, tx, clock }: Writing,
  caseId: string,
): Promise<ReorganisationCase> {
  await lockCase(tx, caseId)
  const found = await getStoredCase(tx, actor, caseId)
  if (found.state === 'applied') return getCase(tx, actor, caseId)
  const { content, decision } = found
  const tree = await checkedTree(tx, actor, { id: caseId, content, effectiveOn: decision.effectiveOn })
  const preview = await previewOf(tx, content, tree)
  await updatePreview(tx, caseId, preview, clock.now().toISOString())
  await audit(tx, actor, 'reorganisation.previewed', caseId, { after: preview.total })
  return getCase(tx, actor, caseId)
}

/** Sent twice, or by two people at once, it is applied once. */
export async function applyCaseById(
  context: Writing,
  caseId: string,
  progress?: Progress,
): Promise<ReorganisationCase> {
  const { actor, tx } = context
  await lockCase(tx, caseId)
  const found = await getStoredCase(tx, actor, caseId)
  if (found.state === 'applied') return getCase(tx, actor, caseId)
  if (found.state === 'draft') throw reorganisationProblem('reorganisation.preview-first')
  await applyCase(context, found, progress)
  return getCase(tx, actor, caseId)
}

/** Sent twice it is undone once; what stands against it is refused by name (`undoCase`). */
export async function undoCaseById(
  context: Writing,
  caseId: string,
  progress?: Progress,
): Promise<ReorganisationCase> {
  const { actor, tx } = context
  await lockCase(tx, caseId)
  const found = await getStoredCase(tx, actor, caseId)
  if (found.state === 'undone') return getCase(tx, actor, caseId)
  if (found.state !== 'applied') throw reorganisationProblem('reorganisation.not-applied')
  await undoCase(context, found, progress)
  return getCase(tx, actor, caseId)
}
