import { type Period, periodRange } from '#base/period.ts'
import type { Day } from '#base/day.ts'
import type { TypeFigure } from './contract-typed.ts'
import type { IndicatorDefinition } from './definition.ts'

export type TypedRefusal =
  | 'indicators.typed-is-computed'
  | 'indicators.typed-not-defined'
  | 'indicators.typed-period-future'
  | 'indicators.typed-half-counts'
  | 'indicators.typed-not-the-share'
  | 'indicators.typed-without-reason'

/** A share or rate by its unit; undefined where value and counts need not agree (people, money, change). */
function perOfUnit(unit: string): number | undefined {
  const per = new Map([
    ['%', 100],
    ['trên 100', 100],
    ['trên 1.000', 1000],
    ['trên 100.000', 100_000],
  ])
  return per.get(unit)
}

/** Figures are published to one or two places: a tenth of a unit apart is rounding, more is a slip of the pen. */
const roundingStep = 0.1

type Typed = Pick<TypeFigure, 'period' | 'value' | 'numerator' | 'denominator' | 'replaces' | 'reason'>

/** Whether value and counts say the same, where the unit says how they hang together. */
function whyNotCounts({ value, numerator, denominator }: Typed, unit: string): TypedRefusal | undefined {
  if (numerator === null) return undefined
  if (denominator === null) return 'indicators.typed-half-counts'
  const per = perOfUnit(unit)
  const isApart = (share: number) => Math.abs(share - value) > roundingStep + 1e-9
  return per !== undefined && isApart((numerator * per) / denominator)
    ? 'indicators.typed-not-the-share'
    : undefined
}

/** Why a figure cannot be kept as it was typed; undefined when it can. */
export function whyNotTyped(
  figure: Typed,
  { way, unit }: Pick<IndicatorDefinition, 'way' | 'unit'>,
  today: Day,
): TypedRefusal | undefined {
  if (way === 'computed') return 'indicators.typed-is-computed'
  if (way === 'unknown') return 'indicators.typed-not-defined'
  if (periodRange(figure.period).from > today) return 'indicators.typed-period-future'
  if ((figure.replaces === null) !== (figure.reason === null)) return 'indicators.typed-without-reason'
  return whyNotCounts(figure, unit.vi)
}

/** The newest period first; of one year the whole stands after its halves. */
export function laterPeriodFirst(a: { period: Period }, b: { period: Period }): number {
  const key = ({ period }: { period: Period }) => `${periodRange(period).to} ${period.length === 4 ? 1 : 0}`
  return key(a) < key(b) ? 1 : -1
}
