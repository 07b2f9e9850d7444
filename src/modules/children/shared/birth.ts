import { dayFrom, type Day, endOfMonth, formatDay, parseVietnameseDay } from '#base/day.ts'
import { fold, tidy } from '#base/text.ts'
import type { BornPrecision } from './contract.ts'

export type Birth = { bornOn: Day; bornPrecision: BornPrecision }

/** How much of 'YYYY-MM-DD' is known. */
const knownLetters = { day: 10, month: 7, year: 4 } as const

/** Whether two births may be one: as far as both are known they are the same. */
export function birthsAgree(a: Birth, b: Birth): boolean {
  const known = Math.min(knownLetters[a.bornPrecision], knownLetters[b.bornPrecision])
  return a.bornOn.slice(0, known) === b.bornOn.slice(0, known)
}

/** The days on which the birth may have been. */
export function birthRange({ bornOn, bornPrecision }: Birth): { from: Day; to: Day } {
  if (bornPrecision === 'day') return { from: bornOn, to: bornOn }
  const year = bornOn.slice(0, 4)
  if (bornPrecision === 'year') return { from: `${year}-01-01`, to: `${year}-12-31` }
  return { from: `${bornOn.slice(0, 7)}-01`, to: endOfMonth(bornOn) }
}

/** Days that stand for a birth of which only the month or the year is known: the middle, else the first. */
function statedDays({ bornOn, bornPrecision }: Birth): Day[] {
  if (bornPrecision === 'month') return [`${bornOn.slice(0, 7)}-15`, `${bornOn.slice(0, 7)}-01`]
  return [`${bornOn.slice(0, 4)}-07-01`, `${bornOn.slice(0, 4)}-01-01`]
}

/**
 * The day from which age and services are counted. A month alone counts from its 15th, a year alone from 1 July, so
 * that ages are off by half of what is unknown at most (WHO Anthro takes the 15th too); where that day is still to
 * come, from the first day. What was stated before (`known`) stays while nobody learns more.
 */
export function statedBirth(birth: Birth, today: Day, known?: Birth): Birth {
  if (birth.bornPrecision === 'day') return birth
  if (known?.bornOn === birth.bornOn && known.bornPrecision === birth.bornPrecision) return birth
  const days = statedDays(birth)
  return { ...birth, bornOn: days.find((day) => day <= today) ?? days[1] ?? birth.bornOn }
}

/** "31/3/2020", "31032020", "3/2020", "tháng 3 năm 2020", "2020": as much of a birth date as is known. */
export function readBirthText(text: string, today: Day): Birth | undefined {
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim())
  const day = compact
    ? dayFrom(Number(compact[3]), Number(compact[2]), Number(compact[1]))
    : parseVietnameseDay(text)
  if (day) return { bornOn: day, bornPrecision: 'day' }
  const folded = fold(tidy(text))
  const month = /^(?:thang )?(\d{1,2}) ?(?:[/.-]|nam) ?(\d{4})$/.exec(folded)
  const first = month && dayFrom(Number(month[2]), Number(month[1]), 1)
  if (first) return statedBirth({ bornOn: first, bornPrecision: 'month' }, today)
  const year = /^(?:nam )?((?:19|20)\d{2})$/.exec(folded)
  const january = year && dayFrom(Number(year[1]), 1, 1)
  return january ? statedBirth({ bornOn: january, bornPrecision: 'year' }, today) : undefined
}

/** As it is typed: 31/03/2020, 05/2024, 2024. */
export function birthText({ bornOn, bornPrecision }: Birth): string {
  if (bornPrecision === 'day') return formatDay(bornOn)
  const year = bornOn.slice(0, 4)
  return bornPrecision === 'year' ? year : `${bornOn.slice(5, 7)}/${year}`
}

/** As it is read: 31/03/2020, tháng 5/2024, năm 2024. */
export function birthWords(birth: Birth): string {
  if (birth.bornPrecision === 'day') return formatDay(birth.bornOn)
  const year = birth.bornOn.slice(0, 4)
  return birth.bornPrecision === 'year' ? `năm ${year}` : `tháng ${Number(birth.bornOn.slice(5, 7))}/${year}`
}
