import { z } from 'zod'
import { addMonths, Day, endOfMonth } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'
import { lunarDays } from './lunar-days.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))

export const Month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
export type Month = z.infer<typeof Month>

export const EventKind = z.enum(['meeting', 'campaign', 'festival', 'training', 'other'])
export type EventKind = z.infer<typeof EventKind>

const EventDetails = z.object({
  kind: EventKind,
  title: line(300),
  startsOn: Day,
  endsOn: Day,
  atTime: line(40).nullable(),
  place: line(200).nullable(),
  note: line(1000).nullable(),
})

export const AddEvent = EventDetails.extend({ id: Id, areaId: Id })
export type AddEvent = z.infer<typeof AddEvent>

export const EditEvent = EventDetails.extend({ version: z.int() })
export type EditEvent = z.infer<typeof EditEvent>

export const Observance = z.enum(['new-year', 'children-day', 'action-month', 'mid-autumn', 'school-opening'])
export type Observance = z.infer<typeof Observance>

/** One line of the calendar; the kinds say where it comes from. */
export const CalendarEntry = z.object({
  key: z.string(),
  kind: z.enum(['observance', 'task', 'plan', 'met', 'followup', 'event']),
  observance: Observance.nullable(),
  eventKind: EventKind.nullable(),
  title: z.string(),
  from: Day,
  to: Day,
  atTime: z.string().nullable(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  /** Where to read more; null for what has no page. */
  url: z.string().nullable(),
  isLate: z.boolean(),
  /** Of an event that may be changed here. */
  eventId: Id.nullable(),
  version: z.int(),
})
export type CalendarEntry = z.infer<typeof CalendarEntry>

export const Calendar = z.object({
  today: Day,
  month: Month,
  areaId: Id,
  areaName: z.string(),
  entries: z.array(CalendarEntry),
  /** False outside of the years whose lunar days are known. */
  knowsLunarDays: z.boolean(),
})
export type Calendar = z.infer<typeof Calendar>

/** First and last day, both of them in the month. */
export function monthRange(month: Month): { from: Day; to: Day } {
  const from = `${month}-01`
  return { from, to: endOfMonth(from) }
}

/** `2026-12` and 1 give `2027-01`. */
export function monthAfter(month: Month, count: number): Month {
  return addMonths(`${month}-01`, count).slice(0, 7)
}

type ObservedDays = { observance: Observance; from: Day; to: Day }

/**
 * The days of a year on which work for children gathers: the Action Month for children is June (Luật Trẻ em 2016,
 * Article 11), schools open on 05/9 (the yearly frame of the Ministry of Education), the festivals follow the moon.
 */
export function observancesOf(year: number): ObservedDays[] {
  const lunar = lunarDays[year]
  const day = (observance: Observance, on: Day): ObservedDays => ({ observance, from: on, to: on })
  return [
    ...(lunar ? [day('new-year', lunar.newYear)] : []),
    day('children-day', `${year}-06-01`),
    { observance: 'action-month', from: `${year}-06-01`, to: `${year}-06-30` },
    day('school-opening', `${year}-09-05`),
    ...(lunar ? [day('mid-autumn', lunar.midAutumn)] : []),
  ]
}

/** Also when it begins before the month or ends after it. */
export function overlapsMonth({ from, to }: { from: Day; to: Day }, month: Month): boolean {
  const range = monthRange(month)
  return from <= range.to && to >= range.from
}

/** The day in this month of a deadline of a plan: its date, or the yearly day of `before:MM-DD` and `fixed:MM-DD`. */
export function deadlineIn(
  month: Month,
  { date, rule }: { date: Day | null; rule: string | null },
): Day | undefined {
  if (date !== null) return date.startsWith(`${month}-`) ? date : undefined
  const monthDay = /^(?:before|fixed):(\d{2}-\d{2})$/.exec(rule ?? '')?.[1]
  const day = Day.safeParse(`${month.slice(0, 4)}-${monthDay ?? ''}`).data
  return day?.startsWith(`${month}-`) ? day : undefined
}
