import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { type AddFeature, Feature, type Project } from '../shared/contract.ts'

type Place = Pick<Area, 'id' | 'lft' | 'rgt'>

/** All features of a place, ended ones too, then those of the places above it; latest first. */
export async function listFeatures(db: Db, place: Place): Promise<Feature[]> {
  const rows = await db
    .selectFrom('facilities_features as f')
    .innerJoin('areas as a', 'a.id', 'f.area_id')
    .select([
      'f.id',
      'f.area_id as areaId',
      'a.name as areaName',
      'f.kind',
      'f.valid_from as validFrom',
      'f.valid_to as validTo',
      'f.project',
      'f.donor',
      'f.basis',
      'f.note',
    ])
    .where('a.lft', '<=', place.lft)
    .where('a.rgt', '>=', place.rgt)
    .where('f.removed_at', 'is', null)
    .orderBy('a.lft', 'desc')
    .orderBy('f.valid_from', 'desc')
    .orderBy('f.id')
    .execute()
  return rows.map((row) => Feature.parse({ ...row, own: row.areaId === place.id }))
}

/** A feature that holds in a range of places: of the place of that range, and of all below it. */
export type PlacedFeature = Range & { kind: string; validFrom: Day; validTo: Day | null }

/** Of all places and all days, whoever asks; projects of donors are left out. The earliest first. */
export async function listPlacedFeatures(db: Db): Promise<PlacedFeature[]> {
  const { rows } = await sql<PlacedFeature>`
    select lft, rgt, kind, valid_from as "validFrom", valid_to as "validTo" from facilities_features_of_places()`.execute(
    db,
  )
  return rows
}

/** Holds off others who add a feature to the same place until this transaction ends. */
export async function lockFeatures(tx: Tx, areaId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('facilities_features'), hashtext(${areaId}))`.execute(tx)
}

export async function findFeature(db: Db, id: string) {
  return db
    .selectFrom('facilities_features')
    .select(['id', 'area_id as areaId', 'kind', 'family', 'valid_from as validFrom', 'valid_to as validTo'])
    .select(['project', 'donor', 'basis', 'note', 'removed_at as removedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** What excludes one another in a place (`featureFamily`), without what was removed; the earliest first. */
export async function listFamily(db: Db, areaId: string, family: string) {
  return db
    .selectFrom('facilities_features')
    .select(['id', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('area_id', '=', areaId)
    .where('family', '=', family)
    .where('removed_at', 'is', null)
    .orderBy('valid_from')
    .execute()
}

/** `facilities_features` refuses two of one family on one day. */
export async function insertFeature(
  tx: Tx,
  feature: AddFeature & { family: string; areaLft: number },
  by: string,
): Promise<void> {
  await tx
    .insertInto('facilities_features')
    .values({
      id: feature.id,
      area_id: feature.areaId,
      area_lft: feature.areaLft,
      kind: feature.kind,
      family: feature.family,
      valid_from: feature.validFrom,
      valid_to: feature.validTo,
      project: feature.project,
      donor: feature.donor,
      basis: feature.basis,
      note: feature.note,
      recorded_by: by,
    })
    .execute()
}

export async function endFeature(tx: Tx, id: string, validTo: Day): Promise<void> {
  await tx.updateTable('facilities_features').set({ valid_to: validTo }).where('id', '=', id).execute()
}

/** A feature recorded by mistake; its row stays. */
export async function removeFeature(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .updateTable('facilities_features')
    .set({ removed_at: at.toISOString() })
    .where('id', '=', id)
    .execute()
}

type ProjectRow = Project['places'][number] & { name: string; donor: string | null }

/** Where each project is or was, in the order of its days. */
export async function listProjectPlaces(db: Db, range: Range): Promise<ProjectRow[]> {
  const { rows } = await sql<ProjectRow>`
    select f.project as name, f.donor, f.area_id as "areaId", a.full_name as "areaName", f.kind,
      f.valid_from as "validFrom", f.valid_to as "validTo"
    from facilities_features f join areas a on a.id = f.area_id
    where f.kind in ('pilot', 'scale-up') and f.removed_at is null
      and f.area_lft between ${range.lft} and ${range.rgt}
    order by f.family, f.valid_from, a.lft`.execute(db)
  return rows
}

/** Communes of the range on `day`, and for each project how many of them it runs in, or in a place above or below. */
export async function countProjectCommunes(
  db: Db,
  range: Range,
  day: Day,
): Promise<{ communes: number; running: Map<string, number> }> {
  const { rows: all } = await sql<{ count: number }>`
    select count(*)::int as count from areas where kind = 'commune' and lft between ${range.lft} and ${range.rgt}
      and valid_from <= ${day} and (valid_to is null or valid_to >= ${day})`.execute(db)
  const { rows } = await sql<{ name: string; count: number }>`
    select min(f.project) as name, count(distinct c.id)::int as count
    from facilities_features f join areas a on a.id = f.area_id
      join areas c on c.kind = 'commune' and c.lft between ${range.lft} and ${range.rgt}
        and c.valid_from <= ${day} and (c.valid_to is null or c.valid_to >= ${day})
        and (c.lft between a.lft and a.rgt or a.lft between c.lft and c.rgt)
    where f.kind in ('pilot', 'scale-up') and f.removed_at is null and f.valid_from <= ${day}
      and (f.valid_to is null or f.valid_to >= ${day})
    group by f.family`.execute(db)
  return { communes: all[0]?.count ?? 0, running: new Map(rows.map(({ name, count }) => [name, count])) }
}
