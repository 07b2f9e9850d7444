import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { dutiesProblem } from '../shared/problems.ts'
import type {
  AnswerUrgent,
  SendUrgent,
  TakeMeasure,
  UrgentLine,
  UrgentReceipt,
  WithdrawUrgent,
} from '../shared/urgent.ts'
import { UrgentLine as Line, UrgentReceipt as Receipt, UrgentReport } from '../shared/urgent.ts'
import { freeTexts, identifyingIn, legalClock, momentFault } from '../shared/urgent-rules.ts'
import {
  findUrgent,
  insertUrgent,
  listUrgent,
  listUrgentOf,
  listWaiting,
  lockUrgent,
  type StoredUrgent,
  updateUrgent,
} from './queries-urgent.ts'
import { currentRegime } from './regime.ts'

/**
 * Goes out at once: whoever works above with the right sees it from this moment. Sent twice it is stored once; the
 * sender gets a receipt, not the words back.
 */
export async function sendUrgent({ actor, tx, clock }: Writing, input: SendUrgent): Promise<UrgentReceipt> {
  const now = clock.now()
  const earlier = await findUrgent(tx, actor.area, input.id)
  if (earlier && earlier.sentBy !== actor.accountId) throw dutiesProblem('duties.urgent-id-used')
  if (earlier) return toReceipt(earlier)
  const fault = momentFault(input, { at: now.getTime(), today: clock.today() })
  if (fault) throw dutiesProblem(fault)
  refuseIdentifying(input)
  await insertUrgent(tx, { ...input, area: actor.area, by: actor.accountId, at: now.toISOString() })
  await audit(tx, actor, 'duties.urgent-sent', input.id, { after: { kind: input.kind } })
  return toReceipt(await getUrgent(tx, actor, input.id))
}

function refuseIdentifying(input: SendUrgent): void {
  const found = freeTexts(input).flatMap((text) => identifyingIn(text) ?? [])
  if (found.includes('number')) throw dutiesProblem('duties.urgent-has-number')
  if (found.includes('name')) throw dutiesProblem('duties.urgent-names-somebody')
}

async function getUrgent(db: Db, actor: Actor, id: string): Promise<StoredUrgent> {
  const report = await findUrgent(db, actor.area, id)
  if (!report) throw dutiesProblem('duties.urgent-not-found')
  return report
}

function toReceipt(stored: StoredUrgent): UrgentReceipt {
  return Receipt.parse({ ...stored, to: receiversOf(stored.kind) })
}

/** As the reporting regime names them. */
export function receiversOf(kind: SendUrgent['kind']): string[] {
  const code = kind === 'injury-death' ? 'urgent-injury' : 'urgent-abuse'
  return (
    currentRegime()
      .duties.find((duty) => duty.code === code)
      ?.senders.flatMap(({ to }) => to) ?? []
  )
}

/** The viewer stands above: the unit does not receive its own report. */
function seenBy({ area }: Actor, stored: StoredUrgent): UrgentReport {
  const mayReceive = area.id !== stored.areaId && area.kind !== 'commune'
  return UrgentReport.parse({ ...stored, mayReceive })
}

/**
 * Of the range of the grant, those that wait first; without words: those are read one by one, and that is written
 * down.
 */
export async function listUrgentLines({ db, actor }: Reading): Promise<UrgentLine[]> {
  const reports = await listUrgent(db, actor.area)
  return reports.map((report) => Line.parse(seenBy(actor, report)))
}

/** What this person sent, as a receipt: state and number, not the words. */
export async function listReceipts({ db, actor }: Reading): Promise<UrgentReceipt[]> {
  return (await listUrgentOf(db, actor.accountId)).map(toReceipt)
}

/** How many reports nobody above has received, and of how many the 12 hours are over (NĐ 56/2017/NĐ-CP). */
export async function countWaiting({ db, actor, clock }: Reading) {
  const waiting = await listWaiting(db, actor.area)
  const now = clock.now().getTime()
  const overdue = waiting.filter((report) => legalClock(report, now).kind === 'over').length
  return { waiting: waiting.length, overdue }
}

