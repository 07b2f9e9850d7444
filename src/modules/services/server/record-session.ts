import type { Day } from '#base/day.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { PackageItem, ServiceRecord } from '../shared/contract.ts'
import { servicesProblem } from '../shared/problems.ts'
import { checkRecord } from '../shared/record-check.ts'
import type { RecordSession, SessionReply, UndoneReply } from '../shared/requests.ts'
import { firstRecorded } from '../shared/first-recorded.ts'
import { refusalOf } from './record-services.ts'
import type { PackageBook } from '../shared/package-book.ts'
import { isKnown, itemFor, packagesOf } from './package.ts'
import {
  insertRecords,
  type KnownChild,
  listRecordedFirst,
  listRecords,
  lockChildren,
  markStale,
  type NewRecordRow,
  undoRecords,
} from './queries.ts'

type Entry = RecordSession['entries'][number]

/** The dose that is next when the session did not say which. */
function nextDose(item: PackageItem | undefined, records: readonly ServiceRecord[]): number | null {
  if (item?.rhythm.kind !== 'doses') return null
  const given = new Set(records.filter(({ answer }) => answer === 'done').map(({ dose }) => dose))
  return item.rhythm.doses.find(({ dose }) => !given.has(dose))?.dose ?? item.rhythm.doses.length
}

/** `before`: the record of somebody else that was there first. */
type Refused = SessionReply['refused'][number] & { before?: ServiceRecord | undefined }
type Decided = { row: NewRecordRow } | { refused: Refused } | { repeated: ServiceRecord }

/** Which record stands in the way of writing the same service down again. */
function standingBefore(
  code: string,
  { dose, doneOn }: { dose: number | null; doneOn: Day },
  records: readonly ServiceRecord[],
): ServiceRecord | undefined {
  const done = records.filter(({ answer }) => answer === 'done')
  if (code === 'services.done-before') return done.find((one) => one.dose === dose)
  return code === 'services.same-day' ? done.find((one) => one.doneOn === doneOn) : undefined
}

function decide(
  { actor, clock }: Writing,
  session: RecordSession,
  entry: Entry,
  { child, records, book }: { child: KnownChild; records: readonly ServiceRecord[]; book: PackageBook },
): Decided {
  const repeated = records.find(({ id }) => id === entry.recordId)
  if (repeated) return { repeated }
  const item = itemFor(book, child, { ...session, today: clock.today() })
  const { recordId: id, answer, note, irregular } = entry
  const { itemCode, doneOn } = session
  const record = { id, itemCode, dose: entry.dose ?? nextDose(item, records), doneOn, answer, note }
  const check = checkRecord({ item, child, records, today: clock.today(), irregular }, record)
  if (!check.ok) {
    const { code, ...problem } = { code: check.reason, text: refusalOf(check).text(actor.language) }
    const before = standingBefore(code, record, records)
    return { refused: { childId: child.id, code, ...problem, before } }
  }
  const place = { childId: child.id, areaLft: child.areaLft, sessionId: session.id }
  return { row: { ...place, ...record, irregular: check.irregular, recordedBy: actor.accountId } }
}

/** Two devices at one session: the second is told who wrote the child down and when. */
async function withWhoWasFirst(
  { tx, actor: { language } }: Writing,
  refused: readonly Refused[],
): Promise<SessionReply['refused']> {
  const asked = refused.flatMap(({ childId, before }) => (before ? [{ childId, id: before.id }] : []))
  const first = asked.length > 0 ? await listRecordedFirst(tx, asked) : undefined
  return refused.map(({ before, text, ...one }) => {
    const who = before && first?.get(before.id)
    return { ...one, text: who ? `${text} ${firstRecorded(who, language)}` : text }
  })
}

/**
 * Who came today. What may be recorded is recorded, the rest is named with its reason; sent twice, the same
 * answer comes back. A child outside the actor's area looks like one that does not exist.
 */
export async function recordSession(context: Writing, session: RecordSession): Promise<SessionReply> {
  const { actor, tx } = context
  const book = await packagesOf(tx)
  if (!isKnown(book, session.itemCode)) throw servicesProblem('services.unknown-item')
  const entries = new Map(session.entries.map((entry) => [entry.childId, entry]))
  const children = await lockChildren(tx, [...entries.keys()])
  const records = await listRecords(tx, [...entries.keys()], session.itemCode)
  const reply: SessionReply = { sessionId: session.id, recorded: [], refused: [] }
  const rows: NewRecordRow[] = []
  const refused: Refused[] = []
  for (const child of children) {
    const entry = entries.get(child.id)
    if (!entry) continue
    entries.delete(child.id)
    const decided = decide(context, session, entry, { child, records: records.get(child.id) ?? [], book })
    if ('refused' in decided) refused.push(decided.refused)
    else if ('row' in decided) rows.push(decided.row)
    else reply.recorded.push({ recordId: entry.recordId, childId: child.id, dose: decided.repeated.dose })
  }
  reply.refused = await withWhoWasFirst(context, refused)
  const missing = servicesProblem('services.child-not-found')
  for (const childId of entries.keys())
    reply.refused.push({ childId, code: missing.code, text: missing.text(actor.language) })
  if (rows.length > 0) {
    await insertRecords(tx, rows)
    const after = {
      itemCode: session.itemCode,
      doneOn: session.doneOn,
      childIds: rows.map((row) => row.childId),
    }
    await audit(tx, actor, 'services.session-recorded', session.id, { after })
  }
  for (const row of rows) reply.recorded.push({ recordId: row.id, childId: row.childId, dose: row.dose })
  return reply
}

/** Undoes all that still stands of a session. */
export async function undoSession({ actor, tx, clock }: Writing, sessionId: string): Promise<UndoneReply> {
  const undone = await undoRecords(tx, { sessionId }, { by: actor.accountId, at: clock.now().toISOString() })
  if (undone.length === 0) return { undone: 0 }
  await markStale(tx, [...new Set(undone.map(({ childId }) => childId))])
  await audit(tx, actor, 'services.session-undone', sessionId, { after: { records: undone.length } })
  return { undone: undone.length }
}
