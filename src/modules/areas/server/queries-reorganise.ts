import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Tx } from '#platform/db/types.ts'

/**
 * Ends many units on one day, with their links to the units above; a unit that ended earlier stays as it is. It
 * does not ask what is below: a reorganisation moves that in the same transaction, after the codes of the ended units
 * have become free.
 */
export async function endAreas(tx: Tx, ids: readonly string[], lastDay: Day): Promise<void> {
  const late = sql`(valid_to is null or valid_to > ${lastDay}::date)`
  await sql`update areas_parents set valid_to = ${lastDay}::date
    where area_id = any(${[...ids]}::uuid[]) and ${late}`.execute(tx)
  await sql`update areas set valid_to = ${lastDay}::date where id = any(${[...ids]}::uuid[]) and ${late}`.execute(
    tx,
  )
}

/** Takes back `endAreas`: each unit and its last link go on to the day on which they ended before. */
export async function reopenAreas(
  tx: Tx,
  units: readonly { id: string; validTo: Day | null }[],
): Promise<void> {
  const open = sql`unnest(${units.map(({ id }) => id)}::uuid[], ${units.map(({ validTo }) => validTo)}::date[])
    as o(id, valid_to)`
  await sql`update areas a set valid_to = o.valid_to from ${open} where a.id = o.id`.execute(tx)
  await sql`
    update areas_parents p set valid_to = o.valid_to from ${open} where p.area_id = o.id
      and p.valid_from = (select max(l.valid_from) from areas_parents l where l.area_id = o.id)`.execute(tx)
}

/** Holds the units until the transaction ends: nobody registers a child or adds a village there meanwhile. */
export async function holdAreas(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`select id from areas where id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
}
