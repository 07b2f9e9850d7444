import type { Tx } from '#platform/db/types.ts'
import { counterSteps } from './counters.ts'
import {
  deleteOpen,
  deleteRecordsOf,
  deleteStatus,
  listStatus,
  moveCounters,
  waitForStatusLock,
} from './queries-status.ts'

/** Takes away everything this module holds of the children, and gives the counters back what they added. */
export async function forgetChildren(tx: Tx, childIds: readonly string[]): Promise<void> {
  if (childIds.length === 0) return
  await waitForStatusLock(tx)
  const before = await listStatus(tx, childIds)
  await deleteStatus(tx, before)
  await deleteOpen(tx, childIds)
  await deleteRecordsOf(tx, childIds)
  await moveCounters(tx, counterSteps(before, []))
}
