import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import type { AddContribution, Contribution } from '../shared/contract.ts'

/** Those that stand, in the order in which they were written. */
export async function listContributions(db: Db, taskId: string, accountId: string): Promise<Contribution[]> {
  const rows = await db
    .selectFrom('tasks_contributions as c')
    .leftJoin('accounts_people as person', 'person.id', 'c.written_by')
    .select(['c.id', 'c.body', 'c.text', 'c.is_done as isDone', 'c.written_at as at'])
    .select(['person.full_name as by', 'c.written_by as writtenBy'])
    .where('c.task_id', '=', taskId)
    .where('c.taken_back_at', 'is', null)
    .orderBy('c.written_at')
    .orderBy('c.id')
    .limit(500)
    .execute()
  return rows.map(({ writtenBy, by, ...row }) => ({ ...row, by: by ?? '', isMine: writtenBy === accountId }))
}

type NewContribution = AddContribution & { taskId: string; areaLft: number; by: string }

/** False when it is there already. */
export async function insertContribution(tx: Tx, one: NewContribution): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tasks_contributions')
    .values({
      ...{ task_id: one.taskId, id: one.id, area_lft: one.areaLft, body: one.body, text: one.text },
      ...{ is_done: one.isDone, written_by: one.by },
    })
    .onConflict((conflict) => conflict.columns(['task_id', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findContribution(
  db: Db,
  taskId: string,
  id: string,
): Promise<{ writtenBy: string; isTakenBack: boolean } | undefined> {
  const row = await db
    .selectFrom('tasks_contributions')
    .select(['written_by as writtenBy', 'taken_back_at as takenBackAt'])
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { writtenBy: row.writtenBy, isTakenBack: row.takenBackAt !== null }
}

export async function takeBack(
  tx: Tx,
  { taskId, id, by }: Record<'taskId' | 'id' | 'by', string>,
): Promise<void> {
  await tx
    .updateTable('tasks_contributions')
    .set({ taken_back_by: by, taken_back_at: sql`now()` })
    .where('task_id', '=', taskId)
    .where('id', '=', id)
    .execute()
}
