import type { Day } from '#base/day.ts'
import type { Problem } from '#base/problem.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { PackageItem, ServiceRecord } from '../shared/contract.ts'
import type {
  CareSessionReply,
  RecordCare,
  RecordCareSession,
  StoredCare,
} from '../shared/contract-pregnancies.ts'
import { firstRecorded } from '../shared/first-recorded.ts'
import type { PackageBook } from '../shared/package-book.ts'
import { careRefusal } from '../shared/pregnancy-check.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { UndoneReply } from '../shared/requests.ts'
import { itemFor, packagesOf } from './package.ts'
import {
  findStoredCare,
  insertCare,
  type KnownCare,
  type KnownPregnancy,
  listCare,
  lockPregnancies,
  type NewCare,
  undoCareRecords,
} from './queries-pregnancies.ts'

type Known = { pregnancy: KnownPregnancy; records: readonly ServiceRecord[]; item: PackageItem | undefined }

function refusalOf({ clock }: Writing, { pregnancy, records, item }: Known, input: RecordCare) {
  const code = careRefusal({ item, pregnancy, records, today: clock.today() }, input)
  return code && servicesProblem(code)
}

function itemOf(
  book: PackageBook,
  { clock }: Writing,
  pregnancy: KnownPregnancy,
  { itemCode, doneOn }: RecordCare,
) {
  return itemFor(book, pregnancy, { itemCode, doneOn, today: clock.today() })
}

function toRow(
  { actor }: Writing,
  { areaLft }: KnownPregnancy,
  input: RecordCare,
  sessionId: string | null,
): NewCare {
  return { ...input, areaLft, sessionId, recordedBy: actor.accountId }
}

async function getStoredCare(tx: Writing['tx'], pregnancyId: string, id: string): Promise<StoredCare> {
  const record = await findStoredCare(tx, pregnancyId, id)
  if (!record) throw servicesProblem('services.record-not-found')
  return record
}

/** A device that lost the reply sends the same record again; it gets the first answer back. */
export async function recordCare(context: Writing, input: RecordCare): Promise<StoredCare> {
  const { actor, tx } = context
  const { id, pregnancyId, itemCode, doneOn, answer } = input
  const [pregnancy] = await lockPregnancies(tx, [pregnancyId])
  if (!pregnancy) throw servicesProblem('services.pregnancy-not-found')
  const earlier = await findStoredCare(tx, pregnancyId, id)
  if (earlier?.itemCode === itemCode && earlier.doneOn === doneOn && earlier.answer === answer) return earlier
  if (earlier) throw servicesProblem('services.id-used')
  const [records, book] = await Promise.all([listCare(tx, [pregnancyId]), packagesOf(tx)])
  const known = {
    pregnancy,
    records: records.get(pregnancyId) ?? [],
    item: itemOf(book, context, pregnancy, input),
  }
  const refusal = refusalOf(context, known, input)
  if (refusal) throw refusal
  await insertCare(tx, [toRow(context, pregnancy, input, null)])
  await audit(tx, actor, 'services.pregnancy-recorded', id, {
    after: { pregnancyId, itemCode, doneOn, answer },
  })
  return getStoredCare(tx, pregnancyId, id)
}

/** Undoing twice is undoing once. */
export async function undoCare(
  { actor, tx, clock }: Writing,
  { pregnancyId, recordId }: { pregnancyId: string; recordId: string },
): Promise<StoredCare> {
  const undone = { by: actor.accountId, at: clock.now().toISOString() }
  const done = await undoCareRecords(tx, { pregnancyId, id: recordId }, undone)
  if (done.length > 0)
    await audit(tx, actor, 'services.pregnancy-undone', recordId, { before: { pregnancyId } })
  return getStoredCare(tx, pregnancyId, recordId)
}

type Entry = RecordCareSession['entries'][number]
type Looked = { pregnancy: KnownPregnancy | undefined; records: readonly KnownCare[]; book: PackageBook }

/** Why an entry is not written; undefined when it may be. */
function entryRefusal(context: Writing, { pregnancy, records, book }: Looked, input: RecordCare) {
  if (!pregnancy) return servicesProblem('services.pregnancy-not-found')
  return refusalOf(context, { pregnancy, records, item: itemOf(book, context, pregnancy, input) }, input)
}

const inputOf = ({ recordId, pregnancyId, itemCode }: Entry, doneOn: Day): RecordCare => ({
  ...{ id: recordId, pregnancyId, itemCode, doneOn },
  ...{ answer: 'done', note: null },
})

/**
 * An antenatal session. What may be recorded is recorded, the rest is named with its reason; sent twice, the same
 * answer comes back. A woman outside the actor's area looks like one who does not exist.
 */
export async function recordCareSession(
  context: Writing,
  session: RecordCareSession,
): Promise<CareSessionReply> {
  const { actor, tx } = context
  const ids = [...new Set(session.entries.map(({ pregnancyId }) => pregnancyId))]
  const book = await packagesOf(tx)
  const pregnancies = new Map((await lockPregnancies(tx, ids)).map((one) => [one.id, one]))
  const known = await listCare(tx, ids)
  const reply: CareSessionReply = { sessionId: session.id, recorded: [], refused: [] }
  const rows: NewCare[] = []
  for (const entry of session.entries) {
    const input = inputOf(entry, session.doneOn)
    const pregnancy = pregnancies.get(entry.pregnancyId)
    const records = known.get(entry.pregnancyId) ?? []
    const isRepeated = records.some(({ id }) => id === entry.recordId)
    const refusal = isRepeated ? undefined : entryRefusal(context, { pregnancy, records, book }, input)
    if (refusal) reply.refused.push(await refusedOf(context, entry, { refusal, records }))
    else reply.recorded.push(entry)
    if (refusal || isRepeated || !pregnancy) continue
    rows.push(toRow(context, pregnancy, input, session.id))
    known.set(entry.pregnancyId, [...records, { ...input, dose: null }])
  }
  if (rows.length > 0) {
    await insertCare(tx, rows)
    const after = { doneOn: session.doneOn, records: rows.length, pregnancyIds: ids }
    await audit(tx, actor, 'services.pregnancy-session-recorded', session.id, { after })
  }
  return reply
}

/** Two devices at one session: the second is told who wrote it down and when. */
async function refusedOf(
  { tx, actor: { language } }: Writing,
  { pregnancyId, itemCode }: Entry,
  { refusal, records }: { refusal: Problem; records: readonly KnownCare[] },
): Promise<CareSessionReply['refused'][number]> {
  const { code } = refusal
  const text = refusal.text(language)
  const isTwice = code === 'services.done-before-woman' || code === 'services.same-day-woman'
  const before = isTwice ? records.findLast((one) => one.itemCode === itemCode) : undefined
  const first = before && (await findStoredCare(tx, pregnancyId, before.id))
  return { pregnancyId, itemCode, code, text: first ? `${text} ${firstRecorded(first, language)}` : text }
}

/** Undoes all that still stands of a session. */
export async function undoCareSession(
  { actor, tx, clock }: Writing,
  sessionId: string,
): Promise<UndoneReply> {
  const undone = await undoCareRecords(
    tx,
    { sessionId },
    { by: actor.accountId, at: clock.now().toISOString() },
  )
  if (undone.length > 0)
    await audit(tx, actor, 'services.pregnancy-session-undone', sessionId, {
      after: { records: undone.length },
    })
  return { undone: undone.length }
}
