import { newId } from '#base/id.ts'
import type { Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import { fold, tidy } from '#base/text.ts'
import type { Range, Tx } from '#platform/db/types.ts'
import { carveLinks } from '../shared/carve-links.ts'
import type { Area, PastName, PastParent, PastUnit } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { freeRanges, fullNameOf, historyWidth, mayStandAbove } from '../shared/rules.ts'
import { getArea } from './get-area.ts'
import {
  cutLinksBelow,
  insertName,
  listLinksOf,
  listNames,
  listRangesWithin,
  replaceLinks,
  setFirstDay,
} from './queries-change.ts'
import type { Link } from './queries-move.ts'
import { findAreaOfCodeIn, findHolder, insertAreas, lockAreas } from './queries.ts'

/** Days of the past that a list does not tell: what a person enters from a decision. Answers whether it was new. */
export async function addPastParent(tx: Tx, areaId: string, past: PastParent): Promise<boolean> {
  const { parentId, validFrom, validTo, source } = past
  if (validFrom > validTo) throw areasProblem('areas.dates-out-of-order')
  const [area, parent] = [await getArea(tx, areaId), await getArea(tx, parentId)]
  if (!mayStandAbove(parent.kind, area.kind)) throw areasProblem('areas.wrong-level')
  for (const unit of [area, parent])
    if (!isOn(unit, validFrom) || !isOn(unit, validTo)) throw areasProblem('areas.not-there-then')
  const links = await listLinksOf(tx, areaId)
  const isKnown = links.some(
    (link) => link.parentId === parentId && link.validFrom === validFrom && link.validTo === validTo,
  )
  if (isKnown) return false
  const added: Link = { areaId, parentId, validFrom, validTo, source }
  await replaceLinks(tx, areaId, carveLinks(links, added))
  return true
}

export async function addPastName(tx: Tx, areaId: string, past: PastName): Promise<boolean> {
  const { name, validFrom, validTo, source } = past
  if (validFrom > validTo) throw areasProblem('areas.dates-out-of-order')
  const area = await getArea(tx, areaId)
  if (!isOn(area, validFrom) || !isOn(area, validTo)) throw areasProblem('areas.not-there-then')
  const there = (await listNames(tx, areaId)).filter(
    (row) => row.validFrom <= validTo && row.validTo >= validFrom,
  )
  if (there.some((row) => row.name === tidy(name) && row.validFrom === validFrom)) return false
  if (there.length > 0) throw areasProblem('areas.overlaps')
  await insertName(tx, { areaId, name: tidy(name), validFrom, validTo, source })
  return true
}

/** The day on which a unit of a list really began. Links below it that reached further back are cut. */
export async function setBegin(tx: Tx, areaId: string, validFrom: Day): Promise<boolean> {
  const area = await getArea(tx, areaId)
  if (area.validTo !== null && validFrom > area.validTo) throw areasProblem('areas.dates-out-of-order')
  if (area.validFrom === validFrom) return false
  const links = (await listLinksOf(tx, areaId)).flatMap((link) => {
    if (link.validTo !== null && link.validTo < validFrom) return []
    return [link.validFrom < validFrom ? { ...link, validFrom } : link]
  })
  await replaceLinks(tx, areaId, links)
  await cutLinksBelow(tx, areaId, validFrom)
  await setFirstDay(tx, areaId, validFrom)
  return true
}

/** A unit of the past that no list holds, below a unit of its days; known already when code and days are. */
export async function addPastUnit(tx: Tx, past: PastUnit): Promise<Area | undefined> {
  const { kind, code, parentId, validFrom, validTo, source } = past
  if (validFrom > validTo) throw areasProblem('areas.dates-out-of-order')
  const there = await findAreaOfCodeIn(tx, { kind, code, from: validFrom, to: validTo })
  if (there?.validFrom === validFrom && there.validTo === validTo) return undefined
  if (there) throw areasProblem('areas.code-taken', { code })
  const parent = await getArea(tx, parentId)
  if (!mayStandAbove(parent.kind, kind)) throw areasProblem('areas.wrong-level')
  if (!isOn(parent, validFrom) || !isOn(parent, validTo)) throw areasProblem('areas.not-there-then')
  const room = await roomForHistory(tx, parent)
  const [id, name] = [newId(), tidy(past.name)]
  await insertAreas(tx, [
    {
      ...{ id, code, kind, name, full_name: fullNameOf(name, parent), name_folded: fold(name) },
      ...{ parent_id: parentId, ...room, valid_from: validFrom, valid_to: validTo, source },
    },
  ])
  return getArea(tx, id)
}

/** Where the unit above keeps its records today, from the end of that province. */
async function roomForHistory(tx: Tx, parent: Area): Promise<Range> {
  const holder = await findHolder(tx, parent.lft)
  if (!holder) throw areasProblem('areas.not-found')
  await lockAreas(tx, [holder.id])
  const taken = await listRangesWithin(tx, holder)
  const [room] = freeRanges(holder, taken, { width: historyWidth, count: 1, from: 'end' })
  if (!room) throw areasProblem('areas.no-room')
  return room
}
