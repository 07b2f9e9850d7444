import { daysBetween, type Day } from '#base/day.ts'
import { periodRange } from '#base/period.ts'
import type { TrendPoint } from './contract.ts'
import type { IndicatorTarget } from './definition.ts'

/**
 * How a figure stands against its target (docs/decisions/0035-on-track.md). `reached`: the target is held. `on-track`:
 * its year has not ended, and the figure is on or beyond the straight line from the first half-year kept to the target
 * on 31/12 of its year. `behind`: neither. `none`: no target, or nobody counted.
 */
export type Progress = 'reached' | 'on-track' | 'behind' | 'none'

type Share = { numerator: number; denominator: number }
export type ProgressAsked = {
  share: Share
  target: IndicatorTarget | null
  asOf: Day
  /** The first half-year with figures. */
  start: TrendPoint | undefined
}

/** Whether a share in percent holds a target; whole numbers, so that 89.99 is not 90. */
export function holdsTarget(
  { numerator, denominator }: Share,
  { comparator, value }: IndicatorTarget,
): boolean {
  const [share, target] = [numerator * 100, value * denominator]
  switch (comparator) {
    case 'ge':
      return share >= target
    case 'gt':
      return share > target
    case 'le':
      return share <= target
    case 'lt':
      return share < target
  }
}

/** Where the straight line is on a day, in percent; undefined where there is none to go along. */
export function expectedOn({ target, asOf, start }: Omit<ProgressAsked, 'share'>): number | undefined {
  if (!target || !start || start.denominator === 0) return undefined
  const [begin, end] = [periodRange(start.period).to, `${target.year}-12-31`]
  if (asOf >= end || begin >= asOf) return undefined
  const first = (start.numerator * 100) / start.denominator
  return first + ((target.value - first) * daysBetween(begin, asOf)) / daysBetween(begin, end)
}

/** Reached, on track, behind, or none without a target or a denominator (docs/decisions/0035-on-track.md). */
export function progressOf(asked: ProgressAsked): Progress {
  const { share, target } = asked
  if (!target || share.denominator === 0) return 'none'
  if (holdsTarget(share, target)) return 'reached'
  const expected = expectedOn(asked)
  if (expected === undefined) return 'behind'
  const isUpward = target.comparator === 'ge' || target.comparator === 'gt'
  const value = (share.numerator * 100) / share.denominator
  return (isUpward ? value >= expected : value <= expected) ? 'on-track' : 'behind'
}
