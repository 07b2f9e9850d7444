import type { Tx } from '#platform/db/types.ts'
import { moveChildren, moveResidences } from '#modules/children/server/public.ts'
import { moveStatus } from '#modules/services/server/public.ts'
import type { Effects } from '../shared/effects.ts'
import { backOf, goingOf, type Spot, type WayBack } from '../shared/where-to.ts'
import {
  holdChildrenOf,
  holdStandings,
  insertMoves,
  listNumbers,
  type Move,
  type Place,
} from './queries-moves.ts'

/** Children in one statement; every row of theirs moves with it. */
const atOnce = 1000

/**
 * Moves children with all their rows: by their foreign keys (`children (id, area_lft)`), and by name what repeats
 * the commune or the village. The caller holds the status lock.
 */
export async function moveWithRows(tx: Tx, moves: readonly Move[]): Promise<void> {
  for (let from = 0; from < moves.length; from += atOnce) {
    const batch = moves.slice(from, from + atOnce)
    await moveResidences(tx, batch)
    await moveChildren(tx, batch)
    await moveStatus(tx, batch)
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
  let after: string | null = null
  for (;;) {
    const page = await holdChildrenOf(tx, communeIds, { after, limit: atOnce })
    const moves = page.flatMap((from) => {
      const spot = going(from)
      const to = spot && placeAt(spot, numbers)
      return to && !isSame(from, to) ? [{ childId: from.childId, from, to }] : []
    })
    if (moves.length > 0) await insertMoves(tx, caseId, moves)
    await moveWithRows(
      tx,
      moves.map(({ childId, to }) => ({ childId, ...to })),
    )
    moved += moves.length
    after = page.at(-1)?.childId ?? null
    if (page.length < atOnce) return moved
  }
}

/** Moves the children of the case's communes back; asked after the tree is as it was. */
export async function moveBack(
  tx: Tx,
  caseId: string,
  { communeIds, ...way }: WayBack & { communeIds: readonly string[] },
): Promise<void> {
  let after: string | null = null
  for (;;) {
    const page = await holdStandings(tx, caseId, communeIds, { after, limit: atOnce })
    const spots = page.map((standing) => backOf(way, standing))
    const ids = spots.flatMap(({ communeId, villageId }) => [villageId ?? communeId])
    const numbers = await listNumbers(tx, [...new Set(ids)])
    const moves = page.flatMap((now, index): Move[] => {
      const spot = spots[index]
      const to = spot && placeAt(spot, numbers)
      return to && !isSame(now, to) ? [{ childId: now.childId, ...to }] : []
    })
    await moveWithRows(tx, moves)
    after = page.at(-1)?.childId ?? null
    if (page.length < atOnce) return
  }
}
