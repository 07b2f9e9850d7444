import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Difference, type Recount, RecountState } from '../shared/contract.ts'

/** Everything after this sees one state of the database. Must be the first statement of the transaction. */
export async function freezeView(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
}

/** Communes of the range with children who are being counted again. */
export async function listPendingCommunes(
  db: Db,
  { lft, rgt }: { lft: number; rgt: number },
  today: Day,
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct c.commune_id as id from children c
    where c.area_lft between ${lft} and ${rgt} and (
      c.id in (select child_id from services_stale)
      or c.id in (select child_id from services_open where recheck_on <= ${today}::date))`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function listKeptPeriods(db: Db, { lft, rgt }: { lft: number; rgt: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('services_counters')
    .select('period')
    .distinct()
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

export type StoredRecount = Recount & { areaLft: number; askedBy: string }

export async function insertRecount(tx: Tx, recount: StoredRecount): Promise<void> {
  await tx
    .insertInto('indicators_recounts')
    .values({
      id: recount.id,
      area_id: recount.area.id,
      area_lft: recount.areaLft,
      at: recount.at,
      asked_by: recount.askedBy,
      periods: recount.periods,
      state: recount.state,
      children: recount.children,
      figures: recount.figures,
      difference_count: recount.differenceCount,
      differences: JSON.stringify(recount.differences),
      waiting: recount.waiting,
    })
    .execute()
}

type Which = { id: string } | { areaId: string }

/** By id, or the last one of an area that could be finished. */
export async function findRecount(db: Db, which: Which): Promise<Recount | undefined> {
  let query = db
    .selectFrom('indicators_recounts as r')
    .innerJoin('areas as a', 'a.id', 'r.area_id')
    .selectAll('r')
    .select('a.name')
  query =
    'id' in which
      ? query.where('r.id', '=', which.id)
      : query.where('r.area_id', '=', which.areaId).where('r.state', '!=', 'waiting')
  const row = await query.orderBy('r.at', 'desc').orderBy('r.id', 'desc').limit(1).executeTakeFirst()
  return (
    row && {
      id: row.id,
      area: { id: row.area_id, name: row.name },
      at: row.at,
      periods: row.periods,
      state: RecountState.parse(row.state),
      children: row.children,
      figures: row.figures,
      differences: Difference.array().parse(row.differences),
      differenceCount: row.difference_count,
      waiting: row.waiting,
    }
  )
}
