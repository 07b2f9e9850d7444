import { z } from 'zod'
import { addDays, addMonths, ageOn, type Day, daysBetween } from '#base/day.ts'
import { type GrowthClass, severityOf } from './classes.ts'

/** What the line of a child tells that a single point does not. */
export const Trend = z.enum(['falling', 'no-gain', 'losing', 'not-growing'])
export type Trend = z.infer<typeof Trend>

export type TrendPoint = {
  measuredOn: Day
  weightKg: number | null
  lenheiCm: number | null
  /** Weight-for-age, null when none or implausible. */
  weightZ: number | null
}

/** A fall of more than one line (1 SD) in weight-for-age within this time. */
const fallDays = 190
const fallZ = 1
/** Without gain for so long: under 1 year a month counts, later three (the rhythm of weighing of the package). */
const noGainDays = { infant: 28, later: 84 }
const lostShare = 0.05
const noLengthDays = 150

function weighed(points: readonly TrendPoint[]): TrendPoint[] {
  return points
    .filter(({ weightKg }) => weightKg !== null)
    .toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
}

function isFalling(points: readonly TrendPoint[]): boolean {
  const last = points.at(-1)
  if (!last || last.weightZ === null) return false
  const { weightZ, measuredOn } = last
  return points.some(
    (one) =>
      one.weightZ !== null &&
      daysBetween(one.measuredOn, measuredOn) <= fallDays &&
      one.weightZ - weightZ > fallZ,
  )
}

function hasNoGain(points: readonly TrendPoint[], bornOn: Day): boolean {
  const last = points.at(-1)
  if (!last || last.weightKg === null) return false
  const { years, months } = ageOn(bornOn, last.measuredOn)
  // A newborn may take two weeks to come back to its weight at birth; from 5 years weight moves slowly.
  if (months < 1 || years >= 5) return false
  const days = years < 1 ? noGainDays.infant : noGainDays.later
  const before = points.findLast(({ measuredOn }) => daysBetween(measuredOn, last.measuredOn) >= days)
  return before?.weightKg !== null && before !== undefined && last.weightKg <= before.weightKg
}

function isLosing(points: readonly TrendPoint[], bornOn: Day): boolean {
  const [before, last] = points.slice(-2)
  if (!before || !last || before.weightKg === null || last.weightKg === null) return false
  if (ageOn(bornOn, last.measuredOn).days < 14) return false
  return last.weightKg < before.weightKg * (1 - lostShare)
}

function isNotGrowing(points: readonly TrendPoint[], bornOn: Day): boolean {
  const long = points.filter(({ lenheiCm }) => lenheiCm !== null)
  const last = long.at(-1)
  if (!last || last.lenheiCm === null || ageOn(bornOn, last.measuredOn).years >= 5) return false
  const before = long.findLast(({ measuredOn }) => daysBetween(measuredOn, last.measuredOn) >= noLengthDays)
  return before?.lenheiCm !== null && before !== undefined && last.lenheiCm <= before.lenheiCm
}

/** The trends of a child's measurements that stand, in any order. Thresholds are ours, see the module's README. */
export function trendsOf(points: readonly TrendPoint[], bornOn: Day): Trend[] {
  const byDay = weighed(points)
  const all = points.toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1))
  const found: Trend[] = []
  if (isLosing(byDay, bornOn)) found.push('losing')
  if (isFalling(byDay)) found.push('falling')
  if (hasNoGain(byDay, bornOn)) found.push('no-gain')
  if (isNotGrowing(all, bornOn)) found.push('not-growing')
  return found
}

/** How serious classes and trends are together: a falling line needs somebody's attention by itself. */
export function stateSeverity(classes: readonly GrowthClass[], trends: readonly Trend[]): 0 | 1 | 2 | 3 {
  const worst = severityOf(classes)
  return worst === 0 && trends.length > 0 ? 1 : worst
}

/** When to weigh again: a week for acute malnutrition, a month when something is wrong, else the package's rhythm. */
export function nextWeighing(measuredOn: Day, bornOn: Day, severity: 0 | 1 | 2 | 3): Day {
  if (severity === 3) return addDays(measuredOn, 7)
  if (severity > 0) return addMonths(measuredOn, 1)
  const { years } = ageOn(bornOn, measuredOn)
  return addMonths(measuredOn, years < 2 ? 1 : years < 5 ? 3 : 6)
}
