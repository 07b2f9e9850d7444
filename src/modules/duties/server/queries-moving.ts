import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

type Table = 'duties_sent' | 'duties_days' | 'duties_events' | 'duties_urgent'

/** The rows of these places: what a unit sent stays with the unit that sent it. */
export function listDutyRows(table: Table) {
  return async (db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> =>
    db
      .selectFrom(table)
      .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
      .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
      .orderBy('id')
      .execute()
}

/** For units whose place in the tree moves. */
export function moveDutyRows(table: Table) {
  return async (tx: Tx, rows: readonly PlacedRow[]): Promise<void> => {
    await sql`
      update ${sql.table(table)} t set area_id = m.area_id, area_lft = m.area_lft
      from ${movedTo(rows)} where t.id = m.id`.execute(tx)
  }
}
