import { periodName, type Period } from '#base/period.ts'
import { formatDay, type Day } from '#base/day.ts'
import { formatNumber, formatPercent, formatTenths } from '#base/numbers.ts'
import type { IndicatorValue } from './contract.ts'
import type { IndicatorTarget } from './definition.ts'

/** Percent, cut down to one place: 1,079 of 1,200 is 89,9 and never reads as a reached 90 %. */
export function shareOf(numerator: number, denominator: number): number | null {
  return rateOf({ numerator, denominator }, 100)
}

/** So many in a hundred, a thousand or a hundred thousand, cut down to one place. */
export function rateOf(
  { numerator, denominator }: { numerator: number; denominator: number },
  per: number,
): number | null {
  return denominator > 0 ? Math.floor((numerator * per * 10) / denominator) / 10 : null
}

/**
 * The target in force in a year: the latest one set for this year or an earlier one (what was to be reached by
 * 2025 must be held in 2026), else the first that comes.
 */
export function targetInForce(targets: readonly IndicatorTarget[], year: number): IndicatorTarget | null {
  const inOrder = targets.toSorted((a, b) => a.year - b.year)
  return inOrder.findLast((target) => target.year <= year) ?? inOrder[0] ?? null
}

/** How many more children are needed to reach a share; 0 when it is reached; null for a share to stay under. */
export function missingTo(
  { numerator, denominator }: { numerator: number; denominator: number },
  target: IndicatorTarget | null,
): number | null {
  if (target === null || target.comparator === 'le' || target.comparator === 'lt') return null
  // Integers first: 0.9 * 1200 in floating point must not ask for one child too many.
  const exact = Math.round(((target.value * denominator) / 100) * 1e6) / 1e6
  const needed = target.comparator === 'gt' ? Math.floor(exact) + 1 : Math.ceil(exact)
  return Math.max(0, Math.min(needed, denominator) - numerator)
}

type Worded = Pick<IndicatorValue, 'value' | 'unit' | 'numerator' | 'denominator' | 'asOf' | 'hidden'>

/** `78,4% (941/1.200), 6 tháng đầu năm 2026, tính đến 15/06/2026`; `9,2 trên 1.000 (3/325), ...`. */
export function valueInWords(value: Worded, period: Period): string {
  const { numerator, denominator, asOf, unit } = value
  const when = `${periodName(period)}, tính đến ${formatDay(asOf)}`
  if (value.hidden) return `không hiện vì số quá nhỏ, ${when}`
  if (value.value === null) return `chưa có số liệu ${when}`
  const figure = unit === '%' ? formatPercent(value.value) : `${formatTenths(value.value)} ${unit}`
  const hasCounts = numerator !== null && denominator !== null
  const counts = hasCounts ? ` (${formatNumber(numerator)}/${formatNumber(denominator)})` : ''
  return `${figure}${counts}, ${when}`
}

/** The calendar year in which the school year of a day began (1 September). */
export function schoolYearOf(day: Day): number {
  const year = Number(day.slice(0, 4))
  return day.slice(5) >= '09-01' ? year : year - 1
}
