import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { type Geometry, Outline } from '../shared/map.ts'

export type OutlineRow = { areaId: string; geometry: Geometry }

/** An outline of a unit that has one takes its place. */
export async function insertOutlines(
  tx: Tx,
  rows: readonly OutlineRow[],
  { source, now }: { source: string; now: Date },
): Promise<void> {
  await sql`
    insert into areas_outlines (area_id, geometry, source, imported_at)
    select s.id, s.geometry, ${source}, ${now.toISOString()}::timestamptz
    from unnest(${rows.map(({ areaId }) => areaId)}::uuid[],
      ${rows.map(({ geometry }) => JSON.stringify(geometry))}::jsonb[]) as s(id, geometry)
    on conflict (area_id) do update set geometry = excluded.geometry, source = excluded.source,
      imported_at = excluded.imported_at`.execute(tx)
}

/** The outlines of the places directly below, as far as they were imported. */
export async function listOutlinesBelow(db: Db, areaId: string, day: Day): Promise<Outline[]> {
  const { rows } = await sql<{ areaId: string; geometry: unknown }>`
    select o.area_id as "areaId", o.geometry from areas_parents p join areas_outlines o on o.area_id = p.area_id
    where p.parent_id = ${areaId} and p.valid_from <= ${day}::date and coalesce(p.valid_to, 'infinity') >= ${day}::date`.execute(
    db,
  )
  return rows.map((row) => Outline.parse(row))
}
