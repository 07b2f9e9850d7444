import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { StoredRecord } from '../shared/requests.ts'
import { findStoredRecord, markStale, undoRecords } from './queries.ts'

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
