import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Tx } from '#platform/db/types.ts'
import {
  createArea,
  endAreas,
  holdAreas,
  insertSuccessions,
  moveAreas,
  removeCreatedArea,
  renameArea,
} from '#modules/areas/server/public.ts'
import type { KnownTree } from '../shared/check-changes.ts'
import { type Effects, holdingOf } from '../shared/effects.ts'
import { holdingName } from '../shared/holding-name.ts'
import { listPlaceCounts } from './queries-touched.ts'
import { sourceOf } from './queries-tree.ts'
import { listEmptyCommunes } from './queries-unplaced.ts'
import { deleteUnits, insertUnits, type OfCase, type UnitRow } from './queries-units.ts'

/** What the case has done to the tree, with the ids of the holding places. */
export type ChangedTree = { effects: Effects; rows: UnitRow[]; holdings: ReadonlyMap<string, string> }

/**
 * Changes the tree: ends what ends (its codes become free), makes the new units, moves what is below, renames, and
 * writes the successions. Nobody adds to the touched units meanwhile.
 */
export async function applyTree(tx: Tx, of: OfCase, effects: Effects, tree: KnownTree): Promise<ChangedTree> {
  const { effectiveOn: day } = of
  await holdAreas(tx, [...tree.units.keys()])
  const ended = await endOld(tx, effects, tree, day)
  for (const { id, kind, code, name, parentId } of effects.makes)
    await createArea(tx, {
      ...{ id, kind, name, parentId, validFrom: day, source: sourceOf(of.id) },
      ...(code ? { code } : {}),
    })
  const holdings = await makeHoldings(tx, of, effects, tree)
  const placed = withHoldings(effects, holdings)
  const moves = await moveAreas(tx, {
    moves: placed.moves.map(({ id, toParentId }) => ({ areaId: id, parentId: toParentId })),
    ...{ onDate: day, source: sourceOf(of.id) },
  })
  const moved = moves.map(({ areaId, fromParentId, toParentId, from, to }): UnitRow => ({
    ...{ areaId, did: 'moved' },
    ...{ from: { parentId: fromParentId, ...from }, to: { parentId: toParentId, ...to } },
  }))
  for (const { id, name } of effects.renames)
    await renameArea(tx, { areaId: id, name, onDate: day, source: sourceOf(of.id) })
  await insertSuccessions(
    tx,
    effects.links.map(({ fromId, toId, extent }) => ({
      ...{ id: newId(), fromAreaId: fromId, toAreaId: toId, onDate: day, extent, note: null },
      source: sourceOf(of.id),
    })),
  )
  const rows = [...ended, ...moved, ...(await otherRows(tx, placed, holdings))]
  await insertUnits(tx, of, rows)
  return { effects: placed, rows, holdings }
}

async function endOld(tx: Tx, { endIds }: Effects, tree: KnownTree, day: Day): Promise<UnitRow[]> {
  await endAreas(tx, endIds, addDays(day, -1))
  const districts = new Map([...tree.districts.values()].flat().map((unit) => [unit.id, unit]))
  return endIds.map((areaId) => {
    const unit = tree.units.get(areaId) ?? districts.get(areaId)
    return { areaId, did: 'ended', validTo: unit?.validTo ?? null }
  })
}

async function makeHoldings(
  tx: Tx,
  of: OfCase,
  { holdings, moves }: Effects,
  { units }: KnownTree,
): Promise<ReadonlyMap<string, string>> {
  const made = new Map<string, string>()
  const children = new Set(
    (
      await listPlaceCounts(
        tx,
        holdings.map(({ fromId }) => fromId),
      )
    ).map(({ communeId }) => communeId),
  )
  const awaited = new Set(moves.map(({ toParentId }) => toParentId))
  for (const { fromId, parentId } of holdings) {
    if (!children.has(fromId) && !awaited.has(holdingOf(fromId))) continue
    const old = units.get(fromId)
    const id = newId()
    await createArea(tx, {
      ...{ id, kind: 'commune', code: `CX-${id.slice(-12)}`, name: holdingName(old?.name ?? '') },
      ...{ parentId, validFrom: of.effectiveOn, source: sourceOf(of.id) },
    })
    made.set(holdingOf(fromId), id)
  }
  return made
}

/** The same effects with real ids in place of those that stood for holding places. */
function withHoldings(effects: Effects, ids: ReadonlyMap<string, string>): Effects {
  const real = (id: string) => ids.get(id) ?? id
  return {
    ...effects,
    moves: effects.moves.map((move) => ({ ...move, toParentId: real(move.toParentId) })),
    // A divided commune without anybody who waits has no holding place, and nobody for whom the rule would be.
    rules: effects.rules
      .filter(
        ({ fromCommuneId, toCommuneId }) => toCommuneId !== holdingOf(fromCommuneId) || ids.has(toCommuneId),
      )
      .map((rule) => ({ ...rule, toCommuneId: real(rule.toCommuneId) })),
  }
}

/** Made, receiving, giving and renamed units, with who takes over when a made unit is taken back. */
async function otherRows(
  tx: Tx,
  effects: Effects,
  holdings: ReadonlyMap<string, string>,
): Promise<UnitRow[]> {
  const { makes, links, renames, endIds } = effects
  const made = new Set(makes.map(({ id }) => id))
  const counts = new Map<string, number>()
  for (const { communeId, children } of await listPlaceCounts(
    tx,
    links.map(({ fromId }) => fromId),
  ))
    counts.set(communeId, (counts.get(communeId) ?? 0) + children)
  const heirOf = (id: string, parentId: string) =>
    links
      .filter(({ toId }) => toId === id)
      .sort((left, right) => rankOf(right, counts) - rankOf(left, counts))
      .at(0)?.fromId ?? parentId
  const others = new Set(links.flatMap(({ fromId, toId }) => [fromId, toId]))
  const ended = new Set(endIds)
  const receiving = new Set(links.map(({ toId }) => toId))
  const changed = [...others].filter((id) => !made.has(id) && !ended.has(id))
  return [
    ...makes.map(({ id, parentId }): UnitRow => ({ areaId: id, did: 'made', heirId: heirOf(id, parentId) })),
    ...effects.holdings.flatMap(({ fromId }): UnitRow[] => {
      const areaId = holdings.get(holdingOf(fromId))
      return areaId === undefined ? [] : [{ areaId, did: 'holding', heirId: fromId }]
    }),
    ...changed.map((areaId): UnitRow => ({
      areaId,
      did: receiving.has(areaId) ? 'received' : 'gave',
    })),
    ...renames.filter(({ id }) => !others.has(id)).map(({ id }): UnitRow => ({ areaId: id, did: 'renamed' })),
  ]
}

/** A unit that came whole goes before a part, the larger before the smaller. */
function rankOf(link: Effects['links'][number], counts: ReadonlyMap<string, number>): number {
  return (link.extent === 'whole' ? 1e9 : 0) + (counts.get(link.fromId) ?? 0)
}

/** Holding places into which nobody came are not kept. Returns those that are. */
export async function dropEmptyHoldings(
  tx: Tx,
  caseId: string,
  holdings: ReadonlyMap<string, string>,
): Promise<string[]> {
  const ids = [...holdings.values()]
  const empty = await listEmptyCommunes(tx, ids)
  for (const id of empty) await removeCreatedArea(tx, id)
  await deleteUnits(tx, caseId, empty)
  return ids.filter((id) => !empty.includes(id))
}
