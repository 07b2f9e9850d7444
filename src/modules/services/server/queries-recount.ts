import { sql } from 'kysely'
import type { Period } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { counterKeyAt } from './counters.ts'
import { childColumns, type KnownChild, toKnownChild } from './queries.ts'
import { numbersIn } from './queries-status.ts'

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

/** The same for a range of places. */
export async function listChildrenOfRange(
  db: Db,
  { lft, rgt }: { lft: number; rgt: number },
  { after, limit }: { after: string | null; limit: number },
): Promise<KnownChild[]> {
  let query = db
    .selectFrom('children')
    .select(childColumns)
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
  if (after !== null) query = query.where('id', '>', after)
  return (await query.where('left_on', 'is', null).orderBy('id').limit(limit).execute()).map(toKnownChild)
}

export type Counter = { key: string; ageYears: number; due: number; got: number }

/** The counters that have counted somebody. */
export async function listCounters(db: Db, communeId: string, period: Period): Promise<Counter[]> {
  const rows = await db
    .selectFrom('services_counters')
    .select(['age_years as ageYears', sql<string>`due::text`.as('due'), sql<string>`got::text`.as('got')])
    .where('commune_id', '=', communeId)
    .where('period', '=', period)
    .execute()
  return rows.flatMap(({ ageYears, due, got }) => {
    const gotAt = numbersIn(got)
    return numbersIn(due).flatMap((one, place) =>
      one === 0 ? [] : [{ key: counterKeyAt(place), ageYears, due: one, got: gotAt[place] ?? 0 }],
    )
  })
}
