import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** A row that belongs to a place as a whole. */
type PlacedRow = { rowId: string; areaId: string; areaLft: number }

/** Unfinished reports of these places. Finished ones stay on the unit that made them. */
export async function listDraftsOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('reports')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .where('state', '=', 'draft')
    .orderBy('id')
    .execute()
}

/** Typed numbers and written sections follow by their foreign keys. */
export async function moveDrafts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update reports r set area_id = m.area_id, area_lft = m.area_lft
    from unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ areaId }) => areaId)}::uuid[],
      ${rows.map(({ areaLft }) => areaLft)}::int[]) as m(id, area_id, area_lft)
    where r.id = m.id and r.state = 'draft'`.execute(tx)
}
