import { addDays, addMonths, ageOn, daysBetween, type Day } from '#base/day.ts'

/** A child is a person under 16 (Luật Trẻ em 2016, Article 1). */
export const childUntilYears = 16

export type BirthReason = 'born-in-future' | 'too-old'

/** Why a birth date cannot be taken into the register on `today`; undefined when it can. */
export function birthRefusal(bornOn: Day, today: Day): BirthReason | undefined {
  if (daysBetween(bornOn, today) < 0) return 'born-in-future'
  if (ageOn(bornOn, today).years >= childUntilYears) return 'too-old'
  return undefined
}

export type DayReason = 'before-birth' | 'in-future' | 'too-old'

/** Why nothing that was done for a child can be recorded for this day; undefined when it can. */
export function dayRefusal(bornOn: Day, day: Day, today: Day): DayReason | undefined {
  if (day < bornOn) return 'before-birth'
  if (day > today) return 'in-future'
  return ageOn(bornOn, day).years >= childUntilYears ? 'too-old' : undefined
}

/** Birth dates of children whose completed years on `day` are from `fromYears` to `toYears`, both included. */
export function birthRange(
  day: Day,
  { fromYears, toYears }: { fromYears: number; toYears: number },
): { from: Day; to: Day } {
  return { from: addDays(addMonths(day, -12 * (toYears + 1)), 1), to: addMonths(day, -12 * fromYears) }
}
