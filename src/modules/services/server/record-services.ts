import type { Actor } from '#platform/actor.ts'
import type { Writing, WritingTogether } from '#platform/http/route.ts'
import { type Outcome, replyOf } from '#platform/http/together.ts'
import { type AuditEntry, auditAll } from '#modules/accounts/server/public.ts'
import type { ServiceRecord } from '../shared/contract.ts'
import { checkRecord, type RecordCheck } from '../shared/record-check.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { RecordService, StoredRecord } from '../shared/requests.ts'
import type { PackageBook } from '../shared/package-book.ts'
import { itemFor, packagesOf } from './package.ts'
import {
  findStoredRecord,
  insertRecords,
  type KnownChild,
  type KnownRecord,
  listKnownRecords,
  lockChildren,
  type NewRecordRow,
} from './queries.ts'

type Asked = { actor: Actor; input: RecordService }

/** `earlier`: the id is stored already; its row is read by `repeatedReply`. */
type Decided = Outcome<StoredRecord> | { earlier: RecordService }

export function refusalOf(check: Extract<RecordCheck, { ok: false }>) {
  return servicesProblem(check.reason, check.holes)
}

/** The same id with other content is not a repetition. */
function sameRecord(stored: ServiceRecord, input: RecordService): boolean {
  return (
    stored.itemCode === input.itemCode &&
    stored.dose === input.dose &&
    stored.doneOn === input.doneOn &&
    stored.answer === input.answer
  )
}

function toReply({ actor, input }: Asked, irregular: boolean, at: Date): StoredRecord {
  const { id, childId, itemCode, dose, doneOn, answer, note } = input
  const recorded = { recordedByName: actor.name, recordedAt: at.toISOString(), undoneAt: null }
  return { id, childId, itemCode, dose, doneOn, answer, note, irregular, ...recorded }
}

/** By the rules alone: the records known of the child include those decided before this one. */
function decide(
  { clock }: WritingTogether,
  asked: Asked,
  { child, known, book }: { child: KnownChild | undefined; known: readonly KnownRecord[]; book: PackageBook },
): Decided {
  const { input } = asked
  if (!child) return { ok: false, problem: servicesProblem('services.child-not-found') }
  const earlier = known.find(({ id }) => id === input.id)
  if (earlier && sameRecord(earlier, input)) return { earlier: input }
  if (earlier) return { ok: false, problem: servicesProblem('services.id-used') }

  const item = itemFor(book, child, { ...input, today: clock.today() })
  const records = known.filter(({ stands }) => stands)
  const question = { item, child, records, today: clock.today(), irregular: input.irregular }
  const check = checkRecord(question, input)
  if (!check.ok) return { ok: false, problem: refusalOf(check) }
  return { ok: true, reply: toReply(asked, check.irregular, clock.now()) }
}

function toRow({ actor }: Asked, { areaLft }: KnownChild, record: StoredRecord): NewRecordRow {
  const { id, childId, itemCode, dose, doneOn, answer, note, irregular } = record
  const place = { childId, areaLft, sessionId: null, recordedBy: actor.accountId }
  return { ...place, id, itemCode, dose, doneOn, answer, note, irregular }
}

function toAudit({ actor }: Asked, record: StoredRecord): AuditEntry {
  const { id, childId, itemCode, dose, doneOn, answer } = record
  const details = { childId, after: { itemCode, dose, doneOn, answer } }
  return { actor, action: 'services.recorded', subjectId: id, details }
}

/** A device that lost the reply sends the same record again; it gets the first answer back. */
export async function recordServices(
  context: WritingTogether,
  asked: readonly Asked[],
): Promise<Outcome<StoredRecord>[]> {
  const { tx } = context
  const inputs = asked.map(({ input }) => input)
  const [locked, stored, book] = await Promise.all([
    lockChildren(tx, [...new Set(inputs.map(({ childId }) => childId))]),
    listKnownRecords(tx, inputs),
    packagesOf(tx),
  ])
  const children = new Map(locked.map((child) => [child.id, child]))
  const knownOf = Map.groupBy(stored, ({ childId }) => childId)
  const rows: NewRecordRow[] = []
  const entries: AuditEntry[] = []
  const decided = asked.map((one) => {
    const { childId } = one.input
    const child = children.get(childId)
    const known = knownOf.get(childId) ?? []
    const result = decide(context, one, { child, known, book })
    if (!child || !('ok' in result && result.ok)) return result
    knownOf.set(childId, [...known, { ...result.reply, stands: true }])
    rows.push(toRow(one, child, result.reply))
    entries.push(toAudit(one, result.reply))
    return result
  })
  if (rows.length > 0) await Promise.all([insertRecords(tx, rows), auditAll(tx, entries)])
  return Promise.all(decided.map(async (one) => ('ok' in one ? one : repeatedReply(context, one.earlier))))
}

/** Read after the writing: the first one may have been written in the same transaction. */
async function repeatedReply(
  { tx }: WritingTogether,
  { childId, id }: RecordService,
): Promise<Outcome<StoredRecord>> {
  const stored = await findStoredRecord(tx, childId, id)
  return stored
    ? { ok: true, reply: stored }
    : { ok: false, problem: servicesProblem('services.record-not-found') }
}

/** One record in a transaction of the caller's. */
export async function recordService(context: Writing, input: RecordService): Promise<StoredRecord> {
  return replyOf(await recordServices(context, [{ actor: context.actor, input }]))
}
