import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { childColumns, type KnownChild, toKnownChild } from './queries.ts'

/** Children of a commune in order of id, a page at a time. */
export async function listChildrenOfCommune(
  db: Db,
  communeId: string,
  after: string | null,
  limit: number,
): Promise<KnownChild[]> {
  let query = db.selectFrom('children').select(childColumns).where('commune_id', '=', communeId)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.orderBy('id').limit(limit).execute()).map(toKnownChild)
}

export type Counter = { key: string; ageYears: number; due: number; got: number }

export async function listCounters(db: Db, communeId: string, period: Period): Promise<Counter[]> {
  return db
    .selectFrom('services_counters')
    .select(['key', 'age_years as ageYears', 'due', 'got'])
    .where('commune_id', '=', communeId)
    .where('period', '=', period)
    .execute()
}
