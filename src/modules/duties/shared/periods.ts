import { z } from 'zod'
import { type Day, endOfMonth, formatDay } from '#base/day.ts'
import { periodName, periodRange } from '#base/period.ts'
import { roman } from '#base/roman.ts'

/**
 * What a duty is about: `2026`, `2026-H1`, `2026-9M`, `2026-Q2`, `2026-06`; for what follows an event, the day and the id of
 * the event: `2026-05-30.0190...`. Halves and years are written as reports write them.
 */
export const DutyPeriod = z
  .string()
  .regex(/^\d{4}(-(H[12]|9M|Q[1-4]|(0[1-9]|1[0-2])(-\d{2}\.[0-9a-f-]{36})?))?$/)
export type DutyPeriod = z.infer<typeof DutyPeriod>

/** `first-half`: once a year on 1/1-30/6, as TT 20/2025/TT-BYT asks; `half-and-year`: that and the whole year. */
export const Cycle = z.enum([
  'month',
  'june',
  'quarter',
  'half',
  'first-half',
  'half-and-year',
  '9-months',
  'year',
  'once',
  'event',
])
export type Cycle = z.infer<typeof Cycle>

/** The periods of a year on which is reported in this rhythm; none for what follows events. */
export function periodsOf(cycle: Cycle, year: number): DutyPeriod[] {
  const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
  const parts: Record<Cycle, string[]> = {
    month: months.map((month) => `-${month}`),
    june: ['-06'],
    quarter: ['-Q1', '-Q2', '-Q3', '-Q4'],
    half: ['-H1', '-H2'],
    'first-half': ['-H1'],
    'half-and-year': ['-H1', ''],
    '9-months': ['-9M'],
    year: [''],
    once: [''],
    event: [],
  }
  return parts[cycle].map((part) => `${year}${part}`)
}

/** `2026-Q1` is 2026. */
export function yearOf(period: DutyPeriod): number {
  return Number(period.slice(0, 4))
}

/** First and last day of a period: year, half, nine months, quarter or month. */
export function dutyRange(period: DutyPeriod): { from: Day; to: Day } {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  if (part === '' || part.startsWith('H')) return periodRange(period)
  if (part === '9M') return { from: `${year}-01-01`, to: `${year}-09-30` }
  if (part.startsWith('Q')) {
    const last = Number(part.slice(1)) * 3
    const month = (number: number) => `${year}-${String(number).padStart(2, '0')}-01`
    return { from: month(last - 2), to: endOfMonth(month(last)) }
  }
  if (part.length === 2) return { from: `${year}-${part}-01`, to: endOfMonth(`${year}-${part}-01`) }
  const day = period.slice(0, 10)
  return { from: day, to: day }
}

/** 'tháng 6 năm 2026', 'quý II năm 2026', 'ngày 30/05/2026'. */
export function dutyPeriodName(period: DutyPeriod, language: 'vi' | 'en' = 'vi'): string {
  const part = period.slice(5)
  if (part === '' || part.startsWith('H')) return periodName(period, language)
  const [vietnamese, english] = partNames(part, period)
  return language === 'vi' ? vietnamese : english
}

function partNames(part: string, period: DutyPeriod): [vi: string, en: string] {
  const year = period.slice(0, 4)
  if (part === '9M') return [`9 tháng đầu năm ${year}`, `first nine months of ${year}`]
  if (part.startsWith('Q')) {
    const quarter = roman(Number(part.slice(1)))
    return [`quý ${quarter} năm ${year}`, `quarter ${quarter} of ${year}`]
  }
  if (part.length === 2) return [`tháng ${Number(part)} năm ${year}`, `month ${Number(part)} of ${year}`]
  const day = formatDay(period.slice(0, 10))
  return [`ngày ${day}`, day]
}
