import { sql } from 'kysely'
import type { KeptRecords } from '#modules/children/server/public.ts'

/**
 * Screenings and the referrals they proposed go along when two records of one child are merged. Of a tool used on
 * both on one day, each keeps its own.
 */
export const screeningRecords: KeptRecords = {
  kind: 'screening.records',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from screening_records where child_id = ${childId} and undone_at is null`.execute(
      db,
    )
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      with going as (
        select r.id from screening_records r
        where r.child_id = ${fromId} and (${only}::uuid[] is null or r.id = any (${only}::uuid[])) and not exists (
          select from screening_records k where k.child_id = ${to.id} and k.tool = r.tool
            and k.screened_on = r.screened_on and k.undone_at is null and r.undone_at is null)
      ), referrals as (
        update screening_referrals f set child_id = ${to.id}, area_lft = ${to.areaLft}
        from going g where f.child_id = ${fromId} and f.screening_id = g.id
      )
      update screening_records r set child_id = ${to.id}, area_lft = ${to.areaLft}
      from going g where r.child_id = ${fromId} and r.id = g.id returning r.id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
