import { addDays, daysBetween, type Day } from '#base/day.ts'

/** Days from the first day of the last period to the expected birth (Naegele: 40 weeks). */
export const termDays = 280

/** A birth more than four weeks after term has happened long since; nobody wrote it down. */
export const overdueDays = 28

/** The first day of the last period: weeks of pregnancy count from it. */
export function firstDayOf(expectedOn: Day): Day {
  return addDays(expectedOn, -termDays)
}

/** Completed weeks of pregnancy on a day; undefined when the day is not within one. */
export function weeksOn(expectedOn: Day, day: Day): number | undefined {
  const days = daysBetween(firstDayOf(expectedOn), day)
  return days >= 0 && days <= termDays + overdueDays ? Math.floor(days / 7) : undefined
}

export type ExpectedReason = 'expected-too-late' | 'expected-too-early'

/** An expected day lies within 40 weeks ahead; one more than four weeks ago was a birth long since. */
export function expectedRefusal(expectedOn: Day, today: Day): ExpectedReason | undefined {
  const days = daysBetween(today, expectedOn)
  if (days > termDays) return 'expected-too-late'
  return days < -overdueDays ? 'expected-too-early' : undefined
}

/** A child is born between the 20th week and four weeks after term; anything else is a slip of the date. */
export function isBirthOf(expectedOn: Day, bornOn: Day): boolean {
  const weeks = weeksOn(expectedOn, bornOn)
  return weeks !== undefined && weeks >= 20
}
