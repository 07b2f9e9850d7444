import { createHash } from 'node:crypto'
import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Db } from '#platform/db/types.ts'
import type { FileReply, Reading, UploadedFile, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import {
  type AddActivity,
  type AddComment,
  type ChangeWork,
  type EvidenceFields,
  TaskDetails,
  type TaskView,
  nothingSet,
} from '../shared/contract.ts'
import { tasksProblem } from '../shared/problems.ts'
import { dueOf, evidenceType, isDisorder, refusalOfChange } from '../shared/rules.ts'
import { type FoundItem, getItem, viewOf } from './get-task.ts'
import * as store from './queries-task.ts'
import { listPeople } from './queries-work.ts'

type Asked<Input> = { key: store.TaskKey; input: Input }

export async function taskOf({ actor, db, clock }: Reading, key: store.TaskKey): Promise<TaskView> {
  return viewOf(db, await getItem(db, { actor, key, today: clock.today() }))
}

/** To write to: of a closed plan nothing changes any more (`tasks.plan-closed`). */
export async function getOpenItem({ actor, tx, clock }: Writing, key: store.TaskKey): Promise<FoundItem> {
  const item = await getItem(tx, { actor, key, today: clock.today() })
  if (item.row.isClosed) throw tasksProblem('tasks.plan-closed')
  return item
}

/** The page anew after a command, in its own transaction. */
export async function viewAfter({ actor, tx, clock }: Writing, key: store.TaskKey): Promise<TaskView> {
  return viewOf(tx, await getItem(tx, { actor, key, today: clock.today() }))
}

/** The row of the item; made when this is the first thing written down for it. */
export async function ensureRow({ actor, tx, clock }: Writing, found: FoundItem): Promise<store.KnownTask> {
  const { area, row } = found
  const key = { areaId: area.id, itemId: row.itemId }
  const known = await store.findTaskRow(tx, key)
  if (known) return known
  await store.insertTask(
    tx,
    { ...newRow(found, actor.accountId), version: 0 },
    standingOf(row, clock.today()),
  )
  const made = await store.findTaskRow(tx, key)
  if (!made) throw tasksProblem('tasks.changed-meanwhile')
  return made
}

function newRow({ area, row }: FoundItem, by: string) {
  const { itemId, planId, planTaskId } = row
  return { id: newId(), areaId: area.id, itemId, planId, planTaskId, areaLft: area.lft, title: null, by }
}

/** States set before this module was there have neither day nor reason: the day of the first word stands in. */
function standingOf({ state, delayReason }: FoundItem['row'], today: Day): TaskDetails {
  if (state === 'done') return { ...nothingSet, state, doneOn: today }
  return state === 'stopped'
    ? { ...nothingSet, state, delayReason: delayReason ?? 'Chưa ghi lý do.' }
    : { ...nothingSet, state }
}

const detailKeys = TaskDetails.keyof().options

function detailsOf(row: FoundItem['row']): TaskDetails {
  const { ownDue: dueOn, ...rest } = row
  return TaskDetails.parse({ ...rest, dueOn })
}

/** Bodies are those the place sees, people those with a post in the place or who have the task already. */
async function refuseUnknown(
  db: Db,
  { area, row, sight }: FoundItem,
  input: ChangeWork | AddActivity,
): Promise<void> {
  const known = new Set(sight.bodies.map(({ id }) => id))
  const named = [input.leadId, ...('deskId' in input ? [input.deskId, ...input.coordinatingIds] : [])]
  if (named.some((id) => id !== null && !known.has(id))) throw tasksProblem('tasks.body-not-found')
  if (input.staffId === null || input.staffId === row.staffId) return
  const people = await listPeople(db, area.id, sight.today)
  if (!people.some(({ id }) => id === input.staffId)) throw tasksProblem('tasks.person-not-found')
}

/** The version must be the one the person saw; a change sent twice is made once, and what is equal changes nothing. */
export async function changeWork(context: Writing, { key, input }: Asked<ChangeWork>): Promise<TaskView> {
  const { actor, tx, clock } = context
  const item = await getOpenItem(context, key)
  const known = await store.findTaskRow(tx, key)
  if (known && (await store.hasChange(tx, known.id, input.id))) return viewOf(tx, item)
  const before = detailsOf(item.row)
  const changed = detailKeys.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(input[name]))
  if (changed.length === 0) return viewOf(tx, item)
  if (input.version !== item.line.version) throw tasksProblem('tasks.changed-meanwhile')
  const { dueOn: due } = dueOf({
    ...{ own: input.dueOn, above: item.row.aboveDue },
    ...{ printed: item.row.printedDue, periodTo: item.row.periodTo },
  })
  const refusal = refusalOfChange(input, { due, today: clock.today() })
  if (refusal) throw tasksProblem(refusal)
  await refuseUnknown(tx, item, input)

  const { id: taskId, areaLft } = await writeChange(context, item, input)
  const entry = { before: picked(before, changed), after: picked(input, changed) }
  const change = { taskId, id: input.id, areaLft, version: input.version + 1, by: actor.accountId }
  await store.insertChange(tx, { ...change, ...entry })
  await audit(tx, actor, 'tasks.changed', key.itemId, { before: stateOnly(before), after: stateOnly(input) })
  return viewAfter(context, key)
}

/** Free text stays in the history of the task; the audit says what state and which day. */
function stateOnly({ state, dueOn }: Pick<TaskDetails, 'state' | 'dueOn'>) {
  return { state, dueOn }
}

