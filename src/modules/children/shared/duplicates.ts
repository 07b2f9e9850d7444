import { z } from 'zod'
import { Day } from '#base/day.ts'
import { birthsAgree } from './birth.ts'
import { BornPrecision, type DuplicateReason, Sex } from './contract.ts'

/** What is compared. Names are folded (`foldedName`), so marks and capitals do not count; '' is a newborn without a name. */
export const ComparedChild = z.object({
  name: z.string(),
  bornOn: Day,
  bornPrecision: BornPrecision,
  sex: Sex,
  personalId: z.string().nullable(),
  mother: z.string().nullable(),
  /** Any text or id that is equal for the same village within one comparison. */
  village: z.string().nullable(),
  household: z.string().nullable(),
})
export type ComparedChild = z.infer<typeof ComparedChild>

export type Likeness = {
  /** 0 to 1; from `possibleFrom` a person must decide. */
  score: number
  reasons: DuplicateReason[]
  /** Nothing speaks against it and everything known is the same: the same child entered again. */
  certain: boolean
}

export const possibleFrom = 0.6

/** The same date with day and month exchanged (03/07 for 07/03); undefined when that is no other date. */
export function swappedDayMonth(day: Day): Day | undefined {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]
  return month === date || Number(date) > 12 ? undefined : `${year}-${date}-${month}`
}

const bothKnownAndEqual = (a: string | null, b: string | null) => a !== null && a === b
const bothKnownAndDifferent = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

/** At most one letter added, left out or changed. */
export function isOneLetterAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start += 1
  let end = 0
  const room = Math.min(a.length, b.length) - start
  while (end < room && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}

function givenName(name: string): string {
  return name.split(' ').at(-1) ?? ''
}

/** Same given name with a part left out or changed, or one letter off in a name of more than four letters. */
function isCloseName(a: string, b: string): boolean {
  if (givenName(a) === givenName(b)) return true
  return Math.min(a.length, b.length) > 4 && isOneLetterAway(a, b)
}

function nameReason(a: ComparedChild, b: ComparedChild): DuplicateReason | undefined {
  if (a.name !== '' && a.name === b.name) return 'same-name'
  return a.name !== '' && b.name !== '' && isCloseName(a.name, b.name) ? 'close-name' : undefined
}

/** Only the month or the year of birth is known: equal days then stand for something else. */
const isUnsure = ({ bornPrecision }: Pick<ComparedChild, 'bornPrecision'>) => bornPrecision !== 'day'

function birthReason(a: ComparedChild, b: ComparedChild): DuplicateReason | undefined {
  // The same roster read again says the same month again: that is the same date, as far as it is known.
  if (a.bornOn === b.bornOn && a.bornPrecision === b.bornPrecision) return 'same-birth-date'
  if (isUnsure(a) || isUnsure(b)) return birthsAgree(a, b) ? 'compatible-birth' : undefined
  return swappedDayMonth(a.bornOn) === b.bornOn ? 'swapped-day-month' : undefined
}

function reasonsOf(a: ComparedChild, b: ComparedChild): DuplicateReason[] {
  const pairs: [DuplicateReason, boolean][] = [
    ['same-personal-id', bothKnownAndEqual(a.personalId, b.personalId)],
    ['same-sex', a.sex === b.sex],
    ['same-mother', bothKnownAndEqual(a.mother, b.mother)],
    ['same-village', bothKnownAndEqual(a.village, b.village)],
    ['same-household', bothKnownAndEqual(a.household, b.household)],
    ['other-sex', a.sex !== b.sex],
    ['other-personal-id', bothKnownAndDifferent(a.personalId, b.personalId)],
  ]
  const found = pairs.filter(([, holds]) => holds).map(([reason]) => reason)
  return [nameReason(a, b), birthReason(a, b), ...found].filter((reason) => reason !== undefined)
}

/**
 * How likely two records are one child, with the reasons in words' codes (domain sheet "personal-id": the same
 * number; or same birth date and sex, name equal without marks, and same mother or village).
 * Twins share birth date and mother and often a close name: without an equal name nothing is ever certain.
 */
export function duplicateScore(a: ComparedChild, b: ComparedChild): Likeness {
  const reasons = reasonsOf(a, b)
  const has = (...all: DuplicateReason[]) => all.every((reason) => reasons.includes(reason))
  if (has('same-personal-id')) {
    return { score: 1, reasons, certain: has('same-name', 'same-birth-date', 'same-sex') }
  }
  const isAgainst = has('other-personal-id') || bothKnownAndDifferent(a.mother, b.mother)
  const score = Math.max(0, scoreWithoutNumber(a, b, has) - (isAgainst ? 0.3 : 0))
  if (has('same-name')) {
    const isSame = has('same-birth-date', 'same-sex') && isSureWithoutNumber(a, b)
    return { score, reasons, certain: isSame && !isAgainst }
  }
  return { score, reasons: score > 0 ? [...reasons, 'may-be-twins'] : reasons, certain: false }
}

type Has = (...all: DuplicateReason[]) => boolean

function scoreWithoutNumber(a: ComparedChild, b: ComparedChild, has: Has): number {
  if (has('same-name')) return has('compatible-birth') ? scoreOfUnsureBirth(a, b, has) : scoreOfSameName(has)
  // A newborn entered without a name and later with one, or a twin of it.
  const mayBeNamedLater = a.name === '' || b.name === '' || has('close-name')
  const isSameBirth = has('same-birth-date') || has('compatible-birth')
  return mayBeNamedLater && isSameBirth && has('same-mother') ? 0.6 : 0
}

function scoreOfSameName(has: Has): number {
  const isSamePlace = has('same-mother') || has('same-village') || has('same-household')
  if (has('same-birth-date', 'same-sex')) return isSamePlace ? 0.95 : 0.75
  if (has('swapped-day-month', 'same-sex') && isSamePlace) return 0.8
  return has('same-birth-date', 'same-mother') ? 0.7 : 0
}

/** Of one name and sex: a month is worth a question by itself, a year only with the same place or mother. */
function scoreOfUnsureBirth(a: ComparedChild, b: ComparedChild, has: Has): number {
  if (!has('same-sex')) return has('same-mother') ? 0.6 : 0
  if (has('same-mother') || has('same-village') || has('same-household')) return 0.8
  return a.bornPrecision === 'year' || b.bornPrecision === 'year' ? 0 : 0.6
}

/** Same mother and same village, both written down on both sides, and no contradiction of household. */
function isSureWithoutNumber(a: ComparedChild, b: ComparedChild): boolean {
  return (
    bothKnownAndEqual(a.mother, b.mother) &&
    !bothKnownAndDifferent(a.village, b.village) &&
    !bothKnownAndDifferent(a.household, b.household)
  )
}

/** The birth dates under which the same child may stand. */
export function comparedBirthDates(bornOn: Day): Day[] {
  const swapped = swappedDayMonth(bornOn)
  return swapped ? [bornOn, swapped] : [bornOn]
}
