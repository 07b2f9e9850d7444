import { z } from 'zod'

const millisecondsPerDay = 86_400_000

/** A calendar day without a time or zone, as `YYYY-MM-DD`. Only days that exist. */
export const Day = z.string().refine(isDay, { error: 'day.not-a-day' })
export type Day = z.infer<typeof Day>

/** Completed years, completed months in all (27 for two years and a quarter), and days in all. */
export type Age = { years: number; months: number; days: number }

const lastDates = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * `2026-02-31` has the right form, and JavaScript would take it for 3 March. By arithmetic: a reply holds a hundred days,
 * and making a Date of each took a twentieth of its time.
 */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, date } = parts(text)
  const isLeapDay = month === 2 && date === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return date >= 1 && (date <= (lastDates[month - 1] ?? 0) || isLeapDay)
}

/** Days since 1/1/1970. Counted in UTC, where every day has 24 hours. */
function toNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
}

function fromNumber(days: number): Day {
  return new Date(days * millisecondsPerDay).toISOString().slice(0, 10)
}

function parts(day: Day): { year: number; month: number; date: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

/** Month from 1 to 12. Undefined for a day that does not exist. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(text) ? text : undefined
}

/** `count` may be negative. */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count)
}

/** The same date `count` months later; the last day of the month where that date does not exist. */
export function addMonths(day: Day, count: number): Day {
  const { year, month, date } = parts(day)
  const index = year * 12 + (month - 1) + count
  const first = fromNumber(Date.UTC(Math.floor(index / 12), index % 12, 1) / millisecondsPerDay)
  const last = endOfMonth(first)
  return date > parts(last).date ? last : `${first.slice(0, 8)}${String(date).padStart(2, '0')}`
}

/** The last day of the month of a day. */
export function endOfMonth(day: Day): Day {
  const { year, month } = parts(day)
  return fromNumber(Date.UTC(year, month, 0) / millisecondsPerDay)
}

/** Days from the first to the second day; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/**
 * The age on `day`, as the law and WHO count it: a month is completed on the same date of a later month, and a child
 * born on the 31st completes a month of 30 days on the first of the next one. Negative before birth.
 */
export function ageOn(bornOn: Day, day: Day): Age {
  const born = parts(bornOn)
  const now = parts(day)
  const months = (now.year - born.year) * 12 + (now.month - born.month) - (now.date < born.date ? 1 : 0)
  return { years: Math.floor(months / 12), months, days: daysBetween(bornOn, day) }
}

/** As Vietnamese write it: 31/03/2020. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** Reads 31/3/2020, 31-03-2020, 31.3.2020 and 2020-03-31. Undefined for anything else, 31/02 included. */
export function parseVietnameseDay(text: string): Day | undefined {
  const trimmed = text.trim()
  if (isDay(trimmed)) return trimmed
  const match = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(trimmed)
  return match ? dayFrom(Number(match[3]), Number(match[2]), Number(match[1])) : undefined
}

/** Hours of the night in Viet Nam in which what takes long is done. */
const night = { from: 1, to: 5 }

export function isVietnamNight(moment: Date): boolean {
  const hour = (moment.getUTCHours() + 7) % 24
  return hour >= night.from && hour < night.to
}

/** The calendar day in Viet Nam (UTC+7 all year since 1975) at a moment. */
export function vietnamDay(moment: Date): Day {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

/** A moment as people in Viet Nam read it (UTC+7 all year): '15/06/2026 09:05'. */
export function formatMoment(moment: string): string {
  const here = new Date(Date.parse(moment) + 7 * 3_600_000).toISOString()
  return `${formatDay(here.slice(0, 10))} ${here.slice(11, 16)}`
}
