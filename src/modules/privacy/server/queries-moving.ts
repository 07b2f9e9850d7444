import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

export async function listBreachesOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('privacy_breaches')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** A breach stays with the unit in which it happened, and gets its numbers when these change. */
export async function moveBreaches(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    update privacy_breaches b set area_id = m.area_id, area_lft = m.area_lft
    from ${movedTo(rows)} where b.id = m.id`.execute(tx)
}
