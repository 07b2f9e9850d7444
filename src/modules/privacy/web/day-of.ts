import { formatDay, vietnamDay } from '#base/day.ts'

/** The day of a moment, as people write it. */
export function dayOf(moment: string): string {
  return formatDay(vietnamDay(new Date(moment)))
}
