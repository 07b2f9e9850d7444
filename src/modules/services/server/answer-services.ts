import type { Day } from '#base/day.ts'
import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import { childServices } from '../shared/child-services.ts'
import { checkRecord } from '../shared/record-check.ts'
import { placeChildren } from './areas-around.ts'
import { packagesOf } from './package.ts'
import {
  insertRecords,
  listRecords,
  lockChildren,
  markStale,
  type NewRecordRow,
  undoRecords,
} from './queries.ts'

/** The work of another module that answers services: the weighing that is also the service "weighed". */
export type AnsweringWork = {
  childId: string
  /** Items of which those that the child owes, or already had in this window, are recorded. */
  itemCodes: readonly string[]
  doneOn: Day
  /** The record of that work: undoing it undoes the services. */
  workId: string
}

/** Records the services that a piece of work answers, in its own transaction; what does not fit is left out. */
export async function answerServices({ actor, tx, clock }: Writing, work: AnsweringWork): Promise<void> {
  const { childId, doneOn, workId } = work
  const [child] = await placeChildren(tx, await lockChildren(tx, [childId]), doneOn)
  if (!child) return
  const records = (await listRecords(tx, [childId])).get(childId) ?? []
  const { pkg, byCode } = (await packagesOf(tx)).at(child.areaLft, doneOn)
  const rows = work.itemCodes.flatMap((itemCode): NewRecordRow[] => {
    const item = byCode.get(itemCode)
    if (!item) return []
    const lines = childServices({ ...pkg, items: [item] }, child, records, doneOn)
    if (!lines.some(({ state }) => state === 'due' || state === 'overdue' || state === 'done')) return []
    const record = { id: newId(), itemCode, dose: null, doneOn, answer: 'done' as const }
    const check = checkRecord({ item, child, records, today: clock.today(), irregular: false }, record)
    const from = { sessionId: workId, recordedBy: actor.accountId }
    const place = { childId, areaLft: child.areaLft, ...from, note: null, irregular: false }
    return check.ok ? [{ ...place, ...record }] : []
  })
  if (rows.length > 0) await insertRecords(tx, rows)
}

/** Takes back the services that a piece of work had answered. */
export async function takeBackAnswers({ actor, tx, clock }: Writing, workId: string): Promise<void> {
  const undone = { by: actor.accountId, at: clock.now().toISOString() }
  const done = await undoRecords(tx, { sessionId: workId }, undone)
  await markStale(tx, [...new Set(done.map(({ childId }) => childId))])
}
