import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { type AddEvent, type EditEvent, EventKind } from '../shared/calendar.ts'

type Span = { from: Day; to: Day }

const EventRow = z.object({
  id: z.string(),
  areaId: z.string(),
  kind: EventKind,
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  atTime: z.string().nullable(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
})
export type EventRow = z.infer<typeof EventRow>

const eventColumns = [
  ...(['id', 'area_id as areaId', 'kind', 'title', 'starts_on as startsOn', 'ends_on as endsOn'] as const),
  ...(['at_time as atTime', 'place', 'note', 'version'] as const),
] as const

/** Events of the place and of the places that contain it. */
export async function listEvents(
  db: Db,
  area: Range & { id: string },
  { from, to }: Span,
): Promise<EventRow[]> {
  const rows = await db
    .selectFrom('tasks_events as e')
    .select(eventColumns)
    .where('removed_at', 'is', null)
    .where('starts_on', '<=', to)
    .where('ends_on', '>=', from)
    .where(
      sql<boolean>`(e.area_id = ${area.id} or e.area_id in
        (select a.id from areas a where a.lft < ${area.lft} and a.rgt >= ${area.rgt}))`,
    )
    .orderBy('starts_on')
    .limit(500)
    .execute()
  return rows.map((row) => EventRow.parse(row))
}

/** Also one that was taken out: its id stands for it for good. */
export async function findEvent(
  db: Db,
  id: string,
): Promise<(EventRow & { isRemoved: boolean }) | undefined> {
  const row = await db
    .selectFrom('tasks_events')
    .select([...eventColumns, 'removed_at as removedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...EventRow.parse(row), isRemoved: row.removedAt !== null }
}

export async function insertEvent(tx: Tx, event: AddEvent & { areaLft: number; by: string }): Promise<void> {
  await tx
    .insertInto('tasks_events')
    .values({
      id: event.id,
      area_id: event.areaId,
      area_lft: event.areaLft,
      recorded_by: event.by,
      ...columnsOf(event),
    })
    .execute()
}

function columnsOf({ kind, title, startsOn, endsOn, atTime, place, note }: Omit<EditEvent, 'version'>) {
  return { kind, title, starts_on: startsOn, ends_on: endsOn, at_time: atTime, place, note }
}

/** False when somebody else changed it in the meantime. */
export async function updateEvent(tx: Tx, id: string, event: EditEvent): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_events')
    .set({ ...columnsOf(event), version: event.version + 1 })
    .where('id', '=', id)
    .where('version', '=', event.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it was taken out before. */
export async function takeEventOut(tx: Tx, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_events')
    .set({ removed_at: sql`now()` })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const DeadlineRow = z.object({
  id: z.string(),
  planId: z.string(),
  text: z.string(),
  date: Day.nullable(),
  rule: z.string().nullable(),
})

/** Deadlines that the plans of this place, and those of the places above, name. */
export async function listPlanDeadlines(
  db: Db,
  area: Range & { id: string },
): Promise<z.infer<typeof DeadlineRow>[]> {
  const { rows } = await sql`
    select d.id, d.plan_id as "planId", d.text, d.due_on as date, d.rule
    from plans_deadlines d join plans p on p.id = d.plan_id join areas a on a.id = p.area_id
    where (p.area_id = ${area.id} or (a.lft < ${area.lft} and a.rgt >= ${area.rgt}))
      and (d.due_on is not null or d.rule ~ '^(before|fixed):') limit 2000`.execute(db)
  return z.array(DeadlineRow).parse(rows)
}

const BoardRow = z.object({
  id: z.string(),
  boardId: z.string(),
  title: z.string(),
  board: z.string(),
  on: Day,
})
type BoardRow = z.infer<typeof BoardRow>

/** When the boards of the place met. */
export async function listMeetings(db: Db, areaId: string, { from, to }: Span): Promise<BoardRow[]> {
  const { rows } = await sql`
    select m.id, m.board_id as "boardId", m.subject as title, b.name as board, m.held_on as on
    from organisations_meetings m join organisations_boards b on b.id = m.board_id
    where b.area_id = ${areaId} and m.held_on between ${from} and ${to} limit 500`.execute(db)
  return z.array(BoardRow).parse(rows)
}

/** What the boards of the place agreed on and is still open. */
export async function listOpenFollowups(db: Db, areaId: string, { from, to }: Span): Promise<BoardRow[]> {
  const { rows } = await sql`
    select f.id, f.board_id as "boardId", f.task as title, b.name as board, f.due_on as on
    from organisations_followups f join organisations_boards b on b.id = f.board_id
    where b.area_id = ${areaId} and f.state = 'open' and f.due_on between ${from} and ${to} limit 500`.execute(
    db,
  )
  return z.array(BoardRow).parse(rows)
}
