import type { Day } from './day.ts'

/** Days from a first to a last one, both included. Null: since always; until further notice. */
export type Span = { validFrom: Day | null; validTo: Day | null }

/** Whether something lasts on a day. */
export function isOn({ validFrom, validTo }: Span, day: Day): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day <= validTo)
}

/** Whether some day lies in both. */
export function overlaps(one: Span, other: Span): boolean {
  const endsBefore = (first: Span, second: Span) =>
    first.validTo !== null && second.validFrom !== null && first.validTo < second.validFrom
  return !endsBefore(one, other) && !endsBefore(other, one)
}
