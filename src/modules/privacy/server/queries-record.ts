import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'

/** Rows that the caller may see; `table` comes from `purposes`. */
export async function countRows(db: Db, table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Real children with names: neither erased nor of the sample. */
export async function countChildrenHeld(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from children where erased_at is null and not sample`.execute(db)
  return rows[0]?.count ?? 0
}

/** People with a grant on the day, by the Vietnamese name of their role. */
export async function listRoleHolders(db: Db, today: Day): Promise<{ name: string; holders: number }[]> {
  const { rows } = await sql<{ name: string; holders: number }>`
    select coalesce(r.names ->> 'vi', g.role) as name, count(distinct g.person_id)::int as holders
    from accounts_grants g join accounts_people p on p.id = g.person_id left join accounts_roles r on r.key = g.role
    where p.disabled_at is null and g.ended_at is null and g.valid_from <= ${today}
      and (g.valid_to is null or g.valid_to >= ${today})
    group by 1 order by 1`.execute(db)
  return rows
}

export type Figures = {
  consentsStanding: number
  requestsOpen: number
  requestsLate: number
  erasures: number
  breachesOpen: number
}

export async function countFigures(db: Db, today: Day): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select
      (select count(*) from privacy_consents where decision = 'given' and withdrawn_on is null) as "consentsStanding",
      (select count(*) from privacy_requests where decided_on is null) as "requestsOpen",
      (select count(*) from privacy_requests where decided_on is null
        and (due_on < ${today} or answered_on is null and answer_due_on < ${today})) as "requestsLate",
      (select count(*) from privacy_erasures) as erasures,
      (select count(*) from privacy_breaches where closed_at is null) as "breachesOpen"`.execute(db)
  return rows[0] ?? { consentsStanding: 0, requestsOpen: 0, requestsLate: 0, erasures: 0, breachesOpen: 0 }
}
