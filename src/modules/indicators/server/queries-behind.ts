import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { type ChildRow, childColumnsOf } from '#modules/services/server/public.ts'
import { type Grouping, groupKey } from './queries-members.ts'

/** A child of the register with what the rules of the services need to know of it. */
export type BehindRow = ChildRow & { full_name: string; village_name: string | null; reached: boolean }

export type BehindAsked = {
  member: RawBuilder<unknown>
  group: { grouping: Grouping; key: string } | null
  reached: boolean | null
  after: string | null
  limit: number
}

function isInGroup(group: BehindAsked['group']): RawBuilder<unknown> {
  return group ? sql`${groupKey(group.grouping)} is not distinct from ${group.key}` : sql`true`
}

/** The children behind a number, by name, after the last one shown. */
export async function listBehind(db: Db, asked: BehindAsked): Promise<BehindRow[]> {
  const { member, group, reached, after, limit } = asked
  const which = reached === null ? sql`true` : sql`m.reached = ${reached}`
  const later = after
    ? sql`(c.name_sort, c.id) > (select p.name_sort, p.id from children p where p.id = ${after}::uuid)`
    : sql`true`
  const { rows } = await sql<BehindRow>`
    select ${childColumnsOf('c')}, c.full_name, v.name as village_name, m.reached
    from (${member}) m join children c on c.id = m.child_id left join areas v on v.id = c.village_id
    where ${which} and ${isInGroup(group)} and ${later} order by c.name_sort, c.id limit ${limit}`.execute(db)
  return rows
}

export async function countBehind(
  db: Db,
  { member, group }: Pick<BehindAsked, 'member' | 'group'>,
): Promise<{ missing: number; reached: number }> {
  const { rows } = await sql<{ missing: number; reached: number }>`
    select (count(*) filter (where not m.reached))::int as missing,
      (count(*) filter (where m.reached))::int as reached
    from (${member}) m where ${isInGroup(group)}`.execute(db)
  return rows[0] ?? { missing: 0, reached: 0 }
}
