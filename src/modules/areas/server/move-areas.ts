import { addDays, type Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import type { Range, Tx } from '#platform/db/types.ts'
import type { Area, AreaKind } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { freeRanges, mayStandAbove } from '../shared/rules.ts'
import {
  deleteLinks,
  insertLinks,
  type Link,
  listFreeOf,
  listLastLinks,
  listRangesInside,
  refreshFullNames,
  setLinkEnds,
  type Shift,
  shiftAreas,
} from './queries-move.ts'
import { listAreasByIds, lockAreas } from './queries.ts'

/** What a move did to the range. A record of the unit or below it moves by `to.lft - from.lft`. */
export type Move = { areaId: string; fromParentId: string; toParentId: string; from: Range; to: Range }

type Going = { areaId: string; parentId: string }

/** A move with the units and links it works on. */
type Known = { area: Area; parent: Area; links: Link[] }

const widthOf = ({ lft, rgt }: Range): number => rgt - lft + 1

/** Units of one kind never lie inside one another, so that those of a kind can be moved together. */
const fromAbove: readonly AreaKind[] = ['province', 'district', 'commune', 'village']

/**
 * Units, each with everything below it, belong to other units from `onDate` on and get ranges there. Records that
 * carry `area_lft` are the caller's to move: those between `from.lft` and `from.rgt`, by the same step.
 */
export async function moveAreas(
  tx: Tx,
  { moves, onDate, source = null }: { moves: readonly Going[]; onDate: Day; source?: string | null },
): Promise<Move[]> {
  return byLevel(tx, moves, fromAbove, async (level) => {
    const known = await knowing(tx, level)
    for (const { area, parent, links } of known) checkMove({ area, parent, last: links.at(-1), onDate })
    const ended = known.flatMap(({ links }) => links.slice(-1))
    await setLinkEnds(
      tx,
      ended.map((link) => ({ ...link, lastDay: addDays(onDate, -1) })),
    )
    await insertLinks(
      tx,
      known.map(({ area, parent }) => ({
        ...{ areaId: area.id, parentId: parent.id, validFrom: onDate, validTo: area.validTo, source },
      })),
    )
    return settle(tx, known)
  })
}

type Checked = { area: Area; parent: Area; last: Link | undefined; onDate: Day }

function checkMove({ area, parent, last, onDate }: Checked): void {
  if (!mayStandAbove(parent.kind, area.kind)) throw areasProblem('areas.wrong-level')
  if (!isOn(area, onDate) || !isOn(parent, onDate)) throw areasProblem('areas.not-there-then')
  if (!last || last.validFrom >= onDate) throw areasProblem('areas.overlaps')
}

/**
 * Puts units under others as if they had always been there: the last link is corrected, no new one is made. For
 * units that were put somewhere for the time being, and for those whose unit above is taken back.
 */
export async function reparentAreas(tx: Tx, moves: readonly Going[]): Promise<Move[]> {
  return byLevel(tx, moves, fromAbove, async (level) => {
    const known = await knowing(tx, level)
    for (const { area, parent } of known)
      if (!mayStandAbove(parent.kind, area.kind)) throw areasProblem('areas.wrong-level')
    await deleteLinks(
      tx,
      known.flatMap(({ links }) => links.slice(-1)),
    )
    await insertLinks(
      tx,
      known.flatMap(({ parent, links }) => links.slice(-1).map((link) => ({ ...link, parentId: parent.id }))),
    )
    return settle(tx, known)
  })
}

/**
 * Takes moves back: the earlier link goes on, the unit and everything below it gets its old range again, or another
 * one when somebody has got the old numbers meanwhile: a village that was added where this one left.
 */
export async function moveAreasBack(tx: Tx, moves: readonly Move[]): Promise<void> {
  const before = new Map(moves.map(({ areaId, from }) => [areaId, from]))
  const going = moves.map(({ areaId, fromParentId }) => ({ areaId, parentId: fromParentId }))
  await byLevel(tx, going, fromAbove.toReversed(), async (level) => {
    const known = await knowing(tx, level)
    for (const { links } of known) if (links.length < 2) throw areasProblem('areas.not-there-then')
    await deleteLinks(
      tx,
      known.flatMap(({ links }) => links.slice(-1)),
    )
    await setLinkEnds(
      tx,
      known.flatMap(({ links: [earlier, last] }) =>
        earlier && last ? [{ ...earlier, lastDay: last.validTo }] : [],
      ),
    )
    const free = await listFreeOf(
      tx,
      known.map(({ area }) => before.get(area.id) ?? area),
    )
    const back = known.filter((_, place) => free.has(place))
    const shifts = back.flatMap(({ area, parent }) => shiftTo(area, parent, before.get(area.id)))
    if (shifts.length > 0) await shift(tx, shifts)
    const others = known.filter((_, place) => !free.has(place))
    return others.length > 0 ? settle(tx, others) : []
  })
}

async function byLevel(
  tx: Tx,
  moves: readonly Going[],
  kinds: readonly AreaKind[],
  work: (level: readonly Going[]) => Promise<Move[]>,
): Promise<Move[]> {
  if (moves.length === 0) return []
  const parentIds = [...new Set(moves.map(({ parentId }) => parentId))].sort()
  await lockAreas(tx, parentIds)
  const units = await listAreasByIds(
    tx,
    moves.map(({ areaId }) => areaId),
  )
  const moved: Move[] = []
  for (const kind of kinds) {
    const level = moves.filter(({ areaId }) => units.get(areaId)?.kind === kind)
    if (level.length > 0) moved.push(...(await work(level)))
  }
  return moved
}

async function knowing(tx: Tx, level: readonly Going[]): Promise<Known[]> {
  const areaIds = level.map(({ areaId }) => areaId)
  const [units, links] = await Promise.all([
    listAreasByIds(tx, [...areaIds, ...level.map(({ parentId }) => parentId)]),
    listLastLinks(tx, areaIds),
  ])
  return level.map(({ areaId, parentId }) => {
    const [area, parent] = [units.get(areaId), units.get(parentId)]
    if (!area || !parent) throw areasProblem('areas.not-found')
    return { area, parent, links: links.get(areaId) ?? [] }
  })
}

/** Gives each unit the first room of its width in its new unit, and moves it there. */
async function settle(tx: Tx, known: readonly Known[]): Promise<Move[]> {
  const taken = await listRangesInside(tx, [...new Set(known.map(({ parent }) => parent.id))])
  const moves: Move[] = []
  const alike = Map.groupBy(known, ({ area, parent }) => `${parent.id} ${widthOf(area)}`)
  for (const group of alike.values()) {
    const [first] = group
    if (!first) continue
    const inside = taken.get(first.parent.id) ?? []
    const asked = { width: widthOf(first.area), count: group.length, from: 'beginning' } as const
    const rooms = freeRanges(first.parent, inside, asked)
    if (rooms.length < group.length) throw areasProblem('areas.no-room')
    taken.set(first.parent.id, [...inside, ...rooms])
    for (const [index, { area, parent, links }] of group.entries()) {
      const { lft, rgt } = rooms[index] ?? area
      moves.push({
        ...{ areaId: area.id, fromParentId: links.at(-1)?.parentId ?? '', toParentId: parent.id },
        ...{ from: { lft: area.lft, rgt: area.rgt }, to: { lft, rgt } },
      })
    }
  }
  await shift(
    tx,
    moves.map(({ areaId, toParentId, from, to }) => ({
      ...{ areaId, parentId: toParentId, from, step: to.lft - from.lft },
    })),
  )
  return moves
}

function shiftTo({ id, lft, rgt }: Area, parent: Area, to: Range | undefined): Shift[] {
  return to ? [{ areaId: id, parentId: parent.id, from: { lft, rgt }, step: to.lft - lft }] : []
}

async function shift(tx: Tx, shifts: readonly Shift[]): Promise<void> {
  await shiftAreas(tx, shifts)
  await refreshFullNames(
    tx,
    shifts.map(({ areaId }) => areaId),
  )
}
