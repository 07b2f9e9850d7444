import type { FiledTarget } from '#modules/plans/shared/filing.ts'
import type { PlanResult } from './contract-results.ts'
import type { IndicatorValue } from './contract.ts'
import { Comparator, type IndicatorTarget } from './definition.ts'
import { holdsTarget } from './on-track.ts'
import { missingTo } from './rules.ts'

/** A result as it is known: computed, or typed for the target with its document. */
export type Known = Pick<
  IndicatorValue,
  'value' | 'numerator' | 'denominator' | 'unit' | 'hidden' | 'asOf' | 'source'
>

/** Whether a plain value holds a target; a change against an earlier year cannot be told from one value. */
function holds(value: number, comparator: FiledTarget['comparator'], target: number): boolean | undefined {
  const answers = new Map<string, boolean>([
    ['eq', value === target],
    ['ge', value >= target],
    ['gt', value > target],
    ['le', value <= target],
    ['lt', value < target],
  ])
  return answers.get(comparator)
}

type Asked = Pick<FiledTarget, 'comparator' | 'value' | 'unit' | 'year'>

/** Counts of a share in percent against a target in percent; undefined where they are not both. */
function shareOf({ unit }: Asked, known: Known): { numerator: number; denominator: number } | undefined {
  const { numerator, denominator } = known
  const isPercent = known.unit === '%' && (unit === null || unit === '%')
  return isPercent && numerator !== null && denominator !== null && denominator > 0
    ? { numerator, denominator }
    : undefined
}

/** As indicators say it: "100 %" without a word is to be reached like "at least"; a change is no target to hold. */
function toTarget({ comparator, value, year }: Asked): IndicatorTarget | null {
  const side = comparator === 'eq' ? 'ge' : Comparator.safeParse(comparator).data
  return side ? { comparator: side, value, year: year ?? 0 } : null
}

const stateOf = (held: boolean | undefined): PlanResult['state'] =>
  held === undefined ? 'none' : held ? 'reached' : 'short'

function judge(asked: Asked, value: number, known: Known): Pick<PlanResult, 'state' | 'missing'> {
  const [share, target] = [shareOf(asked, known), toTarget(asked)]
  if (!share || !target) return { state: stateOf(holds(value, asked.comparator, asked.value)), missing: null }
  return { state: stateOf(holdsTarget(share, target)), missing: missingTo(share, target) }
}

const nothing = { value: null, numerator: null, denominator: null, hidden: false, asOf: null, source: null }

/**
 * A target of a plan beside the result. In percent the counts decide, so that 89.99 % does not hold 90 %; the gap is
 * in children of the denominator of the result, for a share to be reached.
 */
export function planResultOf(target: FiledTarget, known: Known | undefined): PlanResult {
  const { id: targetId, text, indicatorCode: code, comparator, value: wanted, year } = target
  const common = { targetId, text, code, comparator, target: wanted, year }
  if (!known) return { ...common, ...nothing, unit: target.unit ?? '', state: 'none', missing: null }
  // Only what is named: an indicator's own target must not take the place of the plan's.
  const { unit, value, numerator, denominator, hidden, asOf, source } = known
  const figure = { value, numerator, denominator, hidden, asOf, source }
  const judged = value === null ? ({ state: 'none', missing: null } as const) : judge(target, value, known)
  return { ...common, ...figure, unit: target.unit ?? unit, ...judged }
}
