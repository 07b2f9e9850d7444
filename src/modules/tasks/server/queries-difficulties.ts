import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'
import {
  DifficultyLine,
  DifficultyNote,
  type DifficultyState,
  type SendDifficulty,
  type Side,
} from '../shared/difficulties.ts'

const lines = sql`
  select d.id, d.no, d.area_id as "areaId", a.full_name as "areaName", d.to_area_id as "toAreaId",
    u.full_name as "toAreaName", d.plan_id as "planId", p.title as "planTitle", d.plan_task_id as "planTaskId",
    t.title as "taskTitle", d.title, d.state, d.version, d.sent_at as "sentAt",
    (select count(*)::int from tasks_difficulty_notes n where n.difficulty_id = d.id) as notes
  from tasks_difficulties d
    join areas a on a.id = d.area_id
    join areas u on u.id = d.to_area_id
    left join plans p on p.id = d.plan_id
    left join plans_tasks t on t.plan_id = d.plan_id and t.id = d.plan_task_id`

/** What waits for an answer first, then the newest. */
const order = sql`order by array_position(array['open', 'answered', 'closed', 'withdrawn'], d.state), d.sent_at desc limit 500`

/** Of one side of a place; open ones first. */
export async function listDifficulties(db: Db, areaId: string, side: Side): Promise<DifficultyLine[]> {
  const place = side === 'sender' ? sql`d.area_id` : sql`d.to_area_id`
  // What was taken back is no longer there for whom it was sent to.
  const kept = side === 'receiver' ? sql`and d.state <> 'withdrawn'` : sql``
  const { rows } = await sql`${lines} where ${place} = ${areaId} ${kept} ${order}`.execute(db)
  return z.array(DifficultyLine).parse(rows)
}

export async function findDifficulty(db: Db, id: string): Promise<DifficultyLine | undefined> {
  const { rows } = await sql`${lines} where d.id = ${id}`.execute(db)
  return z.array(DifficultyLine).parse(rows)[0]
}

export async function listNotes(db: Db, difficultyId: string): Promise<DifficultyNote[]> {
  const rows = await db
    .selectFrom('tasks_difficulty_notes as n')
    .leftJoin('accounts_people as person', 'person.id', 'n.written_by')
    .select(['n.id', 'n.side', 'n.text', 'n.written_at as at', 'person.full_name as by'])
    .where('n.difficulty_id', '=', difficultyId)
    .orderBy('n.written_at')
    .orderBy('n.id')
    .execute()
  return rows.map((row) => DifficultyNote.parse({ ...row, by: row.by ?? '' }))
}

type NewDifficulty = Omit<SendDifficulty, 'message'> & { areaLft: number; toAreaId: string; by: string }

export async function insertDifficulty(tx: Tx, one: NewDifficulty): Promise<void> {
  await tx
    .insertInto('tasks_difficulties')
    .values({
      id: one.id,
      area_id: one.areaId,
      area_lft: one.areaLft,
      to_area_id: one.toAreaId,
      plan_id: one.planId,
      plan_task_id: one.planTaskId,
      title: one.title,
      sent_by: one.by,
    })
    .execute()
}

type NewNote = { difficultyId: string; id: string; side: Side; text: string; by: string }

/** Changes nothing when it is there already. The place is that of the difficulty. */
export async function insertNote(tx: Tx, note: NewNote): Promise<void> {
  await sql`
    insert into tasks_difficulty_notes (difficulty_id, id, area_lft, side, text, written_by)
    select id, ${note.id}, area_lft, ${note.side}, ${note.text}, ${note.by} from tasks_difficulties
    where id = ${note.difficultyId} on conflict (difficulty_id, id) do nothing`.execute(tx)
}

/** Without a version whoever writes last decides; with one, false when somebody was quicker. */
export async function setDifficultyState(
  tx: Tx,
  id: string,
  { state, version }: { state: DifficultyState; version?: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_difficulties')
    .set({ state, version: sql`version + 1` })
    .where('id', '=', id)
    .$if(version !== undefined, (query) => query.where('version', '=', version ?? 0))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
