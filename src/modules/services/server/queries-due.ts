import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { inListedPlace, type ListedPlace } from '#modules/areas/server/public.ts'
import { attendsClass } from '#modules/children/server/public.ts'
import type { AskedClass } from '#modules/children/shared/contract-classes.ts'
import { type ChildRow, childColumnsOf, type KnownChild, toKnownChild } from './queries.ts'

export type DueRow = ChildRow & {
  full_name: string
  village_name: string | null
  carer_name: string | null
  carer_phone: string | null
  items: number[]
  doses: number[]
  opens: string[]
  deadlines: string[]
  soonest: string
  /** [item code, due on, reason in Vietnamese, in English] */
  needs: [string, string, string, string][] | null
}

export type DueAsked = {
  place: ListedPlace
  /** Only these items. */
  itemNumbers: readonly number[] | null
  /** Only children who learn there. */
  education: string | null
  ofClass: AskedClass
  /** Deadlines up to this day, of windows that are open on `today`. */
  until: Day
  today: Day
}

/** Sorts before every other id. */
const firstId = '00000000-0000-0000-0000-000000000000'

/** The earliest deadline that fits the question; null when none does. */
function soonest({ itemNumbers, until, today }: DueAsked) {
  const only = itemNumbers === null ? null : `{${itemNumbers.join(',')}}`
  return sql`(select min(w.deadline) from unnest(o.items, o.opens, o.deadlines) as w(item, opens, deadline)
    where w.opens <= ${today}::date and w.deadline <= ${until}::date
      and (${only}::smallint[] is null or w.item = any(${only}::smallint[])))`
}

/** Children with something due, earliest deadline first. */
export async function listDue(
  db: Db,
  asked: DueAsked,
  after: { day: Day; childId: string } | null,
  limit: number,
): Promise<DueRow[]> {
  const from = after ?? { day: '0001-01-01', childId: firstId }
  const { rows } = await sql<DueRow>`
    select ${childColumnsOf('c')}, c.full_name, v.name as village_name, k.full_name as carer_name,
      k.phone as carer_phone, o.items, o.doses, o.opens::text[] as opens, o.deadlines::text[] as deadlines,
      d.soonest::text as soonest, (select json_agg(json_build_array(n.item_code, n.due_on, n.reason_vi, n.reason_en))
        from services_needs n where n.child_id = o.child_id) as needs
    from services_open o
    cross join lateral (select ${soonest(asked)} as soonest) d
    join children c on c.id = o.child_id
    left join areas v on v.id = c.village_id
    left join lateral (select full_name, phone from children_carers k where k.child_id = c.id
      order by case relation when 'mother' then 0 when 'father' then 1 else 2 end, id limit 1) k on true
    where ${inListedPlace(asked.place, 'o')} and o.earliest <= ${asked.until}::date and d.soonest is not null
      and (${asked.education}::text is null or c.education = ${asked.education})
      and ${attendsClass(sql`o.child_id`, asked.ofClass, asked.today)}
      and (d.soonest, o.child_id) > (${from.day}::date, ${from.childId}::uuid)
    order by d.soonest, o.child_id limit ${limit}`.execute(db)
  return rows
}

export type DueCountRow = { item: number; children: number; overdue: number; soonest: string }

/** The list by service: of each the children, those of them who are late, and the earliest deadline. */
export async function countDueByItem(db: Db, asked: DueAsked): Promise<DueCountRow[]> {
  const { today, until, education, itemNumbers } = asked
  const only = itemNumbers === null ? null : `{${itemNumbers.join(',')}}`
  const { rows } = await sql<DueCountRow>`
    select w.item::int as item, count(distinct o.child_id)::int as children,
      count(distinct o.child_id) filter (where w.deadline < ${today}::date)::int as overdue,
      min(w.deadline)::text as soonest
    from services_open o cross join lateral unnest(o.items, o.opens, o.deadlines) as w (item, opens, deadline)
    where ${inListedPlace(asked.place, 'o')} and o.earliest <= ${until}::date
      and w.opens <= ${today}::date and w.deadline <= ${until}::date
      and (${only}::smallint[] is null or w.item = any(${only}::smallint[]))
      and (${education}::text is null
        or exists (select from children c where c.id = o.child_id and c.education = ${education}))
      and ${attendsClass(sql`o.child_id`, asked.ofClass, today)}
    group by w.item order by overdue desc, children desc, item`.execute(db)
  return rows
}

/** Children with something due by `until`, and those of them who are late today. */
export async function countDue(db: Db, asked: DueAsked): Promise<{ children: number; overdue: number }> {
  const { rows } = await sql<{ children: number; overdue: number }>`
    select count(*)::int as children, count(*) filter (where d.soonest < ${asked.today}::date)::int as overdue
    from services_open o cross join lateral (select ${soonest(asked)} as soonest) d
    where ${inListedPlace(asked.place, 'o')} and o.earliest <= ${asked.until}::date and d.soonest is not null
      and (${asked.education}::text is null
        or exists (select from children c where c.id = o.child_id and c.education = ${asked.education}))
      and ${attendsClass(sql`o.child_id`, asked.ofClass, asked.today)}`.execute(db)
  return rows[0] ?? { children: 0, overdue: 0 }
}

export type CandidateRow = KnownChild & {
  fullName: string
  villageName: string | null
  carerName: string | null
}

type CandidateColumns = ChildRow & {
  full_name: string
  village_name: string | null
  carer_name: string | null
}

export type ByBirth = {
  place: ListedPlace
  born: { from: Day; to: Day }
  /** Only these. */
  childIds: readonly string[] | null
  ofClass: AskedClass
  day: Day
}

/** Children of a place who live there, born between the days, by name. */
export async function listByBirth(
  db: Db,
  { place, born, childIds, ofClass, day }: ByBirth,
  limit: number,
): Promise<CandidateRow[]> {
  const where = place.villageId
    ? sql<boolean>`c.village_id = ${place.villageId}`
    : place.communeId
      ? sql<boolean>`c.commune_id = ${place.communeId}`
      : sql<boolean>`c.area_lft between ${place.lft} and ${place.rgt}`
  const { rows } = await sql<CandidateColumns>`
    select ${childColumnsOf('c')}, c.full_name, v.name as village_name,
      k.full_name as carer_name
    from children c left join areas v on v.id = c.village_id
    left join lateral (select full_name from children_carers k where k.child_id = c.id
      order by case relation when 'mother' then 0 when 'father' then 1 else 2 end, id limit 1) k on true
    where ${where} and c.left_on is null and c.born_on between ${born.from}::date and ${born.to}::date
      and (${childIds}::uuid[] is null or c.id = any(${childIds}::uuid[]))
      and ${attendsClass(sql`c.id`, ofClass, day)}
    order by c.name_sort, c.id limit ${limit}`.execute(db)
  return rows.map((row) => ({
    ...toKnownChild(row),
    fullName: row.full_name,
    villageName: row.village_name,
    carerName: row.carer_name,
  }))
}
