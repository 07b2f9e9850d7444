import type { Day } from '#base/day.ts'
import type { FiledTarget } from './filing.ts'
import { isReached } from './target-reached.ts'

/** `missed`: its year is over and it is not reached. `under-way`: short of the aim, with time left. */
export type TargetProgress = 'reached' | 'missed' | 'under-way' | 'no-figure'

/** What a target must reach, by the end of which year, and its typed value. */
type Aim = Pick<FiledTarget, 'comparator' | 'value' | 'valueTo' | 'year' | 'way' | 'handValue'>

/** The present value: counted where an indicator is tied and has one, else the one typed last. */
export function presentValue(
  { way, handValue }: Pick<Aim, 'way' | 'handValue'>,
  counted: number | null | undefined,
): number | null {
  return way === 'indicator' && typeof counted === 'number' ? counted : (handValue?.value ?? null)
}

/**
 * Where a target stands on a day. Without a figure, or where the figure alone cannot say ("giảm 5%"), nothing is
 * claimed: `no-figure`.
 */
export function targetProgress(
  target: Aim,
  { counted, today }: { counted: number | null | undefined; today: Day },
): TargetProgress {
  const now = presentValue(target, counted)
  const reached = now === null ? undefined : isReached(target, now)
  if (reached === undefined) return 'no-figure'
  if (reached) return 'reached'
  return target.year !== null && target.year < Number(today.slice(0, 4)) ? 'missed' : 'under-way'
}
