import { sql } from 'kysely'
import type { Db } from './types.ts'

/** The stamps of this moment, by subject; a subject without one is read anew each time. */
export type Stamps = Readonly<Record<string, string>>

/**
 * For the columns of a statement that the request makes anyway: there it costs some 0.04 ms of the database, a statement
 * of its own twice as much and a round trip.
 */
export const stampsColumn = sql<Stamps>`(select json_object_agg(subject, stamp) from platform_stamps)`

/** The stamps as this transaction sees them, its own changes included. */
export async function readStamps(db: Db): Promise<Stamps> {
  const { rows } = await sql<{ stamps: Stamps | null }>`select ${stampsColumn} as stamps`.execute(db)
  return rows[0]?.stamps ?? {}
}

/**
 * Keeps in the memory of this process what hardly ever changes and is the same for everybody, as long as its stamp in
 * platform_stamps stands. Triggers move the stamp in the transaction of a change, so a process never uses what the
 * database no longer says: not after a change by another process or by hand, not within the transaction that changes,
 * not after one that was rolled back. One value is kept for each subject: `load` must read something bounded, and
 * nothing that depends on who asks (row-level security).
 *
 * The stamp is read before and after the value: one that moved meanwhile, by the transaction's own hand or another's,
 * is not kept. `stamps`: as read in the same transaction; without them they are read by a small statement.
 */
export function keptByStamp<Value>(subject: string, load: (db: Db) => Promise<Value>) {
  let kept: { stamp: string; value: Value } | undefined
  return async (db: Db, stamps?: Stamps): Promise<Value> => {
    const stamp = (stamps ?? (await readStamps(db)))[subject]
    if (kept && kept.stamp === stamp) return kept.value
    const value = await load(db)
    if (stamp !== undefined && (await readStamps(db))[subject] === stamp) kept = { stamp, value }
    return value
  }
}
