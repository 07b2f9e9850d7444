import type { Tx } from '#platform/db/types.ts'
import { deferChildKeys, moveChildren, moveResidences } from '#modules/children/server/public.ts'
import { moveStatus } from '#modules/services/server/public.ts'
import type { Effects } from '../shared/effects.ts'
import { backOf, goingOf, type Spot, type WayBack } from '../shared/where-to.ts'
import {
  holdChildrenOf,
  insertMoves,
  listNumbers,
  type Move,
  type Place,
  takeStandings,
} from './queries-moves.ts'

/** Children in one statement, with some thirty rows each. */
const atOnce = 2000

/** How far a long work is; asked to pause by it, other requests of this process go on. */
export type Progress = (done: number) => Promise<void>

/**
 * Moves children with all their rows: those that repeat the commune or the village by the module that keeps them, the
 * others along with the child. The caller holds the status lock.
 */
export async function moveWithRows(tx: Tx, moves: readonly Move[]): Promise<void> {
  for (let from = 0; from < moves.length; from += atOnce) {
    const batch = moves.slice(from, from + atOnce)
    await deferChildKeys(tx)
    await moveResidences(tx, batch)
    await moveStatus(tx, batch)
    await moveChildren(tx, batch)
  }
}

function isSame(left: Place, right: Place): boolean {
  return (
    left.communeId === right.communeId && left.villageId === right.villageId && left.areaLft === right.areaLft
  )
}

function placeAt({ communeId, villageId }: Spot, numbers: ReadonlyMap<string, number>): Place {
  const areaLft = numbers.get(villageId ?? communeId)
  if (areaLft === undefined) throw new Error('a child would move to a place that is not there')
  return { communeId, villageId, areaLft }
}

/** Moves every child of the touched communes to where the case puts it, and writes down where it was. */
export async function moveByRules(
  tx: Tx,
  caseId: string,
  { rules, children }: Pick<Effects, 'rules' | 'children'>,
  progress: Progress,
): Promise<number> {
  const going = goingOf(rules, children)
  const communeIds = [...new Set([...rules, ...children].map(({ fromCommuneId }) => fromCommuneId))]
  const numbers = await listNumbers(tx, [
    ...new Set([
      ...rules.flatMap(({ toCommuneId, toVillageId, fromVillageId }) => [
        ...[toCommuneId, toVillageId ?? toCommuneId, fromVillageId ?? toCommuneId],
      ]),
      ...children.map(({ toCommuneId }) => toCommuneId),
    ]),
  ])
  let moved = 0
  let seen = 0
  for await (const page of holdChildrenOf(tx, communeIds, atOnce)) {
    const moves = page.flatMap((from) => {
      const spot = going(from)
      const to = spot && placeAt(spot, numbers)
      return to && !isSame(from, to) ? [{ childId: from.childId, from, to }] : []
    })
    await deferChildKeys(tx)
    await insertMoves(tx, caseId, moves)
    await moveWithRows(
      tx,
      moves.map(({ childId, to }) => ({ childId, ...to })),
    )
    moved += moves.length
    seen += page.length
    await progress(seen)
  }
  return moved
}

/** Moves the children of the case's communes back; asked after the tree is as it was. */
export async function moveBack(
  tx: Tx,
  caseId: string,
  { communeIds, ...way }: WayBack & { communeIds: readonly string[] },
  progress: Progress,
): Promise<void> {
  let seen = 0
  for await (const page of takeStandings(tx, caseId, communeIds, atOnce)) {
    const spots = page.map((standing) => backOf(way, standing))
    const ids = spots.flatMap(({ communeId, villageId }) => [villageId ?? communeId])
    const numbers = await listNumbers(tx, [...new Set(ids)])
    const moves = page.flatMap((now, index): Move[] => {
      const spot = spots[index]
      const to = spot && placeAt(spot, numbers)
      return to && !isSame(now, to) ? [{ childId: now.childId, ...to }] : []
    })
    await moveWithRows(tx, moves)
    seen += page.length
    await progress(seen)
  }
}
