import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import { movedTo, moveRows, type PlacedRow } from '#modules/areas/server/public.ts'

const moveOnlyPlans = moveRows('plans')

/** Plans follow their unit to its successor, with everything that belongs to them. */
export async function movePlans(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await moveOnlyPlans(tx, rows)
  const lft = sql`set area_lft = m.area_lft from ${movedTo(rows)} where t.plan_id = m.id`
  await sql`update plans_targets t ${lft}`.execute(tx)
  await sql`update plans_target_values t ${lft}`.execute(tx)
  await sql`update plans_tasks t ${lft}`.execute(tx)
  await sql`update plans_task_agencies t ${lft}`.execute(tx)
  await sql`update plans_deadlines t ${lft}`.execute(tx)
  await sql`update plans_exemptions t ${lft}`.execute(tx)
  await sql`update plans_target_shares t ${lft}`.execute(tx)
}

/** The plans that a place is writing. */
export const movePlanDrafts = moveRows('plans_drafts')
