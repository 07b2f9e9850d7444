import { setImmediate } from 'node:timers/promises'
import type { Tx } from '#platform/db/types.ts'
import { addPlaces, type CounterStep, counterSteps } from './counters.ts'
import { packagesOf } from './package.ts'
import { markStale } from './queries.ts'
import { placeStatus } from './queries-moving.ts'
import { listStatus, moveCounters, waitForStatusLock } from './queries-status.ts'

type Move = { childId: string; communeId: string; villageId: string | null; areaLft: number }

/** Children at a time: some milliseconds of reading, so that other requests of this process go on. */
const atOnce = 200

/**
 * Takes status rows, open services and counters along when children move. Nothing is computed at once: the counters
 * move by the same rows. Where places have packages of their own, the drain makes the rows again afterwards. The children must have been moved, under
 * the status lock (`waitForStatusLock`): a drain that waits for them would otherwise wait for ever.
 */
export async function moveStatus(tx: Tx, moves: readonly Move[]): Promise<void> {
  await waitForStatusLock(tx)
  const ownPackages = (await packagesOf(tx)).versions.length > 0
  const sums = new Map<string, CounterStep>()
  for (let from = 0; from < moves.length; from += atOnce) {
    if (from > 0) await setImmediate()
    const batch = new Map(moves.slice(from, from + atOnce).map((move) => [move.childId, move]))
    const before = await listStatus(tx, [...batch.keys()])
    const after = before.map((row) => ({
      ...row,
      communeId: batch.get(row.childId)?.communeId ?? row.communeId,
    }))
    addSteps(sums, counterSteps(before, after))
    await placeStatus(tx, [...batch.values()])
    if (ownPackages) await markStale(tx, [...batch.keys()])
  }
  await moveCounters(
    tx,
    [...sums.values()].filter(({ due, got }) => due.some(Boolean) || got.some(Boolean)),
  )
}

function addSteps(sums: Map<string, CounterStep>, steps: readonly CounterStep[]): void {
  for (const step of steps) {
    const name = `${step.communeId} ${step.period} ${step.ageYears}`
    const sum = sums.get(name)
    sums.set(
      name,
      sum ? { ...sum, due: addPlaces(sum.due, step.due), got: addPlaces(sum.got, step.got) } : step,
    )
  }
}
