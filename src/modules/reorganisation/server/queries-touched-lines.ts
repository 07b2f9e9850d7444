import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import type { TouchedKind, TouchedLine } from '../shared/contract.ts'

type Ids = RawBuilder<unknown>

/** Each lists id, title, detail and url; of children, of whoever lives in the commune or the village. */
const lists: Record<TouchedKind, (ids: Ids) => RawBuilder<TouchedLine>> = {
  children: (ids) => sql`
    select c.id, c.full_name as title, to_char(c.born_on, 'DD/MM/YYYY') as detail, '/children/' || c.id as url, c.name_sort as place
    from children c where c.commune_id = any(${ids}) or c.village_id = any(${ids})`,
  records: (ids) => sql`
    select c.id, c.full_name as title, count(*)::text as detail, '/children/' || c.id as url, c.name_sort as place
    from children c join services_records r on r.child_id = c.id and r.undone_at is null
    where c.commune_id = any(${ids}) or c.village_id = any(${ids}) group by c.id`,
  referrals: (ids) => sql`
    select c.id, c.full_name as title, to_char(min(r.answer_by), 'DD/MM/YYYY') as detail, '/children/' || c.id as url,
      c.name_sort as place
    from children c join screening_referrals r on r.child_id = c.id and r.withdrawn_at is null
    where c.commune_id = any(${ids}) or c.village_id = any(${ids}) group by c.id`,
  grants: (ids) => sql`
    select g.id, p.full_name as title, coalesce(r.names ->> 'vi', g.role) as detail, '/accounts/' || p.id as url,
      p.full_name as place
    from accounts_grants g join accounts_people p on p.id = g.person_id left join accounts_roles r on r.key = g.role
    where g.area_id = any(${ids})`,
  facilities: (ids) => sql`
    select f.id, f.name as title, f.address as detail, '/units/' || f.area_id as url, f.name_folded as place
    from facilities f where f.area_id = any(${ids}) and f.valid_to is null`,
  plans: (ids) => sql`
    select id, title, symbol as detail, '/plans/' || id as url, title as place from plans where area_id = any(${ids})`,
  unfinishedReports: (ids) => sql`
    select id, plan ->> 'name' as title, period as detail, '/reports/' || id as url, period as place
    from reports where area_id = any(${ids}) and state in ('draft', 'returned')`,
  imports: (ids) => sql`
    select id, file_name as title, status as detail, '/children/imports/' || id as url, file_name as place
    from children_import_runs where commune_id = any(${ids}) and status in ('waiting', 'reading', 'checked', 'writing')`,
}

/** A page of what stands behind a count of the preview. */
export async function listTouchedLines(
  db: Db,
  kind: TouchedKind,
  { areaIds, offset, limit }: { areaIds: readonly string[]; offset: number; limit: number },
): Promise<TouchedLine[]> {
  const { rows } = await sql<TouchedLine>`
    select id, title, detail, url from (${lists[kind](sql`${[...areaIds]}::uuid[]`)}) t
    order by place, id offset ${offset} limit ${limit}`.execute(db)
  return rows
}
