import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { Difference, type Recount, RecountState } from '../shared/contract.ts'

/** Everything after this sees one state of the database. Must be the first statement of the transaction. */
export async function freezeView(tx: Tx): Promise<void> {
  await sql`set transaction isolation level repeatable read`.execute(tx)
}

/** Whether children of the commune are being counted again. */
export async function hasPending(db: Db, communeId: string, today: Day): Promise<boolean> {
  const { rows } = await sql<{ pending: boolean }>`
    select exists (
      select 1 from children c where c.commune_id = ${communeId} and (
        c.id in (select child_id from services_stale)
        or c.id in (select child_id from services_open where recheck_on <= ${today}::date))) as pending`.execute(
    db,
  )
  return rows[0]?.pending ?? false
}

/** Of each child of a commune which domains fell due and were got; whether that is right is compared child by child. */
export async function listMasks(
  db: Db,
  communeId: string,
  period: Period,
): Promise<{ childId: string; due: number; got: number }[]> {
  return db
    .selectFrom('services_status')
    .select(['child_id as childId', 'due_mask as due', 'got_mask as got'])
    .where('commune_id', '=', communeId)
    .where('period', '=', period)
    .execute()
}

/** Periods of which any commune of the range has counters, the earliest first. */
export async function listKeptPeriods(db: Db, { lft, rgt }: { lft: number; rgt: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('services_counters')
    .select('period')
    .distinct()
    .where('area_lft', '>=', lft)
    .where('area_lft', '<=', rgt)
    .orderBy('period')
    .execute()
  return rows.map(({ period }) => period)
}

export type StoredRecount = Recount & { areaLft: number; askedBy: string }

export async function insertRecount(tx: Tx, recount: StoredRecount): Promise<void> {
  await tx
    .insertInto('indicators_recounts')
    .values({
      id: recount.id,
      area_id: recount.area.id,
      area_lft: recount.areaLft,
      at: recount.at,
      asked_by: recount.askedBy,
      periods: recount.periods,
      state: recount.state,
      children: recount.children,
      figures: recount.figures,
      difference_count: recount.differenceCount,
      differences: JSON.stringify(recount.differences),
      waiting: recount.waiting,
      communes: recount.communes,
      communes_done: recount.communesDone,
      seen_at: recount.state === 'running' ? sql`now()` : null,
    })
    .execute()
}

/** How far a running recount is, and that its job lives. */
export async function setProgress(
  tx: Tx,
  id: string,
  { communes, communesDone }: Pick<Recount, 'communes' | 'communesDone'>,
): Promise<void> {
  await tx
    .updateTable('indicators_recounts')
    .set({ communes, communes_done: communesDone, seen_at: sql`now()` })
    .where('id', '=', id)
    .where('state', '=', 'running')
    .execute()
}

/** Writes what a running recount found; false when it was finished before. */
export async function finishRecount(tx: Tx, recount: Recount): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('indicators_recounts')
    .set({
      at: recount.at,
      periods: recount.periods,
      state: recount.state,
      children: recount.children,
      figures: recount.figures,
      difference_count: recount.differenceCount,
      differences: JSON.stringify(recount.differences),
      waiting: recount.waiting,
      communes: recount.communes,
      communes_done: recount.communesDone,
    })
    .where('id', '=', recount.id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Which = { id: string } | { areaId: string }

const selectRecounts = (db: Db) =>
  db
    .selectFrom('indicators_recounts as r')
    .innerJoin('areas as a', 'a.id', 'r.area_id')
    .selectAll('r')
    .select('a.name')
    .orderBy('r.at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(1)

/** A job that is killed begins again within a minute; one that is silent for longer is given up. */
const isAlive = sql<boolean>`r.state = 'running' and r.seen_at > now() - interval '10 minutes'`

/** By id, or the last one of an area that could be finished. */
export async function findRecount(db: Db, which: Which): Promise<Recount | undefined> {
  const query = selectRecounts(db)
  return toRecount(
    'id' in which
      ? query.where('r.id', '=', which.id)
      : query.where('r.area_id', '=', which.areaId).where('r.state', 'in', ['equal', 'different']),
  )
}

/** The recount of an area that goes on just now. */
export async function findRunningRecount(db: Db, areaId: string): Promise<Recount | undefined> {
  return toRecount(selectRecounts(db).where('r.area_id', '=', areaId).where(isAlive))
}

async function toRecount(query: ReturnType<typeof selectRecounts>): Promise<Recount | undefined> {
  const row = await query.executeTakeFirst()
  return (
    row && {
      id: row.id,
      area: { id: row.area_id, name: row.name },
      at: row.at,
      periods: row.periods,
      state: RecountState.parse(row.state),
      children: row.children,
      figures: row.figures,
      differences: Difference.array().parse(row.differences),
      differenceCount: row.difference_count,
      waiting: row.waiting,
      communes: row.communes,
      communesDone: row.communes_done,
    }
  )
}
