import { dayFrom, endOfMonth, type Day } from '#base/day.ts'

export type FoundDate = {
  start: number
  end: number
  /** The last day meant: the end of the month or quarter when no day is named. Undefined without a year. */
  day: Day | undefined
  /** MM-DD of that day. */
  monthDay: string
  year: number | undefined
}

const dayWords =
  /(?<![\d/.])(\d{1,2})\s*tháng\s*(\d{1,2})(?!\d)(?:\s*(?:năm|,)?\s*(?:năm\s*)?((?:19|20)\d{2}))?/gu
const daySlashes =
  /(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})(?:\s?[/.-]\s?((?:19|20)\d{2}))?(?![\d/]|[.-]\d|\s*%)/gu
const monthWords = /tháng\s*(\d{1,2})\s*(?:\/|-|\.|năm|,\s*năm)\s*((?:19|20)\d{2})/gu
/** "tháng 3 - 10/2023", "tháng 5 và tháng 9/2024": the last month. */
const monthRange = /tháng\s*\d{1,2}\s*(?:-|đến|và|,)\s*(?:tháng\s*)?(\d{1,2})\s*\/\s*((?:19|20)\d{2})/gu
const bareMonth = /tháng\s*(\d{1,2})(?![\d./-]|\s*(?:tuổi|đầu|năm|-))/gu
/** Of several quarters ("quý II, IV/2026") the last. */
const quarters =
  /(?:quý\s*(?:iv|iii|ii|i|[1-4])\s*(?:,|và|đến|-)\s*)*(?:(?<=quý\s*(?:iv|iii|ii|i|[1-4])\s*(?:,|và|đến|-)\s*)|quý\s*)(iv|iii|ii|i|[1-4])(?![\p{L}\d])(?:(?:\/|-|,|năm|\s)*((?:19|20)\d{2}))?/gu

/** Days, months and quarters in a key, from left to right, without overlaps. */
export function findDates(key: string): FoundDate[] {
  const found: FoundDate[] = []
  const add = (date: FoundDate | undefined): void => {
    if (date && !found.some((one) => date.start < one.end && one.start < date.end)) found.push(date)
  }
  for (const match of key.matchAll(monthRange)) add(dateOf(match, 'end', Number(match[1])))
  for (const match of key.matchAll(dayWords)) add(dateOf(match, Number(match[1]), Number(match[2])))
  for (const match of key.matchAll(daySlashes)) {
    const isDay = match[3] !== undefined || isDayContext(key, match)
    if (isDay) add(dateOf(match, Number(match[1]), Number(match[2])))
  }
  for (const match of key.matchAll(monthWords)) add(dateOf(match, 'end', Number(match[1])))
  for (const match of key.matchAll(bareMonth)) add(dateOf(match, 'end', Number(match[1])))
  for (const match of key.matchAll(quarters)) add(dateOf(match, 'end', quarterNumber(match[1] ?? '') * 3))
  const sorted = found.sort((one, other) => one.start - other.start)
  return sorted.map((date, index) => withListedYear(key, date, sorted[index + 1]))
}

/** "quý III, quý IV năm 2025", "05/6 và 30/11/2026": the year stands once, behind the last. */
function withListedYear(key: string, date: FoundDate, next: FoundDate | undefined): FoundDate {
  if (date.year !== undefined || next?.year === undefined) return date
  if (!/^\s*(?:,|và)\s*(?:ngày\s*)?$/u.test(key.slice(date.end, next.start))) return date
  const [month = 0, dayOfMonth = 0] = date.monthDay.split('-').map(Number)
  return { ...date, year: next.year, day: dayFrom(next.year, month, dayOfMonth) }
}

function dateOf(match: RegExpExecArray, date: number | 'end', month: number): FoundDate | undefined {
  if (month < 1 || month > 12) return undefined
  const text = match[0].trimEnd()
  const printed = /(?:19|20)\d{2}$/.exec(text)
  const year = printed ? Number(printed[0]) : undefined
  const sample = date === 'end' ? lastOf(year ?? 2023, month) : dayFrom(year ?? 2024, month, date)
  if (!sample) return undefined
  return {
    start: match.index,
    end: match.index + text.length,
    day: year ? sample : undefined,
    monthDay: sample.slice(5),
    year,
  }
}

/** Without a year only "05/6" is a day; "từ 2 - 5 tuổi" is an age and needs the word before it. */
function isDayContext(key: string, { 0: printed, index }: RegExpExecArray): boolean {
  const left = key.slice(Math.max(0, index - 12), index)
  if (!printed.includes('/')) return /ngày\s*:?\s*$/u.test(left)
  return /(?:ngày|trước|sau|đến|từ|là|hạn|\d\/\d{1,2}\s*(?:,|và))\s*:?\s*$/u.test(left)
}

function lastOf(year: number, month: number): Day {
  return endOfMonth(dayFrom(year, month, 1) ?? '2024-01-31')
}

function quarterNumber(text: string): number {
  return { i: 1, ii: 2, iii: 3, iv: 4 }[text] ?? Number(text)
}
