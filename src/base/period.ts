import { z } from 'zod'
import { addDays, type Day } from './day.ts'

/** A reporting period: a year (`2026`) or a half-year (`2026-H1`), after domain report-regime "6 months; year". */
export const Period = z.string().regex(/^\d{4}(-H[12])?$/)
export type Period = z.infer<typeof Period>

/** First and last day, both of them in the period. */
export function periodRange(period: Period): { from: Day; to: Day } {
  const year = period.slice(0, 4)
  if (period.endsWith('H1')) return { from: `${year}-01-01`, to: `${year}-06-30` }
  if (period.endsWith('H2')) return { from: `${year}-07-01`, to: `${year}-12-31` }
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** As reports name it in a sentence: "6 tháng đầu năm 2026". */
export function periodName(period: Period, language: 'vi' | 'en' = 'vi'): string {
  const year = period.slice(0, 4)
  if (period.endsWith('H1')) return language === 'vi' ? `6 tháng đầu năm ${year}` : `first half of ${year}`
  if (period.endsWith('H2')) return language === 'vi' ? `6 tháng cuối năm ${year}` : `second half of ${year}`
  return language === 'vi' ? `năm ${year}` : `year ${year}`
}

/** The half year or the year in which a day lies. */
export function periodOf(day: Day, length: 'half' | 'year'): Period {
  const year = day.slice(0, 4)
  if (length === 'year') return year
  return day.slice(5, 7) <= '06' ? `${year}-H1` : `${year}-H2`
}

/** The same period a year before: `2025-H1` before `2026-H1`. */
export function yearBefore(period: Period): Period {
  return `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
}

/** The period of the same length before: `2026-H1` after `2025-H2`, `2026` after `2025`. */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(periodRange(period).from, -1), period.includes('-') ? 'half' : 'year')
}
