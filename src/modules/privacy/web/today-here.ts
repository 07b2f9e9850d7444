import { formatDay, vietnamDay, type Day } from '#base/day.ts'

export function todayHere(): Day {
  return vietnamDay(new Date())
}

/** The day of a moment, as people write it. */
export function dayOf(moment: string): string {
  return formatDay(vietnamDay(new Date(moment)))
}

/** 15/06/2026 09:00, in Viet Nam. */
export function momentHere(moment: string): string {
  const [, time = ''] = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().split('T')
  return `${dayOf(moment)} ${time.slice(0, 5)}`
}
