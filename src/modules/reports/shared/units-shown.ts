import type { Period } from '#base/period.ts'
import type { UnitStanding } from './contract.ts'

/** What the page of the units below shows: all, or one part of them. */
export const unitsShown = ['all', 'open', 'late', 'waiting', 'done'] as const
export type UnitsShown = (typeof unitsShown)[number]

type Standing = Pick<UnitStanding, 'state' | 'isLate'>

const isDone = ({ state }: Standing): boolean => state === 'accepted' || state === 'signed'
const isWaiting = ({ state }: Standing): boolean => state === 'sent'

/** Past its day and not here; who sent after the day is marked as late but needs no reminding. */
export function isLateStill(unit: Standing): boolean {
  return unit.isLate && !isWaiting(unit) && !isDone(unit)
}

/**
 * Whether a unit is among those shown. `open`: nothing has come from it, or it was returned; `late`: that, past the day;
 * `waiting`: sent, and waits for the unit above; `done`: accepted or signed.
 */
export function isShown(unit: Standing, shown: UnitsShown): boolean {
  switch (shown) {
    case 'all':
      return true
    case 'open':
      return !isWaiting(unit) && !isDone(unit)
    case 'late':
      return isLateStill(unit)
    case 'waiting':
      return isWaiting(unit)
    case 'done':
      return isDone(unit)
  }
}

/** The period to begin with: the second half of a year has no report of its own, the yearly one covers it. */
export function firstPeriod(periods: readonly Period[]): Period | undefined {
  const [current] = periods
  if (!current?.endsWith('-H2')) return current
  const year = current.slice(0, 4)
  return periods.find((period) => period === year) ?? current
}
