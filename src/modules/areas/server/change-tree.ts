import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { fold, tidy } from '#base/text.ts'
import type { Range, Tx } from '#platform/db/types.ts'
import type { Area, AreaKind } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { existsOn, freeRanges, fullNameOf, mayStandAbove, rangeWidth } from '../shared/rules.ts'
import { getArea } from './get-area.ts'
import {
  countBelowAfter,
  deleteArea,
  deleteLink,
  deleteName,
  insertLink,
  insertName,
  listLinksOf,
  listNames,
  listRangesWithin,
  refreshFullNames,
  setLinkEnd,
  setName,
  setParent,
  shiftRange,
} from './queries-change.ts'
import { findAreaOfCodeIn, insertAreas, lockArea } from './queries.ts'

/** Room for one more unit inside another. The caller has locked the outer unit. */
async function roomIn(tx: Tx, outer: Area, width: number): Promise<Range> {
  const [room] = freeRanges(outer, await listRangesWithin(tx, outer), {
    ...{ width, count: 1 },
    from: 'beginning',
  })
  if (!room) throw areasProblem('areas.no-room')
  return room
}

export type NewUnit = {
  /** Made beforehand where something already points at the unit. */
  id?: string
  kind: Exclude<AreaKind, 'nation' | 'district'>
  /** Villages have no official code: leave it out and the id is the code. */
  code?: string
  name: string
  parentId: string
  validFrom: Day
  source?: string | null
}

/** A unit that exists from `validFrom` on, with a range of its own inside the range of the unit above. */
export async function createArea(tx: Tx, unit: NewUnit): Promise<Area> {
  await lockArea(tx, unit.parentId)
  const parent = await getArea(tx, unit.parentId)
  if (!mayStandAbove(parent.kind, unit.kind)) throw areasProblem('areas.wrong-level')
  if (!existsOn(parent, unit.validFrom)) throw areasProblem('areas.not-there-then')
  const id = unit.id ?? newId()
  const code = unit.code ?? id
  if (await findAreaOfCodeIn(tx, { kind: unit.kind, code, from: unit.validFrom, to: null }))
    throw areasProblem('areas.code-taken', { code })
  const name = tidy(unit.name)
  const range = await roomIn(tx, parent, rangeWidth[unit.kind])
  await insertAreas(tx, [
    {
      ...{ id, code, kind: unit.kind, name, full_name: fullNameOf(name, parent), name_folded: fold(name) },
      ...{ parent_id: parent.id, ...range, valid_from: unit.validFrom, valid_to: null },
      source: unit.source ?? null,
    },
  ])
  return getArea(tx, id)
}

/** Takes back what `createArea` made; refused when records already stand on the unit. */
export async function removeCreatedArea(tx: Tx, areaId: string): Promise<void> {
  if ((await countBelowAfter(tx, areaId, '0001-01-01')) > 0) throw areasProblem('areas.has-units-below')
  await deleteArea(tx, areaId)
}

/** What a move did to the range. A record of the unit or below it moves by `to.lft - from.lft`. */
export type Move = { areaId: string; fromParentId: string; toParentId: string; from: Range; to: Range }

/**
 * A unit, with everything below it, belongs to another unit from `onDate` on and gets a range there. Records that
 * carry `area_lft` are the caller's to move: those between `from.lft` and `from.rgt`, by the same step.
 */
export async function moveArea(
  tx: Tx,
  {
    areaId,
    parentId,
    onDate,
    source = null,
  }: {
    areaId: string
    parentId: string
    onDate: Day
    source?: string | null
  },
): Promise<Move> {
  await lockArea(tx, parentId)
  const [area, parent, links] = [
    await getArea(tx, areaId),
    await getArea(tx, parentId),
    await listLinksOf(tx, areaId),
  ]
  const last = links.at(-1)
  if (!mayStandAbove(parent.kind, area.kind)) throw areasProblem('areas.wrong-level')
  if (!existsOn(area, onDate) || !existsOn(parent, onDate)) throw areasProblem('areas.not-there-then')
  if (!last || last.validFrom >= onDate) throw areasProblem('areas.overlaps')
  await setLinkEnd(tx, last, addDays(onDate, -1))
  await insertLink(tx, { areaId, parentId, validFrom: onDate, validTo: area.validTo, source })
  await setParent(tx, areaId, parentId)
  const from = { lft: area.lft, rgt: area.rgt }
  const to = await roomIn(tx, parent, area.rgt - area.lft + 1)
  await shiftRange(tx, from, to.lft - from.lft)
  await refreshFullNames(tx, areaId)
  return { areaId, fromParentId: last.parentId, toParentId: parentId, from, to }
}

