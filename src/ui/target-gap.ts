export type TargetComparator = 'eq' | 'ge' | 'gt' | 'le' | 'lt'

export type Count = { numerator: number; denominator: number }
export type PercentTarget = { comparator: TargetComparator; percent: number }

/** `missing`: so many more are needed; `excess`: so many fewer may be left. */
export type TargetGap = { state: 'reached' } | { state: 'missing' | 'excess'; count: number }

/** Whole people between a share and its target: 941 of 1,200 against 90 % lacks 139. */
export function targetGap({ numerator, denominator }: Count, target: PercentTarget): TargetGap {
  // Integers first: 0.9 * 1200 in floating point must not ask for one child too many.
  const needed = (target.percent * denominator) / 100
  const exact = Math.round(needed * 1e6) / 1e6
  if (target.comparator === 'le' || target.comparator === 'lt') {
    const most = target.comparator === 'le' ? Math.floor(exact) : Math.ceil(exact) - 1
    return numerator <= most ? { state: 'reached' } : { state: 'excess', count: numerator - most }
  }
  const least = target.comparator === 'gt' ? Math.floor(exact) + 1 : Math.ceil(exact)
  return numerator >= least ? { state: 'reached' } : { state: 'missing', count: least - numerator }
}