/** For a file, whose download the mount writes down. */
export async function readUrgent({ db, actor }: Reading, id: string): Promise<UrgentReport> {
  return seenBy(actor, await getUrgent(db, actor, id))
}

/** A command, because that somebody read it is written down. */
export async function openUrgent({ actor, tx }: Writing, id: string): Promise<UrgentReport> {
  const report = await getUrgent(tx, actor, id)
  await audit(tx, actor, 'duties.urgent-opened', id)
  return seenBy(actor, report)
}

async function held({ actor, tx }: Writing, id: string): Promise<StoredUrgent> {
  await lockUrgent(tx, id)
  const report = await getUrgent(tx, actor, id)
  if (report.state === 'withdrawn') throw dutiesProblem('duties.urgent-withdrawn')
  return report
}

/** By a level above the sender's, `duties.urgent-own` otherwise; received twice the first name stays. */
export async function receiveUrgent(context: Writing, id: string): Promise<UrgentReport> {
  const { actor, tx, clock } = context
  const report = await held(context, id)
  if (!seenBy(actor, report).mayReceive) throw dutiesProblem('duties.urgent-own')
  if (report.receivedAt !== null) return seenBy(actor, report)
  await updateUrgent(tx, id, { received_at: clock.now().toISOString(), received_by: actor.accountId })
  await audit(tx, actor, 'duties.urgent-received', id)
  return seenBy(actor, await getUrgent(tx, actor, id))
}

/** What the level above directs; the first answer stays. */
export async function answerUrgent(context: Writing, id: string, input: AnswerUrgent): Promise<UrgentReport> {
  const { actor, tx, clock } = context
  const report = await held(context, id)
  if (!seenBy(actor, report).mayReceive) throw dutiesProblem('duties.urgent-own')
  if (report.receivedAt === null) throw dutiesProblem('duties.urgent-not-received')
  if (report.acknowledgedAt !== null) return seenBy(actor, report)
  const at = clock.now().toISOString()
  const { answer } = input
  await updateUrgent(tx, id, { acknowledged_at: at, acknowledged_by: actor.accountId, answer })
  await audit(tx, actor, 'duties.urgent-acknowledged', id)
  return seenBy(actor, await getUrgent(tx, actor, id))
}

/** The emergency measure or separation that ends the 12 hours; the first one counts. */
export async function takeMeasure(context: Writing, id: string, input: TakeMeasure): Promise<UrgentReport> {
  const { actor, tx, clock } = context
  const report = await held(context, id)
  if (report.measureAt !== null) return seenBy(actor, report)
  const at = Date.parse(input.measureAt)
  if (at > clock.now().getTime()) throw dutiesProblem('duties.urgent-in-future')
  if (at < Date.parse(report.happenedAt ?? report.learnedAt) - 24 * 3_600_000)
    throw dutiesProblem('duties.urgent-before-it-happened')
  await updateUrgent(tx, id, { measure_at: new Date(at).toISOString(), measure: input.measure })
  await audit(tx, actor, 'duties.urgent-measure-taken', id)
  return seenBy(actor, await getUrgent(tx, actor, id))
}

/** Sent by mistake: it stays, with the reason, and counts nowhere. */
export async function withdrawUrgent(
  context: Writing,
  id: string,
  input: WithdrawUrgent,
): Promise<UrgentReport> {
  const { actor, tx, clock } = context
  await held(context, id)
  await updateUrgent(tx, id, {
    withdrawn_at: clock.now().toISOString(),
    withdrawn_by: actor.accountId,
    withdrawn_reason: input.reason,
  })
  await audit(tx, actor, 'duties.urgent-withdrawn', id)
  return seenBy(actor, await getUrgent(tx, actor, id))
}
