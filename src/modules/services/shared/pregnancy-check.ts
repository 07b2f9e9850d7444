import type { Day } from '#base/day.ts'
import { firstDayOf } from '#modules/children/shared/pregnancy.ts'
import type { PackageItem, ServiceRecord } from './contract.ts'
import type { RecordCare } from './contract-pregnancies.ts'
import type { PregnancyFacts } from './pregnancy-services.ts'

export type CareRefusal =
  | 'services.unknown-item'
  | 'services.not-for-women'
  | 'services.before-pregnancy'
  | 'services.after-pregnancy'
  | 'services.in-future'
  | 'services.reason-needed'
  | 'services.done-before-woman'
  | 'services.same-day-woman'

export type CareQuestion = {
  item: PackageItem | undefined
  pregnancy: PregnancyFacts
  /** The records of the pregnancy that stand. */
  records: readonly ServiceRecord[]
  today: Day
}

function dayRefusal({ pregnancy, today }: CareQuestion, doneOn: Day): CareRefusal | undefined {
  if (doneOn > today) return 'services.in-future'
  if (doneOn < firstDayOf(pregnancy.expectedOn)) return 'services.before-pregnancy'
  // What was done before the end may still be written down after it.
  return pregnancy.endedOn !== null && doneOn > pregnancy.endedOn ? 'services.after-pregnancy' : undefined
}

/** A visit has its number and is made once; tablets, talks and vaccinations are not given twice on one day. */
function repeatRefusal(
  { rhythm, code }: PackageItem,
  { records }: CareQuestion,
  { doneOn, answer }: RecordCare,
): CareRefusal | undefined {
  if (answer !== 'done') return undefined
  const given = records.filter((one) => one.itemCode === code && one.answer === 'done')
  if (rhythm.kind === 'once') return given.length > 0 ? 'services.done-before-woman' : undefined
  return given.some((one) => one.doneOn === doneOn) ? 'services.same-day-woman' : undefined
}

/** Why a record of a pregnancy may not be written; undefined when it may. */
export function careRefusal(question: CareQuestion, record: RecordCare): CareRefusal | undefined {
  const { item } = question
  if (!item) return 'services.unknown-item'
  if (item.audience !== 'pregnant-woman') return 'services.not-for-women'
  const day = dayRefusal(question, record.doneOn)
  if (day) return day
  if (record.answer !== 'done' && !record.note) return 'services.reason-needed'
  return repeatRefusal(item, question, record)
}
