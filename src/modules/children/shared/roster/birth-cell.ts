import { addDays, dayFrom, parseVietnameseDay, type Day } from '#base/day.ts'
import { fold, tidy } from '#base/text.ts'
import type { RosterCell } from './cell.ts'
import type { RefusalCode } from './reasons.ts'

export type BirthCell = { ok: true; day: Day } | { ok: false; code: RefusalCode }

/** Day 1 of a spreadsheet is 1/1/1900; because of its imaginary 29/2/1900 counting starts on 30/12/1899. */
const spreadsheetDayZero = '1899-12-30'

const isYear = (number: number) => number >= 1900 && number <= 2100

/** A birth date as people and spreadsheets write it. Nothing is guessed: a year or a month alone is refused. */
export function readBirth(cell: RosterCell): BirthCell {
  const text = tidy(cell.text)
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
    .replace(/^['’`]/, '')
  if (text === '') return { ok: false, code: 'birth-missing' }
  if (text.startsWith('#')) return { ok: false, code: 'formula-broken' }
  if (/^\d+(\.\d+)?$/.test(text)) return readNumber(text)
  return readText(text)
}

function readNumber(text: string): BirthCell {
  const number = Math.floor(Number(text))
  if (isYear(number) && text.length === 4) return { ok: false, code: 'birth-year-only' }
  // 1/1/1990 to 31/12/2069 as the day numbers of a spreadsheet.
  if (number >= 32874 && number <= 62092) return { ok: true, day: addDays(spreadsheetDayZero, number) }
  const compact = /^(\d{1,2})(\d{2})(\d{4})$/.exec(text)
  if (compact) return fromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return { ok: false, code: 'birth-unreadable' }
}

function readText(text: string): BirthCell {
  const day = parseVietnameseDay(text)
  if (day) return { ok: true, day }
  const folded = fold(text)
  const parts =
    /^(?:ngay )?(\d{1,2}) ?(?:[/.\-,\\ ]|thang) ?(\d{1,2}) ?(?:[/.\-,\\ ]|nam) ?(\d{2}|\d{4})$/.exec(
      folded,
    ) ?? /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(folded)
  if (parts) return fromParts(Number(parts[1]), Number(parts[2]), fullYear(parts[3] ?? ''))
  const isoLike = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(folded)
  if (isoLike) return fromParts(Number(isoLike[3]), Number(isoLike[2]), Number(isoLike[1]))
  if (/^(thang )?\d{1,2} ?([/.-]|nam) ?\d{4}$/.test(folded)) return { ok: false, code: 'birth-month-only' }
  if (/^nam \d{4}$/.test(folded)) return { ok: false, code: 'birth-year-only' }
  return { ok: false, code: 'birth-unreadable' }
}

/** Two digits of a child's birth year belong to this century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function fromParts(date: number, month: number, year: number): BirthCell {
  const day = dayFrom(year, month, date)
  if (day) return { ok: true, day }
  const isMonthFirst = month > 12 && month <= 31 && date <= 12
  return { ok: false, code: isMonthFirst ? 'birth-month-first' : 'birth-not-a-day' }
}
