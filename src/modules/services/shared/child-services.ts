import type { Day } from '#base/day.ts'
import {
  answeredWindows,
  graceDays,
  prepareChild,
  type AnsweredWindow,
  type DatedRecord,
  type PreparedChild,
} from './answers.ts'
import { conditionsHold } from './conditions.ts'
import type {
  ChildFacts,
  ChildService,
  NotApplicableReason,
  PackageItem,
  ServicePackage,
  ServiceRecord,
  ServiceState,
} from './contract.ts'
import { dayNumber, dayText, type DayNumber } from './day-number.ts'
import { whyDue } from './why-due.ts'

/** A window that opens within so many days is shown as coming. */
export const comingDays = 60

/** One line of the answer in day numbers; `next`: the day on which it can change by itself. */
export type Line = {
  item: PackageItem
  dose: number | null
  state: ServiceState
  from: DayNumber | null
  to: DayNumber | null
  answer: DatedRecord | null
  reason: NotApplicableReason | null
}

export type Lines = { lines: Line[]; next: DayNumber }

type Asked = { item: PackageItem; child: PreparedChild; day: DayNumber }

const always = { from: -Infinity, to: Infinity }

function answeredState(answer: DatedRecord): 'done' | 'declined' {
  return answer.record.answer === 'done' ? 'done' : 'declined'
}

function lineOf(item: PackageItem, window: AnsweredWindow, state: ServiceState): Line {
  const { dose, from, to, answer } = window
  return { item, dose, state, from, to, answer, reason: null }
}

function plainLine(item: PackageItem, reason: NotApplicableReason): Line {
  return { item, dose: null, state: 'not-applicable', from: null, to: null, answer: null, reason }
}

/** A service given once, or one dose: late until the age at which it is no longer worth giving. */
function onceLine({ item, child, day }: Asked, window: AnsweredWindow): Lines {
  if (window.answer) return { lines: [lineOf(item, window, answeredState(window.answer))], next: Infinity }
  if (day < window.from - comingDays) return { lines: [], next: window.from - comingDays }
  const last = Math.max(
    window.to,
    item.catchUpToDays === null ? -Infinity : child.birth.day + item.catchUpToDays,
  )
  if (day > last) {
    const passed: Line = { ...lineOf(item, window, 'not-applicable'), reason: 'window-passed' }
    return { lines: [passed], next: Infinity }
  }
  if (window.waiting)
    return { lines: [{ ...lineOf(item, window, 'coming'), from: null, to: null }], next: last + 1 }
  if (day < window.from) return { lines: [lineOf(item, window, 'coming')], next: window.from }
  if (day <= window.to) return { lines: [lineOf(item, window, 'due')], next: window.to + 1 }
  return { lines: [lineOf(item, window, 'overdue')], next: last + 1 }
}

function fixedLines(asked: Asked): Lines {
  const lines: Line[] = []
  let next = Infinity
  for (const window of answeredWindows(asked.item, asked.child, always, asked.day)) {
    const one = onceLine(asked, window)
    lines.push(...one.lines)
    next = Math.min(next, one.next)
    // After a refused dose the series rests until that dose is done.
    if (window.answer && window.answer.record.answer !== 'done') break
  }
  return { lines, next }
}

type Recurring = {
  open: AnsweredWindow | undefined
  past: AnsweredWindow | undefined
  coming: AnsweredWindow | undefined
}

/** The window of today, the last one that was answered, and the next one, if there are such. */
function recurringWindows({ item, child, day }: Asked): Recurring {
  const grace = graceDays(item)
  const windows = answeredWindows(item, child, { from: day - 400, to: day + 400 }, day)
  return {
    open: windows.find(({ from, to }) => from <= day && day <= to + grace),
    past: windows.findLast(({ to, answer }) => to + grace < day && answer !== null),
    coming: windows.find(({ from, answer }) => from > day && answer === null),
  }
}

function openState({ answer, to }: AnsweredWindow, day: DayNumber): ServiceState {
  if (answer) return answeredState(answer)
  return day <= to ? 'due' : 'overdue'
}

/** When the open window's line, or the coming one's, changes by the calendar; looked at again within a year. */
function recurringNext({ open, coming }: Recurring, { item, day }: Asked): DayNumber {
  const days = [day + 300]
  if (open) days.push(openState(open, day) === 'due' ? open.to + 1 : open.to + graceDays(item) + 1)
  if (coming) days.push(coming.from - day <= comingDays ? coming.from : coming.from - comingDays)
  return Math.min(...days)
}

