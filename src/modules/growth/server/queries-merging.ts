import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import type { KeptRecords } from '#modules/children/server/public.ts'

async function countMeasurements(db: Db, childId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from growth_measurements
    where child_id = ${childId} and undone_at is null and replaced_by is null`.execute(db)
  return rows[0]?.count ?? 0
}

/**
 * Measurements, with their scores, go along when two records of one child are merged. Of a day on which both were
 * measured, each keeps its own.
 */
export const growthMeasurements: KeptRecords = {
  kind: 'growth.measurements',
  count: countMeasurements,
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      with going as (
        select r.id from growth_measurements r
        where r.child_id = ${fromId} and (${only}::uuid[] is null or r.id = any (${only}::uuid[])) and not exists (
          select from growth_measurements k where k.child_id = ${to.id} and k.measured_on = r.measured_on)
      ), scores as (
        delete from growth_scores s using going g where s.child_id = ${fromId} and s.measurement_id = g.id returning s.*
      ), moved as (
        update growth_measurements r set child_id = ${to.id}, area_lft = ${to.areaLft}
        from going g where r.child_id = ${fromId} and r.id = g.id returning r.id
      ), scored as (
        insert into growth_scores (child_id, area_lft, measurement_id, measured_on, age_days, standard_version,
          z_len, z_wei, z_wfl, z_bmi, z_hc, z_ac, z_ts, z_ss, flags, classes)
        select ${to.id}, ${to.areaLft}, measurement_id, measured_on, age_days, standard_version,
          z_len, z_wei, z_wfl, z_bmi, z_hc, z_ac, z_ts, z_ss, flags, classes from scores
      )
      select id from moved`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
