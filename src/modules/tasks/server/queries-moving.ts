import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { movedTo, type PlacedRow } from '#modules/areas/server/public.ts'

/** Every task that these places carry out. */
export async function listTaskRows(db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> {
  return db
    .selectFrom('tasks')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/**
 * Those of the places' own plans, which go on with the plan; asked before the plans move. What a place did of a plan
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

type Table = 'tasks_events' | 'tasks_digests' | 'tasks_difficulties' | 'tasks_reviews'

/** The rows of a table that belong to these places. */
export function listTasksRowsOf(table: Table) {
  return async (db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> =>
    db
      .selectFrom(table)
      .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft'])
      .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
      .orderBy('id')
      .execute()
}

export async function moveEvents(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update tasks_events t set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where t.id = m.id`.execute(
    tx,
  )
}

export async function moveDigests(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update tasks_digests t set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where t.id = m.id`.execute(
    tx,
  )
}

/** What waits for an answer goes on in the name of the successor. */
export async function moveDifficulties(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update tasks_difficulties t set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where t.id = m.id`.execute(
    tx,
  )
}

/** Reviews go with their plan; conclusions and closures follow by their keys. */
export async function moveReviews(tx: Tx, rows: readonly PlacedRow[]): Promise<void> {
  await sql`update tasks_reviews t set area_id = m.area_id, area_lft = m.area_lft from ${movedTo(rows)} where t.id = m.id`.execute(
    tx,
  )
}
