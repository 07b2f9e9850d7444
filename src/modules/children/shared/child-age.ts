import { addDays, addMonths, ageOn, daysBetween, type Day } from '#base/day.ts'

/** A child is a person under 16 (Luật Trẻ em 2016, Article 1). */
export const childUntilYears = 16

/**
 * Upper limit in completed years of the programme for early years "đến 8 tuổi" (QĐ 1437/QĐ-TTg). Whether the
 * ninth year counts is not defined; the product counts children until the day they turn 9.
 */
export const earlyYearsUpTo = 8

export type BirthReason = 'born-in-future' | 'too-old'

/** Why a birth date cannot be taken into the register on `today`; undefined when it can. */
export function birthRefusal(bornOn: Day, today: Day): BirthReason | undefined {
  if (daysBetween(bornOn, today) < 0) return 'born-in-future'
  if (ageOn(bornOn, today).years >= childUntilYears) return 'too-old'
  return undefined
}

export function isEarlyYearsChild(bornOn: Day, day: Day, upTo: number = earlyYearsUpTo): boolean {
  const age = ageOn(bornOn, day)
  return age.days >= 0 && age.years <= upTo
}

/** Birth dates of children whose completed years on `day` are from `fromYears` to `toYears`, both included. */
export function birthRange(
  day: Day,
  { fromYears, toYears }: { fromYears: number; toYears: number },
): { from: Day; to: Day } {
  return { from: addDays(addMonths(day, -12 * (toYears + 1)), 1), to: addMonths(day, -12 * fromYears) }
}
