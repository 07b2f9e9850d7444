import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

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
    from ${movedTo(rows)}
    where r.id = m.id and r.state = 'draft'`.execute(tx)
}
