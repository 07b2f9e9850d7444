const upToOne = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const upToTwo = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** As Vietnamese write numbers, with two places at most: 1200 is '1.200', 13.5 is '13,5'. */
export function formatNumber(value: number): string {
  return upToTwo.format(value)
}

/** With one place at most: 9.24 is '9,2'. */
export function formatTenths(value: number): string {
  return upToOne.format(value)
}

/** Percent with one place at most: 78.4 is '78,4%'. */
export function formatPercent(percent: number): string {
  return `${formatTenths(percent)}%`
}

/**
 * A share of two counts in percent, cut down to one place: 999/1000 of a 100 % target must not read
 * as reached, so it is never rounded up.
 */
export function percentOf(numerator: number, denominator: number): number | undefined {
  return denominator > 0 ? Math.floor((numerator * 1000) / denominator) / 10 : undefined
}
