import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

export async function listRecountsOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('indicators_recounts')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Recounts are the history of a unit; they move only when the unit itself is taken back. */
export async function moveRecounts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update indicators_recounts r set area_id = m.area_id, area_lft = m.area_lft
    from ${movedTo(rows)} where r.id = m.id`.execute(tx)
}
