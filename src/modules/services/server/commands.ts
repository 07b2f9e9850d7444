import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { checkRecord, type RecordCheck } from '../shared/record-check.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { RecordService, StoredRecord } from '../shared/requests.ts'
import { findItem } from './package.ts'
import {
  findStoredRecord,
  insertRecords,
  type KnownChild,
  listRecords,
  lockChildren,
  markStale,
  undoRecords,
} from './queries.ts'

async function getLockedChild({ tx }: Writing, childId: string): Promise<KnownChild> {
  const [child] = await lockChildren(tx, [childId])
  if (!child) throw servicesProblem('services.child-not-found')
  return child
}

/** The same id with other content is not a repetition. */
function sameRecord(stored: StoredRecord, input: RecordService): boolean {
  return (
    stored.itemCode === input.itemCode &&
    stored.dose === input.dose &&
    stored.doneOn === input.doneOn &&
    stored.answer === input.answer
  )
}

export function refusalOf(check: Extract<RecordCheck, { ok: false }>) {
  return servicesProblem(check.reason, check.holes)
}

/** A device that lost the reply sends the same record again; it gets the first answer back. */
export async function recordService(context: Writing, input: RecordService): Promise<StoredRecord> {
  const { actor, tx, clock } = context
  const child = await getLockedChild(context, input.childId)
  const [earlier, byChild] = await Promise.all([
    findStoredRecord(tx, child.id, input.id),
    listRecords(tx, [child.id], input.itemCode),
  ])
  if (earlier && sameRecord(earlier, input)) return earlier
  if (earlier) throw servicesProblem('services.id-used')

  const records = byChild.get(child.id) ?? []
  const item = findItem(input.itemCode)
  const { irregular } = input
  const check = checkRecord({ item, child, records, today: clock.today(), irregular }, input)
  if (!check.ok) throw refusalOf(check)

  const { id, itemCode, dose, doneOn, answer, note } = input
  const place = { childId: child.id, areaLft: child.areaLft, sessionId: null }
  const row = { ...place, id, itemCode, dose, doneOn, answer, note, irregular: check.irregular }
  const shown = { itemCode, dose, doneOn, answer }
  await Promise.all([
    insertRecords(tx, [row], actor.accountId),
    audit(tx, actor, 'services.recorded', id, { childId: child.id, after: shown }),
  ])
  return {
    id,
    childId: child.id,
    ...shown,
    note,
    irregular: check.irregular,
    recordedByName: actor.name,
    recordedAt: clock.now().toISOString(),
    undoneAt: null,
  }
}

/** Undoing twice is undoing once. */
export async function undoRecord(
  { actor, tx, clock }: Writing,
  { childId, recordId }: { childId: string; recordId: string },
): Promise<StoredRecord> {
  const undone = { by: actor.accountId, at: clock.now().toISOString() }
  const [done] = await undoRecords(tx, { childId, id: recordId }, undone)
  const record = await findStoredRecord(tx, childId, recordId)
  if (!record) throw servicesProblem('services.record-not-found')
  if (!done) return record
  await markStale(tx, [childId])
  await audit(tx, actor, 'services.undone', recordId, { childId })
  return record
}
