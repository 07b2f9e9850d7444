import type { Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { listCounters, waitForStatusLock } from '#modules/services/server/public.ts'
import { Period } from '#base/period.ts'
import { formatDay } from '#base/day.ts'
import type { KnownTree } from '../shared/check-changes.ts'
import type { Outcome } from '../shared/contract.ts'
import { type Effects, effectsOf } from '../shared/effects.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { applyTree, type ChangedTree, dropEmptyHoldings } from './apply-tree.ts'
import { followSuccessors, noteHolders, type Successor } from './follow-units.ts'
import { checkedTree } from './known-tree.ts'
import { moveByRules, type Progress } from './move-children.ts'
import { markApplied, type StoredCase } from './queries.ts'
import { insertResults, listCountedPeriods, type NewResult } from './queries-rows.ts'
import { listPlacedUnits } from './queries-tree.ts'
import { countChildrenIn } from './queries-unplaced.ts'
import type { OfCase } from './queries-units.ts'

/**
 * Applies a case in the one transaction of the caller: the tree, the children with all their rows, what belongs to
 * whole units, and the notes to holders of grants. A kill in the middle leaves nothing of it.
 */
export async function applyCase(
  { actor, tx, clock }: Writing,
  found: StoredCase,
  progress: Progress = async () => undefined,
): Promise<Outcome> {
  const { decision, content } = found
  const today = clock.today()
  if (decision.effectiveOn > today)
    throw reorganisationProblem('reorganisation.too-early', { day: formatDay(decision.effectiveOn) })
  const of: OfCase = { id: found.id, areaLft: found.areaLft, effectiveOn: decision.effectiveOn }
  // Before any child is held: a drain that waits for these children would never give the lock back.
  await waitForStatusLock(tx)
  const tree = await checkedTree(tx, actor, { id: found.id, content, effectiveOn: decision.effectiveOn })
  const planned = effectsOf(content, tree)
  const results = await figuresOf(tx, planned)
  const changed = await applyTree(tx, of, planned, tree)
  await keepResults(tx, of, changed, results)
  const childrenMoved = await moveByRules(tx, found.id, changed.effects, progress)
  const { rows, grants } = await followSuccessors(tx, of, successorsOf(changed))
  const at = clock.now().toISOString()
  await tellHolders(tx, changed, {
    tree,
    grants,
    ...{ caseId: of.id, decisionNumber: decision.number, effectiveOn: of.effectiveOn, today, at },
  })
  const waiting = await dropEmptyHoldings(tx, found.id, changed.holdings)
  const outcome: Outcome = {
    ...{ childrenMoved, unplaced: await countChildrenIn(tx, waiting) },
    ...{ unitsMade: changed.effects.makes.length, unitsEnded: changed.effects.endIds.length },
    ...{ grantsFollowed: grants.length, rowsFollowed: rows - grants.length },
  }
  await markApplied(tx, found.id, { outcome, by: actor.accountId, at })
  await audit(tx, actor, 'reorganisation.applied', found.id, { after: outcome })
  return outcome
}

/** Units that went whole into one other, and units that stay themselves with other numbers. */
function successorsOf({ effects, rows }: ChangedTree): Successor[] {
  const whole = effects.links.filter(({ extent }) => extent === 'whole')
  const moved = rows.filter(({ did }) => did === 'moved').map(({ areaId }) => areaId)
  return [
    ...whole.map(({ fromId, toId }) => ({ fromId, toId })),
    ...moved.map((id) => ({ fromId: id, toId: id })),
  ]
}

type Figures = Omit<NewResult, 'areaLft'>

/** What is counted for the units that give something away, before anything moves. */
async function figuresOf(tx: Tx, { links }: Effects): Promise<Figures[]> {
  const results: Figures[] = []
  const fromIds = [...new Set(links.map(({ fromId }) => fromId))]
  for (const { communeId, period } of await listCountedPeriods(tx, fromIds))
    results.push({
      ...{ areaId: communeId, period },
      figures: await listCounters(tx, communeId, Period.parse(period)),
    })
  return results
}

/** Kept where the one unit that answers for them now can read them, or with the old unit when there are several. */
async function keepResults(
  tx: Tx,
  of: OfCase,
  { effects }: ChangedTree,
  results: readonly Figures[],
): Promise<void> {
  const whole = new Map(
    effects.links.filter(({ extent }) => extent === 'whole').map(({ fromId, toId }) => [fromId, toId]),
  )
  const ids = [...new Set(results.flatMap(({ areaId }) => [areaId, whole.get(areaId) ?? areaId]))]
  const lft = new Map((await listPlacedUnits(tx, ids)).map((unit) => [unit.id, unit.lft]))
  await insertResults(
    tx,
    of.id,
    results.map((result) => ({
      ...result,
      areaLft: lft.get(whole.get(result.areaId) ?? result.areaId) ?? of.areaLft,
    })),
  )
}

type Telling = {
  tree: KnownTree
  grants: readonly string[]
  caseId: string
  decisionNumber: string
  effectiveOn: string
  today: string
  at: string
}

/** Grants that followed their unit, and grants on a divided unit, which wait for somebody's decision. */
async function tellHolders(tx: Tx, { effects }: ChangedTree, telling: Telling): Promise<void> {
  const { tree, grants, ...noting } = telling
  const oldNames = new Map<string, string[]>()
  for (const { fromId, toId, extent } of effects.links)
    if (extent === 'whole')
      oldNames.set(toId, [...(oldNames.get(toId) ?? []), tree.units.get(fromId)?.name ?? ''])
  const newNames = new Map(
    (await listPlacedUnits(tx, [...oldNames.keys()])).map(({ id, name }) => [id, name]),
  )
  const followed = new Set(grants)
  await noteHolders(tx, { ...noting, kind: 'followed' }, [...oldNames.keys()], (areaId, grantId) =>
    followed.has(grantId)
      ? { oldName: (oldNames.get(areaId) ?? []).join(', '), newName: newNames.get(areaId) ?? null }
      : undefined,
  )
  const divided = effects.holdings.map(({ fromId }) => fromId)
  await noteHolders(tx, { ...noting, kind: 'waits' }, divided, (areaId) => ({
    oldName: tree.units.get(areaId)?.name ?? '',
    newName: null,
  }))
}
