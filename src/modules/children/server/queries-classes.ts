import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { AskedClass, SchoolClass } from '../shared/contract-classes.ts'

/** "Lá 1" and "lá 1 " are one class; letters with marks are as they were written. */
const folded = (text: RawBuilder<unknown>) => sql`lower(btrim(${text}))`

const attended = (day: Day) => sql`s.kind = 'schooling' and s.value <> 'none' and s.undone_at is null
  and s.from_day <= ${day}::date and (s.to_day is null or s.to_day >= ${day}::date)`

/** Whether a child (its id, as SQL) attends the class on the day; every child when no class is asked for. */
export function attendsClass(
  childId: RawBuilder<unknown>,
  { facilityId, className }: AskedClass,
  day: Day,
): RawBuilder<boolean> {
  if (facilityId === undefined && className === undefined) return sql<boolean>`true`
  const school = facilityId === undefined ? sql`s.facility_id is null` : sql`s.facility_id = ${facilityId}`
  const inClass =
    className === undefined ? sql`true` : sql`${folded(sql`s.detail`)} = ${folded(sql`${className}::text`)}`
  return sql<boolean>`exists (select from children_facts s
    where s.child_id = ${childId} and ${attended(day)} and ${school} and ${inClass})`
}

/** The classes that children of a place attend on the day, by school and class; at most 500. */
export async function listClasses(db: Db, { lft, rgt }: Range, day: Day): Promise<SchoolClass[]> {
  const { rows } = await sql<SchoolClass>`
    select s.facility_id as "facilityId", f.name as "facilityName", min(btrim(s.detail)) as "className",
      count(distinct s.child_id)::int as children
    from children_facts s join children c on c.id = s.child_id left join facilities f on f.id = s.facility_id
    where ${attended(day)} and (s.facility_id is not null or s.detail is not null)
      and c.area_lft between ${lft} and ${rgt} and c.left_on is null
    group by s.facility_id, f.name, ${folded(sql`s.detail`)}
    order by f.name nulls last, "className" nulls first limit 500`.execute(db)
  return rows
}
