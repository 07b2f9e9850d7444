import { setImmediate } from 'node:timers/promises'
import type { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'
import type { ServiceRecord } from '../shared/contract.ts'
import type { Need } from '../shared/needs.ts'
import type { PackageBook } from '../shared/package-book.ts'
import { type PlacedChild, placeChildren } from './areas-around.ts'
import { counterSteps } from './counters.ts'
import { packagesOf } from './package.ts'
import { keepChildren, listBriefRecords, markStale } from './queries.ts'
import { listNeeds } from './queries-needs.ts'
import {
  deleteStatus,
  listStatus,
  markDueForRecheck,
  moveCounters,
  takeStale,
  tryStatusLock,
  upsertOpen,
  upsertStatus,
} from './queries-status.ts'
import { datedPeriod, keptPeriods, type Open, type Status, statusOf } from './status.ts'

export const batchSize = 400

function same(left: Status, right: Status | undefined): boolean {
  return right !== undefined && JSON.stringify(left) === JSON.stringify({ ...left, ...right })
}

/** Children between two pauses: some milliseconds, so that a person's request does not wait longer. */
const childrenAtOnce = 20

/** What is to be stored of these children; of a child that is no longer there, nothing. */
async function makeAgain(
  children: readonly PlacedChild[],
  records: ReadonlyMap<string, ServiceRecord[]>,
  stored: ReadonlyMap<string, Status[]>,
  { book, needs, today }: { book: PackageBook; needs: ReadonlyMap<string, Need[]>; today: Day },
): Promise<{ status: Status[]; open: Open[] }> {
  const kept = keptPeriods(today)
  const keptDated = kept.map((period) => datedPeriod(period, today))
  const status: Status[] = []
  const open: Open[] = []
  for (const [index, child] of children.entries()) {
    if (index > 0 && index % childrenAtOnce === 0) await setImmediate()
    const older = (stored.get(child.id) ?? [])
      .filter(({ period }) => !kept.includes(period))
      .map(({ period }) => datedPeriod(period, today))
    const made = statusOf(book, child, records.get(child.id) ?? [], {
      periods: [...keptDated, ...older],
      today,
      needs: needs.get(child.id) ?? [],
    })
    status.push(...made.status)
    open.push(made.open)
  }
  return { status, open }
}

/**
 * Makes the status of these children again, and moves the counters by the difference. Needs the status lock.
 * Children being moved at the moment are marked again for the next batch; returns how many were made.
 */
export async function refreshStatus(tx: Tx, childIds: readonly string[], today: Day): Promise<number> {
  if (childIds.length === 0) return 0
  const book = await packagesOf(tx)
  const { children, held } = await keepChildren(tx, childIds)
  await markStale(tx, held)
  const ids = childIds.filter((id) => !held.includes(id))
  const records = await listBriefRecords(tx, ids)
  const before = await listStatus(tx, ids)
  const { status, open } = await makeAgain(
    await placeChildren(tx, children, today),
    records,
    Map.groupBy(before, (row) => row.childId),
    { book, needs: await listNeeds(tx, ids), today },
  )
  const name = (row: Status) => `${row.childId} ${row.period}`
  const earlier = new Map(before.map((row) => [name(row), row]))
  const now = new Set(status.map(name))
  const changed = status.filter((row) => !same(row, earlier.get(name(row))))
  const gone = before.filter((row) => !now.has(name(row)))
  const left = changed.flatMap((row) => earlier.get(name(row)) ?? [])
  await upsertStatus(tx, changed)
  await deleteStatus(tx, gone)
  await upsertOpen(tx, open)
  await moveCounters(tx, counterSteps([...left, ...gone], changed))
  return ids.length
}

/**
 * One batch of the stale list, in the transaction of the worker. Only one process drains at a time: the
 * others find the lock taken and come back. A record committed after this batch was read has its own mark.
 */
export async function drainBatch(tx: Tx, today: Day): Promise<'more' | 'done'> {
  return (await drainSome(tx, today)) > 0 ? 'more' : 'done'
}

/** The same for the worker: how many children were made again, `batchSize` when there is more to do at once. */
export async function drainSome(tx: Tx, today: Day): Promise<number> {
  if (!(await tryStatusLock(tx))) return 0
  let childIds = await takeStale(tx, batchSize)
  if (childIds.length === 0 && (await markDueForRecheck(tx, today, batchSize)) > 0)
    childIds = await takeStale(tx, batchSize)
  return refreshStatus(tx, childIds, today)
}
