import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { movedTo, moveRows, type PlacedRow } from '#modules/areas/server/public.ts'

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

const moveOnlyDangers = moveRows('facilities_dangers')

/** Dangerous places go with their unit, and their inspections with them. */
export async function moveDangers(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveOnlyDangers(tx, rows)
  await sql`update facilities_inspections i set area_lft = m.area_lft from ${movedTo(rows)} where i.danger_id = m.id`.execute(
    tx,
  )
}

export const moveContacts = moveRows('facilities_contacts')

/** Features belong to the area that was given them, with their dates; they get its numbers when these change. */
export const moveFeatures = moveRows('facilities_features')

export const moveFacilityImports = moveRows('facilities_imports')
