import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, moveRows, type PlacedRow } from '#modules/areas/server/public.ts'

/**
 * Tasks of the places' own plans, which go on with the plan; asked before the plans move. What a place did of a plan
 * from above stays with it: its successor, which may have several predecessors, begins its own.
 */
export async function listOwnTaskRows(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('tasks as t')
    .innerJoin('plans as p', (join) =>
      join.onRef('p.id', '=', 't.plan_id').onRef('p.area_id', '=', 't.area_id'),
    )
    .select(['t.id as rowId', 't.area_id as areaId', 't.area_lft as areaLft'])
    .where(sql<boolean>`t.area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('t.id')
    .execute()
}

/**
 * With history, comments and evidence (their keys follow). Where the new place has the task already, as after a
 * merger that is undone, what comes to it stands beside as an activity: nothing is lost.
 */
export async function moveTasks(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  const isThere = sql`exists (select from tasks x where x.area_id = m.area_id and x.item_id = t.item_id and x.id <> t.id)`
  await sql`
    update tasks t set area_id = m.area_id, area_lft = m.area_lft,
      item_id = case when ${isThere} then t.id else t.item_id end,
      title = case when ${isThere} then coalesce(t.title,
        (select k.title from plans_tasks k where k.plan_id = t.plan_id and k.id = t.plan_task_id)) else t.title end
    from ${movedTo(rows)} where t.id = m.id`.execute(tx)
}

export const moveEvents = moveRows('tasks_events')
export const moveDigests = moveRows('tasks_digests')

/** What waits for an answer goes on in the name of the successor. */
export const moveDifficulties = moveRows('tasks_difficulties')

/** Reviews go with their plan; conclusions and closures follow by their keys. */
export const moveReviews = moveRows('tasks_reviews')
