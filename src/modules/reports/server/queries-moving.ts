import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

/** Reports that are being written in these places. What was sent or signed stays on the unit that made it. */
export async function listDraftsOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('reports')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .where('state', 'in', ['draft', 'returned'])
    .orderBy('id')
    .execute()
}

/**
 * Everything of a report follows by its foreign keys. Drafts of several parts stand beside one another in the new unit
 * (`origin_area_id`) until its own report takes them over.
 */
export async function moveDrafts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update reports r set area_id = m.area_id, area_lft = m.area_lft
    from ${movedTo(rows)}
    where r.id = m.id and r.state in ('draft', 'returned')`.execute(tx)
}
