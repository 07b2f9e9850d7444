import { addDays, type Day, daysBetween } from './day.ts'

/**
 * Days off besides Saturdays and Sundays, and Saturdays that are worked in exchange. `settledTo`: up to this day the
 * Prime Minister has set the calendar; later days follow from weekends and from holidays of a fixed date alone.
 */
export type WorkCalendar = { off: ReadonlySet<Day>; worked: ReadonlySet<Day>; settledTo: Day }

/**
 * Bộ luật Lao động 2019 Art. 112 and the yearly notices; held equal to db/reference/working-days by a test, where
 * each day has its name, its source and whether the source was seen.
 */
export const vietnamCalendar: WorkCalendar = {
  off: new Set([
    '2023-01-02',
    '2023-01-20',
    '2023-01-23',
    '2023-01-24',
    '2023-01-25',
    '2023-01-26',
    '2023-05-01',
    '2023-05-02',
    '2023-05-03',
    '2023-09-01',
    '2023-09-04',
    '2024-01-01',
    '2024-02-08',
    '2024-02-09',
    '2024-02-12',
    '2024-02-13',
    '2024-02-14',
    '2024-04-18',
    '2024-04-29',
    '2024-04-30',
    '2024-05-01',
    '2024-09-02',
    '2024-09-03',
    '2025-01-01',
    '2025-01-27',
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-04-07',
    '2025-04-30',
    '2025-05-01',
    '2025-05-02',
    '2025-09-01',
    '2025-09-02',
    '2026-01-01',
    '2026-02-16',
    '2026-02-17',
    '2026-02-18',
    '2026-02-19',
    '2026-02-20',
    '2026-04-27',
    '2026-04-30',
    '2026-05-01',
    '2026-08-31',
    '2026-09-01',
    '2026-09-02',
    '2026-11-24',
    '2027-01-01',
    '2027-04-16',
    '2027-04-30',
    '2027-05-03',
    '2027-09-02',
  ]),
  worked: new Set(['2024-05-04', '2025-04-26', '2026-08-22']),
  settledTo: '2026-12-31',
}

/** Monday to Friday unless off, and days that are worked in exchange (NĐ 56/2017/NĐ-CP counts by them). */
export function isWorkingDay(day: Day, calendar = vietnamCalendar): boolean {
  if (calendar.worked.has(day)) return true
  return !isWeekend(day) && !calendar.off.has(day)
}

/** 1/1/1970 was a Thursday: the third day of a week that begins on Monday as day 0. */
function isWeekend(day: Day): boolean {
  return (daysBetween('1970-01-01', day) + 3) % 7 >= 5
}

/** The day itself when it is worked, else the next working day. */
export function nextWorkingDay(day: Day, calendar = vietnamCalendar): Day {
  let next = day
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1)
  return next
}

/** The last day of a term of `count` working days. It begins on the day after the event (Bộ luật Dân sự 2015 Art. 147). */
export function addWorkingDays(event: Day, count: number, calendar = vietnamCalendar): Day {
  let day = event
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(addDays(day, 1), calendar)
  return day
}

export type DayKind = 'calendar' | 'working'

/**
 * The last day of a term. Of a term in calendar days that ends on a day off it is the next working day (Bộ luật Dân
 * sự 2015 Art. 148.5; for terms of public law unverified).
 */
export function termEnd(
  event: Day,
  { days, kind }: { days: number; kind: DayKind },
  calendar = vietnamCalendar,
): Day {
  if (kind === 'working') return addWorkingDays(event, days, calendar)
  return nextWorkingDay(addDays(event, days), calendar)
}
