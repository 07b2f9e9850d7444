import { sql } from 'kysely'
import type { Period } from '#base/period.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { numbersIn } from './queries-status.ts'
import type { Status } from './status.ts'

type Place = Pick<Status, 'childId' | 'communeId' | 'villageId' | 'areaLft'>

/** The children's status rows and what is open for them, at their new places; their keys must be deferred. */
export async function placeStatus(tx: Tx, places: readonly Place[]): Promise<void> {
  const moved = sql`unnest(${places.map(({ childId }) => childId)}::uuid[],
    ${places.map(({ communeId }) => communeId)}::uuid[], ${places.map(({ villageId }) => villageId)}::uuid[],
    ${places.map(({ areaLft }) => areaLft)}::int[]) as m(child_id, commune_id, village_id, area_lft)`
  await sql`
    update services_status s set commune_id = m.commune_id, village_id = m.village_id, area_lft = m.area_lft
    from ${moved} where s.child_id = m.child_id`.execute(tx)
  await sql`
    update services_open o set commune_id = m.commune_id, village_id = m.village_id, area_lft = m.area_lft
    from ${moved} where o.child_id = m.child_id`.execute(tx)
}

type Counted = Pick<
  Status,
  'childId' | 'period' | 'communeId' | 'ageYears' | 'dueMask' | 'gotMask' | 'dueItems' | 'gotItems'
>
type CountedRow = Omit<Counted, 'period' | 'dueItems' | 'gotItems'> & {
  period: Period
  due: string
  got: string
}

/** What the children count for where they are now. */
export async function listCounted(db: Db, childIds: readonly string[]): Promise<Counted[]> {
  const { rows } = await sql<CountedRow>`
    select child_id as "childId", period, commune_id as "communeId", age_years as "ageYears", due_mask as "dueMask",
      got_mask as "gotMask", due_items::text as due, got_items::text as got
    from services_status where child_id = any(${[...childIds]}::uuid[])`.execute(db)
  return rows.map(({ due, got, ...row }) => ({ ...row, dueItems: numbersIn(due), gotItems: numbersIn(got) }))
}
