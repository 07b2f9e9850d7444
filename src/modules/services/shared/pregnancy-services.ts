import type { Day } from '#base/day.ts'
import { type Language, translate } from '#base/messages.ts'
import { firstDayOf, overdueDays, termDays } from '#modules/children/shared/pregnancy.ts'
import { comingDays } from './child-services.ts'
import type { ChildService, PackageItem, ServicePackage, ServiceRecord, ServiceState } from './contract.ts'
import { dayNumber, type DayNumber, dayText } from './day-number.ts'
import { pregnancyMessages } from './messages-pregnancies.ts'
import { birthOf, windowsOf } from './windows.ts'

/** What the rules know of a pregnancy. `endedOn`: the birth, or the day on which following it stopped. */
export type PregnancyFacts = { expectedOn: Day; endedOn: Day | null }

type Span = { from: DayNumber; to: DayNumber }
type Window = Span & { answer: ServiceRecord | null }
type Asked = {
  item: PackageItem
  /** Days of the visits, for what belongs to each of them. */
  visits: readonly Span[]
  /** The first day of the last period: the package counts the days of a pregnancy from it. */
  start: DayNumber
  records: readonly ServiceRecord[]
  day: DayNumber
}

/** The four antenatal visits in their order (handbook of the Ministry of Health). */
const visitCodes: readonly string[] = ['ANC-1', 'ANC-2', 'ANC-3', 'ANC-4']
/** After each of these comes another visit. */
const replacedCodes = visitCodes.slice(0, -1)

const always: Span = { from: -Infinity, to: Infinity }

/** Whether one record answers the item for the whole pregnancy; else each of its times wants one. */
function isGivenOnce({ rhythm, recurrence }: PackageItem): boolean {
  return rhythm.kind === 'once' || (rhythm.kind === 'on-need' && recurrence !== 'each visit')
}

/** The item's times within the pregnancy. "Per history": one time, in which somebody looks at her history. */
function spansOf({ item, visits, start }: Pick<Asked, 'item' | 'visits' | 'start'>): Span[] {
  if (item.rhythm.kind === 'on-need')
    return item.recurrence === 'each visit'
      ? [...visits]
      : [{ from: start + item.fromDays, to: start + item.toDays }]
  const birth = birthOf(dayText(start))
  return windowsOf(item, birth, item.rhythm.kind === 'every' ? { from: start, to: start + termDays } : always)
}

/** The first "done" that fits, else the last refusal. */
function answerOf({ item, records }: Asked, { from, to }: Span): ServiceRecord | null {
  const fitting = records.filter(
    ({ itemCode, doneOn }) =>
      itemCode === item.code && (isGivenOnce(item) || (dayNumber(doneOn) >= from && dayNumber(doneOn) <= to)),
  )
  return fitting.find(({ answer }) => answer === 'done') ?? fitting.at(-1) ?? null
}

function openState({ item, day, start }: Asked, window: Window): ServiceState {
  if (window.answer) return window.answer.answer === 'done' ? 'done' : 'declined'
  if (day < window.from) return 'coming'
  if (day <= window.to) return 'due'
  // What every woman is owed is made up for while she is expecting; a missed visit is made at the next one instead.
  const isOwed = item.mandatory && isGivenOnce(item) && day <= start + termDays + overdueDays
  return isOwed && !replacedCodes.includes(item.code) ? 'overdue' : 'not-applicable'
}

function weeksText({ item, start }: Asked, { from, to }: Span, language: Language): string {
  const weeks = { from: Math.floor((from - start) / 7), to: Math.floor((to - start) / 7) }
  if (item.recurrence === 'each visit')
    return translate(pregnancyMessages, language, 'services.why-each-visit', weeks)
  if (item.rhythm.kind === 'every')
    return translate(pregnancyMessages, language, 'services.why-each-month', weeks)
  const key = item.rhythm.kind === 'on-need' ? 'services.why-history' : 'services.why-weeks'
  return translate(pregnancyMessages, language, key, weeks)
}

function lineOf(asked: Asked, window: Window): ChildService {
  const { item, day } = asked
  const { from, to, answer } = window
  const state = openState(asked, window)
  const why = (language: Language) => weeksText(asked, window, language)
  return {
    ...{ itemCode: item.code, domain: item.domain, dose: null, name: item.name, mandatory: item.mandatory },
    ...{ state, opensOn: dayText(from), deadline: dayText(to) },
    daysLate: state === 'overdue' ? day - to : 0,
    ...{ answeredOn: answer?.doneOn ?? null, recordId: answer?.id ?? null, answer: answer?.answer ?? null },
    reason: state === 'not-applicable' ? 'window-passed' : null,
    why: { kind: item.rhythm.kind === 'every' ? 'rhythm' : 'age', vi: why('vi'), en: why('en') },
  }
}

/**
 * Of what is given at each visit or each month: the time of today, or the last one that was answered, and the next
 * one. A month missed is gone; the tablets of today matter.
 */
function shownOf(asked: Asked, windows: readonly Window[]): Window[] {
  const { day, item } = asked
  const isNear = ({ from }: Span) => from - day <= comingDays
  if (isGivenOnce(item)) return windows.filter((one) => one.answer !== null || isNear(one))
  const open = windows.find(({ from, to }) => from <= day && day <= to)
  const past = windows.findLast(({ to, answer }) => to < day && answer !== null)
  const next = windows.find(({ from, answer }) => from > day && answer === null)
  return [open ?? past, next && isNear(next) ? next : undefined].filter((one) => one !== undefined)
}

/** After the birth, or after the end without one, nothing is owed: what was given stands. */
function afterEnd(line: ChildService): ChildService[] {
  return line.answer === null ? [] : [line]
}

/**
 * The services of a pregnancy on a day: done, due, overdue, coming, declined, or missed (`not-applicable`).
 * Days count from the first day of the last period, 280 days before the expected birth (service-package.csv).
 * What is our judgement in it: docs/decisions/0045-services-of-pregnancy.md.
 */
export function pregnancyServices(
  { items }: Pick<ServicePackage, 'items'>,
  { expectedOn, endedOn }: PregnancyFacts,
  records: readonly ServiceRecord[],
  today: Day,
): ChildService[] {
  const start = dayNumber(firstDayOf(expectedOn))
  const ofWomen = items.filter(({ audience }) => audience === 'pregnant-woman')
  const visits = ofWomen
    .filter(({ code }) => visitCodes.includes(code))
    .map(({ fromDays, toDays }) => ({ from: start + fromDays, to: start + toDays }))
  const sorted = records.toSorted((a, b) => (a.doneOn < b.doneOn ? -1 : 1))
  return ofWomen.flatMap((item) => {
    const asked: Asked = { item, visits, start, records: sorted, day: dayNumber(today) }
    const windows = spansOf(asked).map(({ from, to }) => ({
      from,
      to,
      answer: answerOf(asked, { from, to }),
    }))
    const lines = shownOf(asked, windows).map((window) => lineOf(asked, window))
    return endedOn === null ? lines : lines.flatMap(afterEnd)
  })
}
