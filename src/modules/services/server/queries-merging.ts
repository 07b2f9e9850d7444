import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import type { KeptRecords } from '#modules/children/server/public.ts'

async function countRecords(db: Db, childId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from services_records where child_id = ${childId} and undone_at is null`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

/**
 * Services go along when two records of one child are merged. A dose, or a service of a day, that the other record
 * has too was written down twice: it stays with the record it was written on.
 */
export const serviceRecords: KeptRecords = {
  kind: 'services.records',
  count: countRecords,
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update services_records r set child_id = ${to.id}, area_lft = ${to.areaLft}
      where r.child_id = ${fromId} and (${only}::uuid[] is null or r.id = any (${only}::uuid[])) and not exists (
        select from services_records k where k.child_id = ${to.id} and k.item_code = r.item_code
          and k.answer = 'done' and r.answer = 'done' and k.undone_at is null and r.undone_at is null
          and (k.dose = r.dose or (k.dose is null and r.dose is null and k.done_on = r.done_on)))
      returning r.id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
