import { sql } from 'kysely'
import type { Db, Range, Tx } from '#platform/db/types.ts'

/** Ids of the invented children within a range of places. */
export async function listSampleChildren(db: Db, { lft, rgt }: Range): Promise<string[]> {
  const rows = await db
    .selectFrom('children')
    .select('id')
    .where('sample', '=', true)
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}

/** Whether invented children live within the range. */
export async function hasSampleChildren(db: Db, { lft, rgt }: Range): Promise<boolean> {
  const row = await db
    .selectFrom('children')
    .select('id')
    .where('sample', '=', true)
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes invented children and their households out of the register. Real ones are never deleted: they leave with a reason. */
export async function deleteSampleChildren(tx: Tx, ids: readonly string[]): Promise<void> {
  const asked = sql`${[...ids]}::uuid[]`
  await sql`
    with gone as (delete from children where sample and id = any(${asked}) returning household_id)
    delete from children_households h where h.id in (select household_id from gone)
      and not exists (select from children c where c.household_id = h.id and not c.id = any(${asked}))
      and not exists (select from children_facts f where f.household_id = h.id and not f.child_id = any(${asked}))`.execute(
    tx,
  )
}

/** Names of the communes that hold invented children now. */
export async function listSampleCommunes(db: Db, { lft, rgt }: Range): Promise<string[]> {
  const rows = await db
    .selectFrom('children')
    .innerJoin('areas', 'areas.id', 'children.commune_id')
    .select('areas.name')
    .distinct()
    .where('children.sample', '=', true)
    .where('children.area_lft', '>=', lft)
    .where('children.area_lft', '<=', rgt)
    .orderBy('areas.name')
    .execute()
  return rows.map(({ name }) => name)
}
