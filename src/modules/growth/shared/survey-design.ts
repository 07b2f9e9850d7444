import { t975 } from './student-t.ts'

/** Where a child stands in a sample: its weight, its primary sampling unit and stratum (numbers of the design). */
export type Sampled = { weight: number; cluster: number; stratum: number }

/** Degrees of freedom of a design: sampling units less strata. */
export type Design = {
  units: readonly Sampled[]
  freedom: number
  unitsOfStratum: ReadonlyMap<number, number>
}

export type Estimate = { value: number; se: number; low: number; high: number }

/** How the sample was drawn: clusters within strata. Degrees of freedom are clusters less strata. */
export function surveyDesign(units: readonly Sampled[]): Design {
  const clusters = new Map<number, Set<number>>()
  for (const { stratum, cluster } of units) {
    const known = clusters.get(stratum) ?? new Set<number>()
    clusters.set(stratum, known.add(cluster))
  }
  const unitsOfStratum = new Map([...clusters].map(([stratum, known]) => [stratum, known.size]))
  const all = [...unitsOfStratum.values()].reduce((sum, count) => sum + count, 0)
  return { units, freedom: all - unitsOfStratum.size, unitsOfStratum }
}

/**
 * Variance of a total of linearised values (Taylor), between the sampling units of each stratum. A stratum with a
 * single unit counts with its distance from the mean of all, as survey programs do on `adjust`.
 */
function varianceOfTotal({ units, unitsOfStratum }: Design, values: readonly number[]): number {
  const strata = new Map<number, Map<number, number>>()
  units.forEach(({ stratum, cluster }, place) => {
    const totals = strata.get(stratum) ?? new Map<number, number>()
    totals.set(cluster, (totals.get(cluster) ?? 0) + (values[place] ?? 0))
    strata.set(stratum, totals)
  })
  let variance = 0
  for (const [stratum, totals] of strata) {
    const count = unitsOfStratum.get(stratum) ?? 1
    const sums = [...totals.values()]
    const mean = count > 1 ? sums.reduce((sum, one) => sum + one, 0) / count : 0
    const squares = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    variance += squares * (count > 1 ? count / (count - 1) : 1)
  }
  return variance
}

/** The members of a group that have a value; null leaves a child out. */
type Values = readonly (number | null)[]

function meanWithSe(design: Design, values: Values): { mean: number; se: number; total: number } | undefined {
  const weights = values.map((value, place) => (value === null ? 0 : (design.units[place]?.weight ?? 0)))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (total <= 0) return undefined
  const mean = weights.reduce((sum, weight, place) => sum + weight * (values[place] ?? 0), 0) / total
  const linearised = weights.map((weight, place) => (weight * ((values[place] ?? mean) - mean)) / total)
  return { mean, se: Math.sqrt(varianceOfTotal(design, linearised)), total }
}

/** Weighted mean with a 95 % interval by Student's t. */
export function estimateMean(design: Design, values: Values): (Estimate & { sd: number | null }) | undefined {
  const found = meanWithSe(design, values)
  if (!found) return undefined
  const { mean, se, total } = found
  const width = t975(design.freedom) * se
  const count = values.filter(
    (value, place) => value !== null && (design.units[place]?.weight ?? 0) > 0,
  ).length
  const squares = values.reduce<number>(
    (sum, value, place) =>
      value === null ? sum : sum + (design.units[place]?.weight ?? 0) * (value - mean) ** 2,
    0,
  )
  const sd = count > 1 ? Math.sqrt((squares / total) * (count / (count - 1))) : null
  return { value: mean, se, low: mean - width, high: mean + width, sd }
}

const fromLogit = (x: number) => 1 / (1 + Math.exp(-x))

/** Weighted share of ones with a 95 % interval on the logit scale; none or all have an interval of no width. */
export function estimateShare(design: Design, values: Values): Estimate | undefined {
  const found = meanWithSe(design, values)
  if (!found) return undefined
  const { mean, se } = found
  if (mean <= 0 || mean >= 1) return { value: mean, se, low: mean, high: mean }
  const centre = Math.log(mean / (1 - mean))
  const width = (t975(design.freedom) * se) / (mean * (1 - mean))
  return { value: mean, se, low: fromLogit(centre - width), high: fromLogit(centre + width) }
}
