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

const finished = ['sent', 'accepted', 'signed', 'merged'] as const

/**
 * Finished reports stay on the unit that made them and are read where `areaLft` says: by the one unit that answers for
 * it now, or by itself again. Their parts follow by their foreign keys.
 */
export async function placeFinished(
  tx: Tx,
  places: readonly Pick<PlacedRow, 'areaId' | 'areaLft'>[],
): Promise<void> {
  await sql`
    update reports r set area_lft = m.area_lft
    from unnest(${places.map(({ areaId }) => areaId)}::uuid[], ${places.map(({ areaLft }) => areaLft)}::int[])
      as m(area_id, area_lft)
    where r.area_id = m.area_id and r.area_lft <> m.area_lft and r.state = any(${[...finished]}::text[])`.execute(
    tx,
  )
}

/** One of these units that has sent or signed a report of its own. */
export async function findReportingUnit(db: Db, areaIds: readonly string[]): Promise<string | undefined> {
  const row = await db
    .selectFrom('reports')
    .select('area_id as areaId')
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .where('state', 'in', finished)
    .executeTakeFirst()
  return row?.areaId
}
