import type { Day } from '#base/day.ts'
import { conditionsHold } from './conditions.ts'
import type { ChildFacts, PackageItem, Rhythm } from './contract.ts'
import {
  calendarDay,
  dayNumber,
  dayNumberFrom,
  dayText,
  monthsLater,
  type CalendarDay,
  type DayNumber,
} from './day-number.ts'

/** A time in which a service is to be given, both days included. */
export type Window = { dose: number | null; from: DayNumber; to: DayNumber }
export type Range = { from: DayNumber; to: DayNumber }
export type Birth = { day: DayNumber; calendar: CalendarDay }
export type Occurrence = { itemCode: string; dose: number | null; from: Day; to: Day }

/** Column notes of the package: 1 month = 30.4375 days. */
export const daysOfMonth = 30.4375
/** A child enters preschool at three months at the earliest (Luật Giáo dục 2019, Art. 23). */
const firstSchoolDay = 91

export function birthOf(bornOn: Day): Birth {
  const day = dayNumber(bornOn)
  return { day, calendar: calendarDay(day) }
}

type RhythmOf<Kind extends Rhythm['kind']> = Extract<Rhythm, { kind: Kind }>

function overlaps(window: Range, range: Range): boolean {
  return window.to >= range.from && window.from <= range.to
}

/** More days than a window of an age or a round can lie beside the ages of its item. */
const aside = 366

/** Most items are for another age: asked before their windows are made. */
function isOtherAge(item: PackageItem, birth: Birth, range: Range): boolean {
  return birth.day + item.fromDays - aside > range.to || birth.day + item.toDays + aside < range.from
}

/** Whole windows of so many months of age; a rest shorter than half a window is left out. */
function tile(birth: Birth, months: { from: number; to: number; step: number }, range: Range): Window[] {
  const windows: Window[] = []
  // The month that holds range.from is at most this far from birth; windows before it cannot overlap.
  const skipped = Math.floor(((range.from - birth.day) / daysOfMonth - 2 - months.from) / months.step)
  let start = months.from + Math.max(0, skipped) * months.step
  while (start < months.to) {
    const end = Math.min(start + months.step, months.to)
    const from = monthsLater(birth.calendar, start)
    if (from > range.to) break
    const window = { dose: null, from, to: monthsLater(birth.calendar, end) - 1 }
    if ((end - start) * 2 >= months.step && window.to >= range.from) windows.push(window)
    start = end
  }
  return windows
}

function everyWindows(item: PackageItem, rhythm: RhythmOf<'every'>, birth: Birth, range: Range): Window[] {
  if (isOtherAge(item, birth, range)) return []
  const from = Math.round(item.fromDays / daysOfMonth)
  const to = Math.round((item.toDays + 1) / daysOfMonth)
  if (!rhythm.then) return tile(birth, { from, to, step: rhythm.months }, range)
  const change = rhythm.then.fromMonths
  return [
    ...tile(birth, { from, to: change, step: rhythm.months }, range),
    ...tile(birth, { from: change, to, step: rhythm.then.months }, range),
  ]
}

function monthDay(year: number, text: string): DayNumber {
  return dayNumberFrom(year, Number(text.slice(0, 2)), Number(text.slice(3, 5)))
}

function campaignWindows(
  item: PackageItem,
  rhythm: RhythmOf<'campaign'>,
  birth: Birth,
  range: Range,
): Window[] {
  if (isOtherAge(item, birth, range)) return []
  const first = Math.max(calendarDay(range.from).year, birth.calendar.year)
  const last = Math.min(calendarDay(range.to).year, birth.calendar.year + Math.ceil(item.toDays / 365) + 1)
  const windows: Window[] = []
  for (let year = first; year <= last; year += 1) {
    for (const yearly of rhythm.windows) {
      const from = monthDay(year, yearly.from)
      const age = from - birth.day
      if (age < item.fromDays || age > item.toDays) continue
      const window = { dose: null, from, to: monthDay(year, yearly.to) }
      if (overlaps(window, range)) windows.push(window)
    }
  }
  return windows
}

/** School years begin in September; windows of January to May lie in the calendar year after. */
function schoolWindows(rhythm: RhythmOf<'school-year'>, birth: Birth, range: Range): Window[] {
  const first = Math.max(calendarDay(range.from).year - 1, birth.calendar.year + rhythm.fromAge)
  const last = Math.min(calendarDay(range.to).year, birth.calendar.year + rhythm.toAge)
  const windows: Window[] = []
  for (let year = first; year <= last; year += 1) {
    for (const yearly of rhythm.windows) {
      const inYear = yearly.from < '08' ? year + 1 : year
      const window = { dose: null, from: monthDay(inYear, yearly.from), to: monthDay(inYear, yearly.to) }
      if (window.from - birth.day >= firstSchoolDay && overlaps(window, range)) windows.push(window)
    }
  }
  return windows
}

/** The windows of an item that touch `range`, in order, whatever the child's other facts. */
export function windowsOf(item: PackageItem, birth: Birth, range: Range): Window[] {
  const rhythm = item.rhythm
  switch (rhythm.kind) {
    case 'once': {
      const window = { dose: null, from: birth.day + item.fromDays, to: birth.day + item.toDays }
      return overlaps(window, range) ? [window] : []
    }
    case 'doses':
      return rhythm.doses
        .map(({ dose, fromDays, toDays }) => ({ dose, from: birth.day + fromDays, to: birth.day + toDays }))
        .filter((window) => overlaps(window, range))
    case 'every':
      return everyWindows(item, rhythm, birth, range)
    case 'campaign':
      return campaignWindows(item, rhythm, birth, range)
    case 'school-year':
      return schoolWindows(rhythm, birth, range)
    case 'on-need':
      return []
  }
}

/** Whether the item can become due for this child by age and facts alone. */
export function isOwed(item: PackageItem, child: ChildFacts): boolean {
  return (
    item.audience !== 'pregnant-woman' &&
    item.rhythm.kind !== 'on-need' &&
    conditionsHold(item.conditions, child) === 'yes'
  )
}

/** The times in which the item is owed to the child, touching `between`; none for what is given on need. */
export function occurrences(
  item: PackageItem,
  child: ChildFacts,
  between: { from: Day; to: Day },
): Occurrence[] {
  if (!isOwed(item, child)) return []
  const range = { from: dayNumber(between.from), to: dayNumber(between.to) }
  const left = child.leftOn === null ? Infinity : dayNumber(child.leftOn)
  return windowsOf(item, birthOf(child.bornOn), range)
    .filter((window) => window.from <= left)
    .map((window) => ({
      itemCode: item.code,
      dose: window.dose,
      from: dayText(window.from),
      to: dayText(window.to),
    }))
}
