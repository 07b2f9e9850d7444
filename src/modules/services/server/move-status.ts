import { setImmediate } from 'node:timers/promises'
import type { Tx } from '#platform/db/types.ts'
import { countedPlaces, CounterSum } from './counters.ts'
import { packagesOf } from './package.ts'
import { listCounted, placeStatus } from './queries-moving.ts'
import { moveCounters } from './queries-status.ts'
import { markStale } from './queries.ts'

type Move = { childId: string; communeId: string; villageId: string | null; areaLft: number }

/** Children at a time: some milliseconds of adding up, so that other requests of this process go on. */
const atOnce = 500

/**
 * Takes status rows, open services and counters along when children move. Nothing is computed at once: the counters
 * move by the same rows. Where places have packages of their own, the drain makes the rows again afterwards. Comes
 * between `deferChildKeys` and `moveChildren`. The caller took the status lock (`waitForStatusLock`) before it held
 * the first child: a drain that waits for children would otherwise never give the lock back.
 */
export async function moveStatus(tx: Tx, moves: readonly Move[]): Promise<void> {
  const ownPackages = (await packagesOf(tx)).versions.length > 0
  const sum = new CounterSum()
  for (let from = 0; from < moves.length; from += atOnce) {
    if (from > 0) await setImmediate()
    const batch = new Map(moves.slice(from, from + atOnce).map((move) => [move.childId, move]))
    const rows = await listCounted(tx, [...batch.keys()])
    // PostgreSQL moves the rows while they are added up here.
    const placing = placeStatus(tx, [...batch.values()])
    for (const row of rows) {
      const communeId = batch.get(row.childId)?.communeId ?? row.communeId
      if (communeId === row.communeId) continue
      const places = countedPlaces(row)
      sum.add(row, places, -1)
      sum.add({ ...row, communeId }, places, 1)
    }
    await placing
    if (ownPackages) await markStale(tx, [...batch.keys()])
  }
  await moveCounters(tx, sum.all())
}
