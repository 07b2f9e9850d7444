import type { Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { endAreas, holdAreas, reparentAreas } from '#modules/areas/server/public.ts'
import { waitForStatusLock } from '#modules/services/server/public.ts'
import type { CaseContent, Change, PlaceChildren, PlaceVillages } from '../shared/contract.ts'
import { reorganisationProblem } from '../shared/problems.ts'
import { followSuccessors } from './follow-units.ts'
import { moveWithRows } from './move-children.ts'
import { lockCase, type StoredCase, updateContent } from './queries.ts'
import { type Move, notePlaced } from './queries-moves.ts'
import { listPlacedUnits, listUnits } from './queries-tree.ts'
import { holdWaitingChildren, listEmptyCommunes, listMovesOfVillages } from './queries-unplaced.ts'
import { listUnitRows, type OfCase, type UnitRow, updateUnitMove } from './queries-units.ts'

type Split = Extract<Change, { kind: 'split' }>

/** The units among which this case divides others. */
export function splitsOf({ changes }: CaseContent): Split[] {
  return changes.filter((change) => change.kind === 'split')
}

function isTarget(content: CaseContent, toId: string): boolean {
  return splitsOf(content).some(({ parts }) => parts.some((part) => part.toId === toId))
}

/** Gives villages of a divided commune to one of its successors: in the draft, or at once when it is applied. */
export async function placeVillages(
  { actor, tx, clock }: Writing,
  found: StoredCase,
  { villageIds, toId }: PlaceVillages,
): Promise<void> {
  if (!isTarget(found.content, toId)) throw reorganisationProblem('reorganisation.no-such-target')
  await lockCase(tx, found.id)
  const after = { villageIds, toId }
  if (found.state !== 'applied') {
    const parents = await listPlacedUnits(tx, villageIds)
    const content = withPart(
      found.content,
      toId,
      (fromId, part) => ({
        ...part,
        villageIds: [
          ...part.villageIds,
          ...parents.filter(({ parentId }) => parentId === fromId).map(({ id }) => id),
        ],
      }),
      { villageIds, childIds: [] },
    )
    await updateContent(tx, { ...found, content })
  } else await moveVillages(tx, found, after, clock.today())
  await audit(tx, actor, 'reorganisation.villages-placed', found.id, { after })
}

type Part = Split['parts'][number]
type Given = { villageIds: readonly string[]; childIds: readonly string[] }

/** Takes what is given out of every other part, and adds it to the part of each divided unit that goes to `toId`. */
function withPart(
  content: CaseContent,
  toId: string,
  add: (fromId: string, part: Part) => Part,
  { villageIds, childIds }: Given,
): CaseContent {
  const without = (part: Part): Part => ({
    ...part,
    villageIds: part.villageIds.filter((id) => !villageIds.includes(id)),
    childIds: part.childIds.filter((id) => !childIds.includes(id)),
  })
  const changes = content.changes.map((change): Change => {
    if (change.kind !== 'split') return change
    const parts = change.parts.map(without)
    return { ...change, parts: parts.map((part) => (part.toId === toId ? add(change.fromId, part) : part)) }
  })
  return { ...content, changes }
}

async function moveVillages(
  tx: Tx,
  found: StoredCase,
  { villageIds, toId }: PlaceVillages,
  today: string,
): Promise<void> {
  await waitForStatusLock(tx)
  const of: OfCase = { id: found.id, areaLft: found.areaLft, effectiveOn: found.decision.effectiveOn }
  const rows = await listUnitRows(tx, found.id)
  const holdings = rows.filter(({ did }) => did === 'holding').map(({ areaId }) => areaId)
  await holdAreas(tx, [...holdings, toId])
  const waiting = (await listUnits(tx, villageIds)).filter(({ parentId }) =>
    holdings.includes(parentId ?? ''),
  )
  if (waiting.length !== villageIds.length) throw reorganisationProblem('reorganisation.nothing-to-place')
  const placed = await reparentAreas(
    tx,
    waiting.map(({ id }) => ({ areaId: id, parentId: toId })),
  )
  for (const { areaId, to } of placed)
    await updateUnitMove(tx, found.id, { areaId, did: 'moved', to: { parentId: toId, ...to } })
  const moves = await listMovesOfVillages(tx, villageIds, toId)
  await moveWithRows(tx, moves)
  await notePlaced(tx, found.id, moves)
  await followSuccessors(
    tx,
    of,
    villageIds.map((id) => ({ fromId: id, toId: id })),
  )
  await endEmptyHoldings(tx, rows, today)
}

/** A holding place from which everybody has gone ends; it was there, so it stays in the tree of its days. */
async function endEmptyHoldings(tx: Tx, rows: readonly UnitRow[], today: string): Promise<void> {
  const holdings = rows.filter(({ did }) => did === 'holding').map(({ areaId }) => areaId)
  await endAreas(tx, await listEmptyCommunes(tx, holdings), today)
}

/** Gives children one by one to a successor of their divided commune. */
export async function placeChildren(
  { actor, tx, clock }: Writing,
  found: StoredCase,
  { childIds, toId }: PlaceChildren,
): Promise<void> {
  if (!isTarget(found.content, toId)) throw reorganisationProblem('reorganisation.no-such-target')
  await lockCase(tx, found.id)
  if (found.state !== 'applied') await placeInDraft(tx, found, { childIds, toId })
  else await moveWaiting(tx, found, { childIds, toId }, clock.today())
  await audit(tx, actor, 'reorganisation.children-placed', found.id, {
    after: { toId, children: childIds.length },
  })
}

async function placeInDraft(tx: Tx, found: StoredCase, { childIds, toId }: PlaceChildren): Promise<void> {
  let content = found.content
  for (const { fromId, parts } of splitsOf(content)) {
    if (!parts.some((part) => part.toId === toId)) continue
    const own = await holdWaitingChildren(tx, childIds, [fromId])
    const add = (from: string, part: Part): Part =>
      from === fromId ? { ...part, childIds: [...part.childIds, ...own] } : part
    content = withPart(content, toId, add, { villageIds: [], childIds: own })
  }
  await updateContent(tx, { ...found, content })
}

async function moveWaiting(
  tx: Tx,
  found: StoredCase,
  { childIds, toId }: PlaceChildren,
  today: string,
): Promise<void> {
  await waitForStatusLock(tx)
  const rows = await listUnitRows(tx, found.id)
  const waitingIn = rows.filter(({ did }) => did === 'holding' || did === 'ended').map(({ areaId }) => areaId)
  const waiting = await holdWaitingChildren(tx, childIds, waitingIn)
  if (waiting.length !== new Set(childIds).size)
    throw reorganisationProblem('reorganisation.nothing-to-place')
  const [target] = await listPlacedUnits(tx, [toId])
  if (!target) throw reorganisationProblem('reorganisation.no-such-target')
  const moves = waiting.map((childId): Move => ({
    childId,
    communeId: toId,
    villageId: null,
    areaLft: target.lft,
  }))
  await moveWithRows(tx, moves)
  await notePlaced(tx, found.id, moves)
  await endEmptyHoldings(tx, rows, today)
}
