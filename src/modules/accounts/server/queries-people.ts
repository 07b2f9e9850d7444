import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { words } from '#base/text.ts'
import type { Db, Range } from '#platform/db/types.ts'
import type { PersonState, SearchPeople } from '../shared/contract-people.ts'

export type GrantOfPerson = {
  id: string
  role: string
  roleName: unknown
  areaId: string
  areaName: string
  validFrom: Day
  validTo: Day | null
  endedAt: string | null
  grantedByName: string | null
}

export type PersonRow = {
  id: string
  fullName: string
  username: string
  disabledAt: string | null
  leftOn: Day | null
  invited: boolean
  worksElsewhere: boolean
  grants: GrantOfPerson[]
}

export type Asking = { range: Range; day: Day }

/** The open invitation of a person who has not chosen a password yet. */
const isInvited = sql<boolean>`exists (
  select from accounts_invitations i where i.person_id = p.id and i.used_at is null)`

/** Grants within the asker's place: row-level security limits them. The newest first. */
const grantsOf = sql`(select coalesce(jsonb_agg(jsonb_build_object(
    'id', g.id, 'role', g.role, 'roleName', r.names, 'areaId', a.id, 'areaName', a.full_name,
    'validFrom', g.valid_from, 'validTo', g.valid_to, 'endedAt', g.ended_at, 'grantedByName', b.full_name)
    order by g.ended_at is not null, g.valid_from desc, g.id), '[]')
  from accounts_grants g join accounts_roles r on r.key = g.role join areas a on a.id = g.area_id
  left join accounts_people b on b.id = g.granted_by where g.person_id = p.id)`

const states: Readonly<Record<PersonState, (day: Day) => RawBuilder<boolean>>> = {
  active: (day) =>
    sql`p.disabled_at is null and (p.left_on is null or p.left_on >= ${day}) and not ${isInvited}`,
  invited: () => sql`p.disabled_at is null and ${isInvited}`,
  disabled: () => sql`p.disabled_at is not null`,
  left: (day) => sql`p.left_on < ${day}`,
}

function conditions({ text, role, state }: SearchPeople, day: Day): RawBuilder<boolean> {
  const parts = words(text).map(
    (word) =>
      sql<boolean>`(strpos(' ' || p.name_folded, ${` ${word}`}) > 0 or strpos(p.username, ${word}) > 0)`,
  )
  const all = [
    sql<boolean>`exists (select from accounts_grants g where g.person_id = p.id)`,
    ...parts,
    ...(role
      ? [
          sql<boolean>`exists (select from accounts_grants g
            where g.person_id = p.id and g.role = ${role} and g.ended_at is null)`,
        ]
      : []),
    ...(state ? [states[state](day)] : []),
  ]
  return sql`${sql.join(all, sql` and `)}`
}

function personOf({ range, day }: Asking) {
  return sql`p.id, p.full_name as "fullName", p.username, p.disabled_at as "disabledAt", p.left_on as "leftOn",
    ${isInvited} as invited, accounts_holds_elsewhere(p.id, ${range.lft}, ${range.rgt}, ${day}) as "worksElsewhere",
    ${grantsOf} as grants`
}

/** One more than `limit` rows when there is more. */
export async function searchPeople(db: Db, search: SearchPeople, asking: Asking): Promise<PersonRow[]> {
  const after = search.after
    ? sql`and (p.name_sort, p.id) > (select name_sort, id from accounts_people where id = ${search.after})`
    : sql``
  const { rows } = await sql<PersonRow>`
    select ${personOf(asking)} from accounts_people p
    where ${conditions(search, asking.day)} ${after}
    order by p.name_sort, p.id limit ${search.limit + 1}`.execute(db)
  return rows
}

/** Of the whole search, not of the page that is shown. */
export async function countPeople(db: Db, search: SearchPeople, day: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from accounts_people p where ${conditions(search, day)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Only people with a grant that row-level security shows; within whose place they are says `asking`. */
export async function findPersonShown(db: Db, id: string, asking: Asking): Promise<PersonRow | undefined> {
  const { rows } = await sql<PersonRow>`
    select ${personOf(asking)} from accounts_people p
    where p.id = ${id} and exists (select from accounts_grants g where g.person_id = p.id)`.execute(db)
  return rows[0]
}
