import type { Day } from '#base/day.ts'

/**
 * Days as whole numbers (0 = 1970-01-01) for the rules that look at hundreds of windows for each child;
 * text dates made them ten times slower. Proleptic Gregorian calendar, algorithms after H. Hinnant,
 * "chrono-compatible low-level date algorithms".
 */
export type DayNumber = number

export type CalendarDay = { year: number; month: number; date: number }

export function dayNumberFrom(year: number, month: number, date: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

export function calendarDay(day: DayNumber): CalendarDay {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

const zero = 48

/** Two digits of a day's text; cutting texts and reading them as numbers took half of a child's time. */
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}

export function dayNumber(day: Day): DayNumber {
  return dayNumberFrom(twoDigits(day, 0) * 100 + twoDigits(day, 2), twoDigits(day, 5), twoDigits(day, 8))
}

/** Texts made so far: children share their rounds and terms, and some thousand days hold all the others. */
const texts = new Map<DayNumber, Day>()

export function dayText(day: DayNumber): Day {
  const known = texts.get(day)
  if (known !== undefined) return known
  const { year, month, date } = calendarDay(day)
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  texts.set(day, text)
  return text
}

/** Completed years of age, as `ageOn` of base counts them. */
export function completedYears(born: CalendarDay, on: CalendarDay): number {
  const isBefore = on.month < born.month || (on.month === born.month && on.date < born.date)
  return on.year - born.year - (isBefore ? 1 : 0)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The same date so many months later; the last day of the month where that date does not exist. */
export function monthsLater({ year, month, date }: CalendarDay, months: number): DayNumber {
  const index = year * 12 + month - 1 + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return dayNumberFrom(toYear, toMonth, Math.min(date, daysInMonth(toYear, toMonth)))
}
