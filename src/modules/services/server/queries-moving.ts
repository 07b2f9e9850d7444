import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { Status } from './status.ts'

type Place = Pick<Status, 'childId' | 'communeId' | 'villageId' | 'areaLft'>

/** The children's status rows and what is open for them, at their new places. */
export async function placeStatus(tx: Tx, places: readonly Place[]): Promise<void> {
  const moved = sql`unnest(${places.map(({ childId }) => childId)}::uuid[],
    ${places.map(({ communeId }) => communeId)}::uuid[], ${places.map(({ villageId }) => villageId)}::uuid[])
    as m(child_id, commune_id, village_id)`
  await sql`
    update services_status s set commune_id = m.commune_id, village_id = m.village_id
    from ${moved} where s.child_id = m.child_id`.execute(tx)
  await sql`
    update services_open o set commune_id = m.commune_id, village_id = m.village_id
    from ${moved} where o.child_id = m.child_id`.execute(tx)
}
