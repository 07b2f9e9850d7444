import { addDays, ageOn, daysBetween, type Day } from '#base/day.ts'
import { dayRefusal } from '#modules/children/shared/child-age.ts'
import type { Answer, ChildFacts, PackageDose, PackageItem, ServiceRecord } from './contract.ts'

export type NewRecord = {
  id: string
  itemCode: string
  dose: number | null
  doneOn: Day
  answer: Answer
  /** Why it was refused or could not be given. */
  note?: string | null
}

export type RecordRefusal =
  | 'services.unknown-item'
  | 'services.not-for-children'
  | 'services.before-birth'
  | 'services.in-future'
  | 'services.too-old'
  | 'services.dose-needed'
  | 'services.dose-unknown'
  | 'services.done-before'
  | 'services.same-day'
  | 'services.dose-order'
  | 'services.dose-gap'
  | 'services.dose-early'
  | 'services.reason-needed'

export type RecordCheck =
  | { ok: true; irregular: boolean }
  | { ok: false; reason: RecordRefusal; holes: Record<string, string | number> }

export type RecordQuestion = {
  item: PackageItem | undefined
  child: Pick<ChildFacts, 'bornOn'>
  /** The child's records that stand. */
  records: readonly ServiceRecord[]
  today: Day
  /** The person has seen that the dose was given too early and records what happened all the same. */
  irregular: boolean
}

function refuse(reason: RecordRefusal, holes: Record<string, string | number> = {}): RecordCheck {
  return { ok: false, reason, holes }
}

const accepted: RecordCheck = { ok: true, irregular: false }

/** The days between the dose and its neighbours must not be fewer than the timetable's least gap. */
function checkGaps(
  doses: readonly PackageDose[],
  record: NewRecord,
  given: readonly ServiceRecord[],
): RecordCheck {
  const dose = doses.find((one) => one.dose === record.dose)
  const after = doses.find((one) => one.dose === (record.dose ?? 0) + 1)
  const earlier = given.find((one) => one.dose === (record.dose ?? 0) - 1)
  const later = given.find((one) => one.dose === after?.dose)
  if (dose && earlier && daysBetween(earlier.doneOn, record.doneOn) < dose.minGapDays) {
    return refuse('services.dose-gap', {
      days: dose.minGapDays,
      from: addDays(earlier.doneOn, dose.minGapDays),
    })
  }
  if (after && later && daysBetween(record.doneOn, later.doneOn) < after.minGapDays) {
    return refuse('services.dose-gap', { days: after.minGapDays, from: record.doneOn })
  }
  if (dose && dose.dose > 1 && !earlier) return refuse('services.dose-order', { dose: dose.dose - 1 })
  return accepted
}

function checkDose(
  question: RecordQuestion & { item: PackageItem },
  record: NewRecord,
  given: readonly ServiceRecord[],
): RecordCheck {
  const { item, child, irregular } = question
  if (item.rhythm.kind !== 'doses') return accepted
  const { doses } = item.rhythm
  if (record.dose === null) return refuse('services.dose-needed', { count: doses.length })
  const dose = doses.find((one) => one.dose === record.dose)
  if (!dose) return refuse('services.dose-unknown', { count: doses.length })
  if (record.answer !== 'done') return accepted
  const gaps = checkGaps(doses, record, given)
  const early = ageOn(child.bornOn, record.doneOn).days < dose.fromDays
  if (irregular && (!gaps.ok || early)) return { ok: true, irregular: true }
  if (!gaps.ok) return gaps
  return early ? refuse('services.dose-early', { from: addDays(child.bornOn, dose.fromDays) }) : accepted
}

/** Given once, or this dose, already; or the same recurring service twice on one day. */
function checkRepeat(item: PackageItem, record: NewRecord, given: readonly ServiceRecord[]): RecordCheck {
  if (record.answer !== 'done') return accepted
  const { kind } = item.rhythm
  if (kind === 'once' || kind === 'doses') {
    return given.some((one) => one.dose === record.dose) ? refuse('services.done-before') : accepted
  }
  return given.some((one) => one.doneOn === record.doneOn) ? refuse('services.same-day') : accepted
}

/** Whether a record may be written; a refusal says why. `irregular` = taken with a mark. */
export function checkRecord(question: RecordQuestion, record: NewRecord): RecordCheck {
  const { item, child, records, today } = question
  if (!item) return refuse('services.unknown-item')
  if (item.audience === 'pregnant-woman') return refuse('services.not-for-children')
  const wrongDay = dayRefusal(child.bornOn, record.doneOn, today)
  if (wrongDay) return refuse(`services.${wrongDay}`)
  if (record.answer !== 'done' && !record.note) return refuse('services.reason-needed')
  if (item.rhythm.kind !== 'doses' && record.dose !== null)
    return refuse('services.dose-unknown', { count: 1 })
  const given = records.filter(
    (one) => one.itemCode === item.code && one.answer === 'done' && one.id !== record.id,
  )
  const repeat = checkRepeat(item, record, given)
  return repeat.ok ? checkDose({ ...question, item }, record, given) : repeat
}
