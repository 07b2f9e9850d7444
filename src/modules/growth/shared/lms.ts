/** The distribution of a measure at one age or length: power, median, coefficient of variation. */
export type Lms = { l: number; m: number; s: number }

/**
 * Published values at rising points `at` (days, months or centimetres). Between two points L, M and S run straight,
 * as WHO prescribes between two 0.1 cm steps and two months; outside there is nothing.
 */
export type LmsTable = {
  at: readonly number[]
  l: readonly number[]
  m: readonly number[]
  s: readonly number[]
}

/** The place of the last point at or below `x`, by halving. */
function placeBelow(at: readonly number[], x: number): number {
  let low = 0
  let high = at.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((at[middle] ?? Number.POSITIVE_INFINITY) <= x) low = middle
    else high = middle - 1
  }
  return low
}

/** L, M and S at `x` (days, months or cm as the table counts); undefined outside of its points. */
export function lmsAt(table: LmsTable, x: number): Lms | undefined {
  const place = placeBelow(table.at, x)
  const [from, to] = [table.at[place], table.at[place + 1]]
  if (from === undefined || x < from) return undefined
  const share = x === from ? 0 : to === undefined ? Number.NaN : (x - from) / (to - from)
  if (Number.isNaN(share)) return undefined
  const between = (column: readonly number[]): number => {
    const start = column[place] ?? Number.NaN
    return share === 0 ? start : start + share * ((column[place + 1] ?? Number.NaN) - start)
  }
  return { l: between(table.l), m: between(table.m), s: between(table.s) }
}

/** z-score of Box and Cox: ((y/M)^L - 1) / (L S), or ln(y/M) / S where L is 0. */
export function zScore(y: number, { l, m, s }: Lms): number {
  return l === 0 ? Math.log(y / m) / s : ((y / m) ** l - 1) / (l * s)
}

/** The measure that has this z-score: the line of a chart. */
export function valueAt(z: number, { l, m, s }: Lms): number {
  return l === 0 ? m * Math.exp(s * z) : m * (1 + l * s * z) ** (1 / l)
}

/**
 * The z-score of a skewed measure (all but length, height and head). Beyond 3 SD the curve is replaced by straight
 * steps as wide as that from 2 to 3 SD: the tail of Box and Cox says too much there (WHO 2006, chapter 7).
 */
export function adjustedZScore(y: number, lms: Lms): number {
  const z = zScore(y, lms)
  if (z > 3) {
    const third = valueAt(3, lms)
    return 3 + (y - third) / (third - valueAt(2, lms))
  }
  if (z < -3) {
    const third = valueAt(-3, lms)
    return -3 + (y - third) / (valueAt(-2, lms) - third)
  }
  return z
}

/** To two decimals: the nearer of the two neighbours, at an exact half the even one; never -0. */
export function roundZ(z: number): number {
  const hundredths = Math.floor(z * 100)
  const low = hundredths / 100
  const high = (hundredths + 1) / 100
  const [below, above] = [z - low, high - z]
  const isLower = below < above || (below === above && hundredths % 2 === 0)
  return (isLower ? low : high) + 0
}