function picked(details: TaskDetails, names: readonly (keyof TaskDetails)[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, details[name]]))
}

/** The first change makes the row; of two first changes at once the later finds the row of the other. */
async function writeChange(
  { actor, tx }: Writing,
  found: FoundItem,
  input: ChangeWork,
): Promise<{ id: string; areaLft: number }> {
  const details = TaskDetails.parse(input)
  const known = await store.findTaskRow(tx, { areaId: found.area.id, itemId: found.row.itemId })
  const made = { ...newRow(found, actor.accountId), version: 1 as const }
  const isWritten = known
    ? await store.updateTask(tx, { id: known.id, version: input.version }, details)
    : await store.insertTask(tx, made, details)
  if (!isWritten) throw tasksProblem('tasks.changed-meanwhile')
  return known ?? made
}

/** An activity below a task of the plan; sent twice it is added once. */
export async function addActivity(context: Writing, { key, input }: Asked<AddActivity>): Promise<TaskView> {
  const { actor, tx } = context
  const item = await getOpenItem(context, key)
  if (item.line.isActivity) throw tasksProblem('tasks.below-activity')
  const { area, row } = item
  const activity = { areaId: area.id, itemId: input.id }
  if (await store.findTaskRow(tx, activity)) {
    const earlier = await getOpenItem(context, activity)
    if (earlier.row.planTaskId !== row.planTaskId || earlier.row.title !== input.title)
      throw tasksProblem('tasks.id-used')
    return viewOf(tx, item)
  }
  if (isDisorder(input.startsOn, input.dueOn)) throw tasksProblem('tasks.dates-in-order')
  await refuseUnknown(tx, item, input)
  const { title, startsOn, dueOn, product, leadId, staffId } = input
  const task = { ...newRow(item, actor.accountId), ...activity, title, version: 1 as const }
  await store.insertTask(tx, task, { ...nothingSet, startsOn, dueOn, product, leadId, staffId })
  await audit(tx, actor, 'tasks.activity-added', input.id, { after: { planTaskId: row.planTaskId, dueOn } })
  return viewAfter(context, key)
}

/** Said once, however often it is sent. */
export async function addComment(context: Writing, { key, input }: Asked<AddComment>): Promise<TaskView> {
  const { actor, tx } = context
  const { id: taskId, areaLft } = await ensureRow(context, await getOpenItem(context, key))
  if (
    await store.insertComment(tx, { id: input.id, text: input.comment, taskId, areaLft, by: actor.accountId })
  )
    await audit(tx, actor, 'tasks.commented', input.id, { after: { itemId: key.itemId } })
  return viewAfter(context, key)
}

const mostFiles = 20

/** Kept in the database beside the task; the same file under the same id is kept once. */
export async function addEvidence(
  context: Writing,
  { key, input, file }: Asked<EvidenceFields> & { file: UploadedFile },
): Promise<TaskView> {
  const { actor, tx } = context
  const item = await getOpenItem(context, key)
  const kind = evidenceType(file.name, file.bytes)
  if (!kind.ok) throw tasksProblem(kind.reason)
  const { id: taskId, areaLft } = await ensureRow(context, item)
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  const earlier = await store.findEvidenceDigest(tx, taskId, input.id)
  if (earlier !== undefined && earlier !== digest) throw tasksProblem('tasks.id-used')
  if (earlier === undefined) {
    if ((await store.listEvidence(tx, taskId)).length >= mostFiles)
      throw tasksProblem('tasks.too-much-evidence')
    const { bytes } = file
    const kept = {
      taskId,
      id: input.id,
      areaLft,
      name: file.name.slice(-200),
      mediaType: kind.mediaType,
      bytes,
    }
    await store.insertEvidence(tx, { ...kept, digest, note: input.note ?? null, by: actor.accountId })
    await audit(tx, actor, 'tasks.evidence-added', input.id, { after: { itemId: key.itemId, digest } })
  }
  return viewAfter(context, key)
}

/** Of a file that was taken away only name and digest are left: not found. */
export async function evidenceFile(
  { actor, db, clock }: Reading,
  { areaId, itemId, evidenceId }: store.TaskKey & { evidenceId: string },
): Promise<FileReply> {
  const key = { areaId, itemId }
  await getItem(db, { actor, key, today: clock.today() })
  const row = await store.findTaskRow(db, key)
  const file = row && (await store.findEvidenceFile(db, row.id, evidenceId))
  if (!file) throw tasksProblem('tasks.evidence-not-found')
  return { fileName: file.name, mediaType: file.mediaType, bytes: file.bytes }
}

/** Takes the bytes away; that there was a file, and who took it away, stays. Done twice it is done once. */
export async function removeEvidence(
  context: Writing,
  { areaId, itemId, evidenceId }: store.TaskKey & { evidenceId: string },
): Promise<TaskView> {
  const { actor, tx } = context
  const key = { areaId, itemId }
  await getOpenItem(context, key)
  const row = await store.findTaskRow(tx, key)
  if (!row || (await store.findEvidenceDigest(tx, row.id, evidenceId)) === undefined)
    throw tasksProblem('tasks.evidence-not-found')
  if (await store.removeEvidenceBytes(tx, row.id, evidenceId, actor.accountId))
    await audit(tx, actor, 'tasks.evidence-removed', evidenceId, { before: { itemId } })
  return viewAfter(context, key)
}
