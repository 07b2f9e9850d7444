const whole = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 })
const upToOne = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })
const upToTwo = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** 1200 is '1.200', 13.5 is '13,5'. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? whole.format(value) : upToTwo.format(value)
}

/** Percent with one decimal place at most: 78.4 is '78,4%'. */
export function formatPercent(percent: number): string {
  return `${upToOne.format(percent)}%`
}

/**
 * A share of two counts in percent, cut down to one place: 999/1000 of a 100 % target must not read
 * as reached, so it is never rounded up.
 */
export function percentOf(numerator: number, denominator: number): number | undefined {
  return denominator > 0 ? Math.floor((numerator * 1000) / denominator) / 10 : undefined
}

const moment = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** A moment (ISO, UTC) as people in Viet Nam read it: '22/11/2026 21:05'. */
export function formatMoment(iso: string): string {
  const parts = new Map(moment.formatToParts(new Date(iso)).map((part) => [part.type, part.value]))
  return `${parts.get('day')}/${parts.get('month')}/${parts.get('year')} ${parts.get('hour')}:${parts.get('minute')}`
}
