import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { AddContribution, TaskView } from '../shared/contract.ts'
import { tasksProblem } from '../shared/problems.ts'
import { ensureRow, getOpenItem, viewAfter } from './commands.ts'
import * as store from './queries-contributions.ts'
import { findTaskRow, type TaskKey } from './queries-task.ts'

/** A coordinating body says what it did of its part; sent twice it is said once. Lead bodies write their state instead. */
export async function addContribution(
  context: Writing,
  { key, input }: { key: TaskKey; input: AddContribution },
): Promise<TaskView> {
  const { actor, tx } = context
  const item = await getOpenItem(context, key)
  const names = item.line.coordinating.flatMap(({ name, today }) => [
    name,
    ...(today === null ? [] : [today]),
  ])
  if (!names.includes(input.body)) throw tasksProblem('tasks.not-coordinating')
  const { id: taskId, areaLft } = await ensureRow(context, item)
  if (await store.insertContribution(tx, { ...input, taskId, areaLft, by: actor.accountId })) {
    const after = { itemId: key.itemId, isDone: input.isDone }
    await audit(tx, actor, 'tasks.contributed', input.id, { after })
  }
  return viewAfter(context, key)
}

/** By whoever wrote it; done twice it is done once. */
export async function takeBackContribution(
  context: Writing,
  { contributionId: id, ...key }: TaskKey & { contributionId: string },
): Promise<TaskView> {
  const { actor, tx } = context
  await getOpenItem(context, key)
  const row = await findTaskRow(tx, key)
  const found = row && (await store.findContribution(tx, row.id, id))
  if (!row || !found) throw tasksProblem('tasks.contribution-not-found')
  if (found.writtenBy !== actor.accountId) throw tasksProblem('tasks.contribution-of-other')
  if (!found.isTakenBack) {
    await store.takeBack(tx, { taskId: row.id, id, by: actor.accountId })
    await audit(tx, actor, 'tasks.contribution-taken-back', id, { before: { itemId: key.itemId } })
  }
  return viewAfter(context, key)
}
