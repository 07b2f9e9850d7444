import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** A row that belongs to a place as a whole. */
type PlacedRow = { rowId: string; areaId: string; areaLft: number }

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
    from unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ areaId }) => areaId)}::uuid[],
      ${rows.map(({ areaLft }) => areaLft)}::int[]) as m(id, area_id, area_lft) where r.id = m.id`.execute(tx)
}
