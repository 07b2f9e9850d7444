import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'

export type TouchedRow = {
  areaId: string
  children: number
  records: number
  grants: number
  plans: number
  unfinishedReports: number
  imports: number
  facilities: number
  referrals: number
}

/** What stands on these units: children and records of communes and villages, rows of the units themselves. */
export async function listTouched(db: Db, areaIds: readonly string[]): Promise<TouchedRow[]> {
  const ids = sql`${[...areaIds]}::uuid[]`
  const { rows } = await sql<TouchedRow>`
    with of_child as (
      select id, commune_id as area_id from children where commune_id = any(${ids})
      union all select id, village_id from children where village_id = any(${ids})),
    child as (select area_id, count(*)::int as n from of_child group by 1),
    record as (select c.area_id, count(*)::int as n from of_child c join services_records r on r.child_id = c.id
      where r.undone_at is null group by 1),
    referral as (select c.area_id, count(*)::int as n from of_child c join screening_referrals r on r.child_id = c.id
      where r.withdrawn_at is null group by 1),
    facility as (select area_id, count(*)::int as n from facilities where area_id = any(${ids}) and valid_to is null
      group by 1),
    granted as (select area_id, count(*)::int as n from accounts_grants where area_id = any(${ids}) group by 1),
    plan as (select area_id, count(*)::int as n from plans where area_id = any(${ids}) group by 1),
    draft as (select area_id, count(*)::int as n from reports where area_id = any(${ids})
      and state in ('draft', 'returned') group by 1),
    import as (select commune_id as area_id, count(*)::int as n from children_import_runs
      where commune_id = any(${ids}) and status in ('waiting', 'reading', 'checked', 'writing') group by 1)
    select a.id as "areaId", coalesce(child.n, 0) as children, coalesce(record.n, 0) as records,
      coalesce(granted.n, 0) as grants, coalesce(plan.n, 0) as plans, coalesce(draft.n, 0) as "unfinishedReports",
      coalesce(import.n, 0) as imports, coalesce(facility.n, 0) as facilities, coalesce(referral.n, 0) as referrals
    from unnest(${ids}) as a(id) left join child on child.area_id = a.id left join record on record.area_id = a.id
    left join granted on granted.area_id = a.id left join plan on plan.area_id = a.id
    left join draft on draft.area_id = a.id left join import on import.area_id = a.id
    left join facility on facility.area_id = a.id left join referral on referral.area_id = a.id`.execute(db)
  return rows
}

/** Children by where they are, for counting where they will be. */
export async function listPlaceCounts(
  db: Db,
  communeIds: readonly string[],
): Promise<{ communeId: string; villageId: string | null; children: number }[]> {
  const { rows } = await sql<{ communeId: string; villageId: string | null; children: number }>`
    select commune_id as "communeId", village_id as "villageId", count(*)::int as children
    from children where commune_id = any(${[...communeIds]}::uuid[]) group by 1, 2`.execute(db)
  return rows
}

/** Where children named by the decision are now; those elsewhere are left out. */
export async function listPlacesOfChildren(
  db: Db,
  childIds: readonly string[],
  communeIds: readonly string[],
): Promise<{ childId: string; communeId: string; villageId: string | null }[]> {
  const { rows } = await sql<{ childId: string; communeId: string; villageId: string | null }>`
    select id as "childId", commune_id as "communeId", village_id as "villageId" from children
    where id = any(${[...childIds]}::uuid[]) and commune_id = any(${[...communeIds]}::uuid[])`.execute(db)
  return rows
}
