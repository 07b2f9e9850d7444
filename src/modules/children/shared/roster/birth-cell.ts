import { addDays, dayFrom, parseVietnameseDay, type Day } from '#base/day.ts'
import { fold, tidy } from '#base/text.ts'
import { readBirthText } from '../birth.ts'
import type { BornPrecision } from '../contract.ts'
import type { RosterCell } from './cell.ts'
import type { RefusalCode } from './reasons.ts'

export type BirthCell = { ok: true; day: Day; precision: BornPrecision } | { ok: false; code: RefusalCode }

/** Day 1 of a spreadsheet is 1/1/1900; because of its imaginary 29/2/1900 counting starts on 30/12/1899. */
const spreadsheetDayZero = '1899-12-30'

const whole = (day: Day): BirthCell => ({ ok: true, day, precision: 'day' })

/** A birth date as people and spreadsheets write it; a month or a year alone is taken as such, with a note. */
export function readBirth(cell: RosterCell, today: Day): BirthCell {
  const text = tidy(cell.text)
    .replace(/[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/, '')
    .replace(/^['’`]/, '')
  if (text === '') return { ok: false, code: 'birth-missing' }
  if (text.startsWith('#')) return { ok: false, code: 'formula-broken' }
  const known = readBirthText(text, today)
  if (known && known.bornPrecision !== 'day')
    return { ok: true, day: known.bornOn, precision: known.bornPrecision }
  if (/^\d+(\.\d+)?$/.test(text)) return readNumber(text)
  return readText(text)
}

function readNumber(text: string): BirthCell {
  const number = Math.floor(Number(text))
  // 1/1/1990 to 31/12/2069 as the day numbers of a spreadsheet.
  if (number >= 32874 && number <= 62092) return whole(addDays(spreadsheetDayZero, number))
  const compact = /^(\d{1,2})(\d{2})(\d{4})$/.exec(text)
  if (compact) return fromParts(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  return { ok: false, code: 'birth-unreadable' }
}

function readText(text: string): BirthCell {
  const day = parseVietnameseDay(text)
  if (day) return whole(day)
  const folded = fold(text)
  const parts =
    /^(?:ngay )?(\d{1,2}) ?(?:[/.\-,\\ ]|thang) ?(\d{1,2}) ?(?:[/.\-,\\ ]|nam) ?(\d{2}|\d{4})$/.exec(
      folded,
    ) ?? /^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$/.exec(folded)
  if (parts) return fromParts(Number(parts[1]), Number(parts[2]), fullYear(parts[3] ?? ''))
  const isoLike = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(folded)
  if (isoLike) return fromParts(Number(isoLike[3]), Number(isoLike[2]), Number(isoLike[1]))
  return { ok: false, code: 'birth-unreadable' }
}

/** Two digits of a child's birth year belong to this century. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function fromParts(date: number, month: number, year: number): BirthCell {
  const day = dayFrom(year, month, date)
  if (day) return whole(day)
  const isMonthFirst = month > 12 && month <= 31 && date <= 12
  return { ok: false, code: isMonthFirst ? 'birth-month-first' : 'birth-not-a-day' }
}
