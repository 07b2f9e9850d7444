import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

/** The plans of these places. */
export async function listPlansOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('plans')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Plans follow their unit to its successor, with everything that belongs to them. */
export async function movePlans(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  if (rows.length === 0) return
  const moved = movedTo(rows)
  await sql`update plans p set area_id = m.area_id, area_lft = m.area_lft from ${moved} where p.id = m.id`.execute(
    tx,
  )
  const lft = sql`set area_lft = m.area_lft from ${moved} where t.plan_id = m.id`
  await sql`update plans_targets t ${lft}`.execute(tx)
  await sql`update plans_target_values t ${lft}`.execute(tx)
  await sql`update plans_tasks t ${lft}`.execute(tx)
  await sql`update plans_task_agencies t ${lft}`.execute(tx)
  await sql`update plans_deadlines t ${lft}`.execute(tx)
  await sql`update plans_exemptions t ${lft}`.execute(tx)
  await sql`update plans_target_shares t ${lft}`.execute(tx)
}

/** The plans that these places are writing. */
export async function listPlanDraftsOf(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('plans_drafts')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

export async function movePlanDrafts(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  if (rows.length === 0) return
  const moved = movedTo(rows)
  await sql`update plans_drafts d set area_id = m.area_id, area_lft = m.area_lft from ${moved} where d.id = m.id`.execute(
    tx,
  )
}