/** What recurs: no line for each missed window, only the one of today (or the last answer) and the next. */
function recurringLines(asked: Asked): Lines {
  const { item, day } = asked
  const windows = recurringWindows(asked)
  const shown = windows.open ?? windows.past
  const lines = shown ? [lineOf(item, shown, openState(shown, day))] : []
  const { coming } = windows
  if (coming && coming.from - day <= comingDays) lines.push(lineOf(item, coming, 'coming'))
  return { lines, next: recurringNext(windows, asked) }
}

/** Given on need: the last record, or a quiet line while the age fits. */
function onNeedLines({ item, child, day }: Asked): Lines {
  const answer = child.records.get(item.code)?.findLast(({ on }) => on <= day)
  if (answer) {
    const { dose } = answer.record
    return {
      lines: [{ item, dose, state: answeredState(answer), from: null, to: null, answer, reason: null }],
      next: Infinity,
    }
  }
  const age = day - child.birth.day
  const fits = age >= item.fromDays && age <= item.toDays
  const held = conditionsHold(item.conditions, child.facts)
  const reason =
    held === 'no' ? 'condition' : item.rhythm.kind === 'on-need' ? 'on-need' : 'unknown-condition'
  return { lines: fits ? [plainLine(item, reason)] : [], next: Infinity }
}

function itemLines(asked: Asked): Lines {
  const { item, child } = asked
  if (item.rhythm.kind === 'on-need' || conditionsHold(item.conditions, child.facts) !== 'yes')
    return onNeedLines(asked)
  return item.rhythm.kind === 'once' || item.rhythm.kind === 'doses'
    ? fixedLines(asked)
    : recurringLines(asked)
}

function afterLeaving(line: Line): Line {
  if (line.answer) return line
  return { ...line, state: 'not-applicable', reason: 'left' }
}

/** Every line of a child on a day, and the next day on which a line changes without a new record. */
export function linesOf(pkg: ServicePackage, child: PreparedChild, day: DayNumber): Lines {
  const lines: Line[] = []
  let next = child.leftOn > day ? child.leftOn : Infinity
  for (const item of pkg.items) {
    if (item.audience === 'pregnant-woman') continue
    const one = itemLines({ item, child, day })
    for (const line of one.lines) lines.push(child.leftOn <= day ? afterLeaving(line) : line)
    next = Math.min(next, one.next)
  }
  return { lines, next: child.leftOn <= day ? Infinity : next }
}

export function doseName(item: PackageItem, dose: number | null): ChildService['name'] {
  if (item.rhythm.kind !== 'doses' || dose === null) return item.name
  return item.rhythm.doses.find((one) => one.dose === dose)?.name ?? item.name
}

function dayOrNull(day: DayNumber | null): Day | null {
  return day === null ? null : dayText(day)
}

function answerOf(answer: DatedRecord | null): Pick<ChildService, 'answeredOn' | 'recordId' | 'answer'> {
  if (!answer) return { answeredOn: null, recordId: null, answer: null }
  const { doneOn: answeredOn, id: recordId, answer: given } = answer.record
  return { answeredOn, recordId, answer: given }
}

/** Lines that somebody has to act on say why. */
function whyOf(
  { item, dose, state, from, to }: Line,
  child: ChildFacts,
  today: Day,
): Pick<ChildService, 'why'> {
  const isOpen = state === 'due' || state === 'overdue' || state === 'coming'
  if (!isOpen || from === null || to === null) return {}
  const why = whyDue({ item, dose, opensOn: dayText(from), deadline: dayText(to), child, today })
  return why ? { why } : {}
}

function toChildService(line: Line, child: ChildFacts, day: DayNumber): ChildService {
  const { item, dose, state, from, to, answer, reason } = line
  return {
    itemCode: item.code,
    domain: item.domain,
    dose,
    name: doseName(item, dose),
    mandatory: item.mandatory,
    state,
    opensOn: dayOrNull(from),
    deadline: dayOrNull(to),
    daysLate: state === 'overdue' && to !== null ? day - to : 0,
    ...answerOf(answer),
    reason,
    ...whyOf(line, child, dayText(day)),
  }
}

/** The six domains of a child on a day: done, due, overdue, coming, declined, not applicable. */
export function childServices(
  pkg: ServicePackage,
  child: ChildFacts,
  records: readonly ServiceRecord[],
  day: Day,
): ChildService[] {
  const today = dayNumber(day)
  return linesOf(pkg, prepareChild(child, records), today).lines.map((line) =>
    toChildService(line, child, today),
  )
}