/** Takes back a move: the earlier link goes on, the unit and everything below it gets its old range again. */
export async function moveAreaBack(tx: Tx, { areaId, from, to }: Move): Promise<void> {
  const links = await listLinksOf(tx, areaId)
  const [earlier, last] = links.slice(-2)
  if (!earlier || !last) throw areasProblem('areas.not-there-then')
  await deleteLink(tx, areaId, last.validFrom)
  await setLinkEnd(tx, earlier, last.validTo)
  await setParent(tx, areaId, earlier.parentId)
  // Somebody else may have got the old numbers meanwhile: a village that was added where this one left.
  const isFree = (await listRangesWithin(tx, { lft: from.lft - 1, rgt: from.rgt })).length === 0
  const width = from.rgt - from.lft + 1
  const back = isFree ? from : await roomIn(tx, await getArea(tx, earlier.parentId), width)
  await shiftRange(tx, to, back.lft - to.lft)
  await refreshFullNames(tx, areaId)
}

/**
 * Puts a unit under another one as if it had always been there: the last link is corrected, no new one is made.
 * For units that were put somewhere for the time being, and for those whose unit above is taken back.
 */
export async function reparentArea(
  tx: Tx,
  areaId: string,
  parentId: string,
): Promise<{ from: Range; to: Range }> {
  await lockArea(tx, parentId)
  const [area, parent, links] = [
    await getArea(tx, areaId),
    await getArea(tx, parentId),
    await listLinksOf(tx, areaId),
  ]
  const last = links.at(-1)
  if (!mayStandAbove(parent.kind, area.kind)) throw areasProblem('areas.wrong-level')
  if (!last) throw areasProblem('areas.not-there-then')
  await deleteLink(tx, areaId, last.validFrom)
  await insertLink(tx, { ...last, parentId })
  await setParent(tx, areaId, parentId)
  const from = { lft: area.lft, rgt: area.rgt }
  const to = await roomIn(tx, parent, area.rgt - area.lft + 1)
  await shiftRange(tx, from, to.lft - from.lft)
  await refreshFullNames(tx, areaId)
  return { from, to }
}

/** A new name from `onDate` on (also a new kind of commune: "Phường ..." after "Xã ..."); the old one is kept. */
export async function renameArea(
  tx: Tx,
  {
    areaId,
    name,
    onDate,
    source = null,
  }: {
    areaId: string
    name: string
    onDate: Day
    source?: string | null
  },
): Promise<Area> {
  const area = await getArea(tx, areaId)
  const lastNamed = (await listNames(tx, areaId)).at(-1)
  const since = lastNamed ? addDays(lastNamed.validTo, 1) : area.validFrom
  if (!existsOn(area, onDate)) throw areasProblem('areas.not-there-then')
  if (since >= onDate) throw areasProblem('areas.overlaps')
  const validTo = addDays(onDate, -1)
  await insertName(tx, { areaId, name: area.name, validFrom: since, validTo, source })
  await setName(tx, areaId, tidy(name))
  await refreshFullNames(tx, areaId)
  return getArea(tx, areaId)
}

/** Takes back the newest rename. */
export async function undoRename(tx: Tx, areaId: string): Promise<Area> {
  const last = (await listNames(tx, areaId)).at(-1)
  if (!last) throw areasProblem('areas.not-there-then')
  await deleteName(tx, areaId, last.validFrom)
  await setName(tx, areaId, last.name)
  await refreshFullNames(tx, areaId)
  return getArea(tx, areaId)
}
