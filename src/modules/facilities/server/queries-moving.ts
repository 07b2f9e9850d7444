import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

type Table =
  'facilities' | 'facilities_contacts' | 'facilities_dangers' | 'facilities_features' | 'facilities_imports'

/** The rows of a table that belong to these places. */
export function listFacilityRows(table: Table) {
  return async (db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> =>
    db
      .selectFrom(table)
      .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
      .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
      .orderBy('id')
      .execute()
}

/**
 * Facilities go with their unit. Of two that would have one kind and name in one place (facilities_named_once) the
 * later stays on its old unit, where somebody decides whether they are one.
 */
export async function moveFacilities(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`
    with going as (
      select f.id, m.area_id, m.area_lft, f.kind, f.name_folded, f.valid_to,
        row_number() over (partition by m.area_id, f.kind, f.name_folded, f.valid_to is null order by f.id) as place
      from ${movedTo(rows)} join facilities f on f.id = m.id)
    update facilities f set area_id = g.area_id, area_lft = g.area_lft from going g
    where f.id = g.id and (g.valid_to is not null or g.place = 1 and not exists (
      select from facilities o where o.area_id = g.area_id and o.kind = g.kind and o.name_folded = g.name_folded
        and o.valid_to is null and o.id <> g.id))`.execute(tx)
}

/** Dangerous places go with their unit, and their inspections with them. */
export async function moveDangers(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update facilities_dangers d set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where d.id = m.id`.execute(
    tx,
  )
  await sql`update facilities_inspections i set area_lft = m.area_lft from ${movedTo(rows)} where i.danger_id = m.id`.execute(
    tx,
  )
}

export async function moveContacts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update facilities_contacts c set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where c.id = m.id`.execute(
    tx,
  )
}

/** Features belong to the area that was given them, with their dates; they get its numbers when these change. */
export async function moveFeatures(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update facilities_features f set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where f.id = m.id`.execute(
    tx,
  )
}

export async function moveFacilityImports(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update facilities_imports i set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where i.id = m.id`.execute(
    tx,
  )
}
