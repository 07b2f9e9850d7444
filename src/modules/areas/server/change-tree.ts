import { addDays, type Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import { isOn } from '#base/span.ts'
import { fold, tidy } from '#base/text.ts'
import type { Range, Tx } from '#platform/db/types.ts'
import type { Area, AreaKind } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { freeRanges, fullNameOf, mayStandAbove, rangeWidth } from '../shared/rules.ts'
import { getArea } from './get-area.ts'
import {
  countBelowAfter,
  deleteArea,
  deleteName,
  insertName,
  listNames,
  listRangesWithin,
  setNames,
} from './queries-change.ts'
import { refreshFullNames } from './queries-move.ts'
import { findAreaOfCodeIn, insertAreas, lockAreas } from './queries.ts'

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
  await lockAreas(tx, [unit.parentId])
  const parent = await getArea(tx, unit.parentId)
  if (!mayStandAbove(parent.kind, unit.kind)) throw areasProblem('areas.wrong-level')
  if (!isOn(parent, unit.validFrom)) throw areasProblem('areas.not-there-then')
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
  if (!isOn(area, onDate)) throw areasProblem('areas.not-there-then')
  if (since >= onDate) throw areasProblem('areas.overlaps')
  const validTo = addDays(onDate, -1)
  await insertName(tx, { areaId, name: area.name, validFrom: since, validTo, source })
  await setNames(tx, [{ id: areaId, name: tidy(name) }])
  await refreshFullNames(tx, [areaId])
  return getArea(tx, areaId)
}

/** Takes back the newest rename. */
export async function undoRename(tx: Tx, areaId: string): Promise<Area> {
  const last = (await listNames(tx, areaId)).at(-1)
  if (!last) throw areasProblem('areas.not-there-then')
  await deleteName(tx, areaId, last.validFrom)
  await setNames(tx, [{ id: areaId, name: last.name }])
  await refreshFullNames(tx, [areaId])
  return getArea(tx, areaId)
}
