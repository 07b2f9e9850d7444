import { z } from 'zod'
import { Id } from '#base/id.ts'
import type { PlanTarget } from './contract.ts'
import { wantsLess } from './compare-plans.ts'

/**
 * How a target is divided among the units below: by their children, by closing the same part of each unit's distance
 * to the whole, or by hand.
 */
export const SplitWay = z.enum(['children', 'baseline', 'hand'])
export type SplitWay = z.infer<typeof SplitWay>

export const SplitUnit = z.object({
  unitId: Id,
  name: z.string(),
  /** Children to 8 years: the weight of the unit. */
  children: z.int().min(0),
  baseline: z.number().nullable(),
  value: z.number().nullable(),
})
export type SplitUnit = z.infer<typeof SplitUnit>

export const TargetSplit = z.object({
  way: SplitWay.nullable(),
  units: z.array(SplitUnit),
  /** Counts are added up; rates are weighted by children. null while units have no value, or no child. */
  total: z.number().nullable(),
  /** Whether the units together reach what the plan sets. */
  isMet: z.boolean(),
})
export type TargetSplit = z.infer<typeof TargetSplit>

export const ChangeSplit = z.object({
  way: SplitWay,
  units: z
    .array(
      z.object({
        unitId: Id,
        value: z.number().min(0).max(1e9).nullable(),
        baseline: z.number().min(0).max(1e9).nullable(),
      }),
    )
    .max(500),
})
export type ChangeSplit = z.infer<typeof ChangeSplit>

type Aim = Pick<PlanTarget, 'measure' | 'comparator' | 'value' | 'valueTo' | 'unit' | 'year' | 'denominator'>
type Weighed = Pick<SplitUnit, 'unitId' | 'children' | 'baseline' | 'value'>

/** Rates mean the same in a large and in a small unit; counts are shared out. */
export function isRate({ unit, comparator }: Pick<Aim, 'unit' | 'comparator'>): boolean {
  return /^[%‰/]/.test(unit ?? '') || comparator === 'reduce' || comparator === 'increase'
}

/** The value of each unit, in their order. null where a way cannot tell: no baseline, no child anywhere. */
export function splitTarget(target: Aim, units: readonly Weighed[], way: SplitWay): (number | null)[] {
  if (way === 'hand') return units.map(({ value }) => value)
  if (way === 'baseline') return fromBaseline(target, units)
  if (isRate(target)) return units.map(() => target.value)
  return sharedOut(
    target.value,
    units.map(({ children }) => children),
  )
}

/**
 * Whole numbers that add up to the whole: each its share cut down, the rest to the largest remainders (Hamilton's way).
 */
export function sharedOut(whole: number, weights: readonly number[]): (number | null)[] {
  const sum = weights.reduce((one, other) => one + other, 0)
  if (sum === 0) return weights.map(() => null)
  const exact = weights.map((weight) => (whole * weight) / sum)
  const cut = exact.map(Math.floor)
  const rest = Math.round(whole) - cut.reduce((one, other) => one + other, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index)
  const lucky = new Set(byRemainder.slice(0, Math.max(rest, 0)).map(({ index }) => index))
  return cut.map((value, index) => value + (lucky.has(index) ? 1 : 0))
}

/** Each unit closes the same part of its distance to 100% (or to none), so that all together reach the target. */
function fromBaseline(target: Aim, units: readonly Weighed[]): (number | null)[] {
  if (units.some(({ baseline }) => baseline === null)) return units.map(() => null)
  const levels = units.map(({ baseline }) => baseline ?? 0)
  if (!isRate(target)) return sharedOut(target.value, levels)
  const end = wantsLess(target) ? 0 : target.unit === '%' ? 100 : target.value
  const today = weightedMean(units.map(({ children }, index) => ({ children, value: levels[index] ?? 0 })))
  if (today === null) return units.map(() => null)
  const part = end === today ? 0 : Math.min(1, Math.max(0, (target.value - today) / (end - today)))
  // Rounded towards the aim, to one place, so that the mean never falls short.
  const round = (value: number) =>
    (wantsLess(target) ? Math.floor(value * 10) : Math.ceil(value * 10 - 1e-9)) / 10
  return levels.map((level) => round(level + part * (end - level)))
}

function weightedMean(parts: readonly { children: number; value: number }[]): number | null {
  const sum = parts.reduce((total, { children }) => total + children, 0)
  return sum === 0 ? null : parts.reduce((total, one) => total + one.children * one.value, 0) / sum
}

/** What the units reach together, beside what the plan sets. */
export function checkSplit(target: Aim, units: readonly Weighed[]): Pick<TargetSplit, 'total' | 'isMet'> {
  const values = units.flatMap(({ children, value }) => (value === null ? [] : [{ children, value }]))
  if (values.length === 0 || values.length < units.length) return { total: null, isMet: false }
  const total = isRate(target) ? weightedMean(values) : values.reduce((sum, { value }) => sum + value, 0)
  if (total === null) return { total, isMet: false }
  const gap = wantsLess(target) ? target.value - total : total - target.value
  return { total: Math.round(total * 100) / 100, isMet: gap >= -0.005 }
}
