import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Comment, Evidence, HistoryEntry, TaskDetails } from '../shared/contract.ts'

export type TaskKey = { areaId: string; itemId: string }

export type KnownTask = { id: string; areaLft: number }

/** The row of a place's task; none until its first change. */
export async function findTaskRow(db: Db, { areaId, itemId }: TaskKey): Promise<KnownTask | undefined> {
  return db
    .selectFrom('tasks')
    .select(['id', 'area_lft as areaLft'])
    .where('area_id', '=', areaId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
}

export type NewTask = TaskKey & {
  id: string
  areaLft: number
  planId: string
  planTaskId: string
  title: string | null
  /** 0: somebody said something, nobody changed anything yet. */
  version: 0 | 1
  by: string
}

/** False when another command made the row in the meantime. */
export async function insertTask(tx: Tx, task: NewTask, details: TaskDetails): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tasks')
    .values({
      id: task.id,
      item_id: task.itemId,
      area_id: task.areaId,
      area_lft: task.areaLft,
      plan_id: task.planId,
      plan_task_id: task.planTaskId,
      title: task.title,
      version: task.version,
      recorded_by: task.by,
      ...columnsOf(details),
    })
    .onConflict((conflict) => conflict.columns(['area_id', 'item_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

function columnsOf(details: TaskDetails) {
  return {
    state: details.state,
    done_on: details.doneOn,
    starts_on: details.startsOn,
    due_on: details.dueOn,
    product: details.product,
    delay_reason: details.delayReason,
    risk: details.risk,
    next_step: details.nextStep,
    lead_id: details.leadId,
    coordinating_ids: details.coordinatingIds,
    desk_id: details.deskId,
    staff_id: details.staffId,
  }
}

/** False when the version is no longer the one that was seen. */
export async function updateTask(
  tx: Tx,
  { id, version }: { id: string; version: number },
  details: TaskDetails,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ ...columnsOf(details), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewChange = {
  taskId: string
  id: string
  areaLft: number
  version: number
  before: Readonly<Record<string, unknown>>
  after: Readonly<Record<string, unknown>>
  by: string
}

export async function insertChange(tx: Tx, change: NewChange): Promise<void> {
  await tx
    .insertInto('tasks_changes')
    .values({
      task_id: change.taskId,
      id: change.id,
      area_lft: change.areaLft,
      version: change.version,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      changed_by: change.by,
    })
    .execute()
}

/** Whether a change was made before: a command that is sent again is not made twice. */
export async function hasChange(db: Db, taskId: string, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('tasks_changes')
    .select('id')
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

const Fields = z.record(z.string(), z.unknown())

/** The latest change first. */
export async function listHistory(db: Db, taskId: string): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('tasks_changes as c')
    .leftJoin('accounts_people as person', 'person.id', 'c.changed_by')
    .select(['c.id', 'c.version', 'c.changed_at as at', 'person.full_name as by', 'c.before', 'c.after'])
    .where('c.task_id', '=', taskId)
    .orderBy('c.version', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...row,
    by: row.by ?? '',
    before: Fields.parse(row.before),
    after: Fields.parse(row.after),
  }))
}

/** In the order in which they were written. */
export async function listComments(db: Db, taskId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('tasks_comments as c')
    .leftJoin('accounts_people as person', 'person.id', 'c.written_by')
    .select(['c.id', 'c.text', 'c.written_at as at', 'person.full_name as by'])
    .where('c.task_id', '=', taskId)
    .orderBy('c.written_at')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, by: row.by ?? '' }))
}

/** False when it is there already. */
export async function insertComment(
  tx: Tx,
  comment: { taskId: string; id: string; areaLft: number; text: string; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tasks_comments')
    .values({
      task_id: comment.taskId,
      id: comment.id,
      area_lft: comment.areaLft,
      text: comment.text,
      written_by: comment.by,
    })
    .onConflict((conflict) => conflict.columns(['task_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Files that were not taken away, the latest last. */
export async function listEvidence(db: Db, taskId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('tasks_evidence as e')
    .leftJoin('accounts_people as person', 'person.id', 'e.added_by')
    .select(['e.id', 'e.name', 'e.size', 'e.note', 'e.added_at as at', 'person.full_name as by'])
    .where('e.task_id', '=', taskId)
    .where('e.removed_at', 'is', null)
    .orderBy('e.added_at')
    .execute()
  return rows.map((row) => ({ ...row, by: row.by ?? '' }))
}

export type NewEvidence = {
  taskId: string
  id: string
  areaLft: number
  name: string
  mediaType: string
  bytes: Buffer
  digest: string
  note: string | null
  by: string
}

export async function insertEvidence(tx: Tx, file: NewEvidence): Promise<void> {
  await tx
    .insertInto('tasks_evidence')
    .values({
      task_id: file.taskId,
      id: file.id,
      area_lft: file.areaLft,
      name: file.name,
      media_type: file.mediaType,
      size: file.bytes.length,
      digest: file.digest,
      note: file.note,
      bytes: file.bytes,
      added_by: file.by,
    })
    .execute()
}

/** Also of a file that was taken away: its id stands for it for good. */
export async function findEvidenceDigest(db: Db, taskId: string, id: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('tasks_evidence')
    .select('digest')
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.digest
}

/** Undefined for one that was taken away: its bytes are gone. */
export async function findEvidenceFile(
  db: Db,
  taskId: string,
  id: string,
): Promise<{ name: string; mediaType: string; bytes: Buffer } | undefined> {
  const row = await db
    .selectFrom('tasks_evidence')
    .select(['name', 'media_type as mediaType', 'bytes'])
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.bytes ? { name: row.name, mediaType: row.mediaType, bytes: row.bytes } : undefined
}

/** The name and the digest stay. False when it was taken away before. */
export async function removeEvidenceBytes(tx: Tx, taskId: string, id: string, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_evidence')
    .set({ bytes: null, removed_by: by, removed_at: sql`now()` })
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
