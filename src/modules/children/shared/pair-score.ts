import { daysBetween, type Day } from '#base/day.ts'
import { birthsAgree } from './birth.ts'
import type { BornPrecision, DuplicateReason, Sex } from './contract.ts'
import { swappedDayMonth } from './duplicates.ts'
import { type NameLikeness, nameLikeness, type SyllableCount } from './name-likeness.ts'

/** One record of the register beside another. Names as `spelledName` gives them; an unnamed child has none. */
export type PairSide = {
  name: readonly string[]
  bornOn: Day
  bornPrecision: BornPrecision
  sex: Sex
  hasPersonalId: boolean
  mother: readonly string[]
  phones: readonly string[]
  village: string | null
  household: string | null
}

export type PairScore = { score: number; reasons: DuplicateReason[] }

/** From here a person is asked to compare the two records. */
export const worthComparing = 0.5

/**
 * Weights of evidence, as logarithms to the base 2 of how much likelier a sign is on two records of one child than
 * on two children (Fellegi and Sunter 1969), rounded. The unknown weighs nothing.
 */
const weights = {
  name: { same: 7, 'typing-fault': 6, 'part-left-out': 4, 'other-marks': 0, different: -12 },
  // Two children of one name share a month or a year of birth far oftener than a day.
  born: { same: 8, swapped: 6, month: 5, near: 3, year: 2, other: -9 },
  mother: { same: 5, 'typing-fault': 4, 'part-left-out': 3, 'other-marks': 1, different: -5 },
  sex: { same: 1, other: -4 },
  phone: { shared: 4, none: 0 },
  village: { same: 2, other: -1 },
  household: { same: 3, other: -1 },
} as const

/** Two children of one register are this unlikely to be the same before anything is compared. */
const needed = 14

/** How likely two records are one child, 0 to 1, with the reasons. Two different numbers are two children. */
export function pairScore(a: PairSide, b: PairSide, count: SyllableCount): PairScore {
  const reasons: DuplicateReason[] = []
  const say = (reason: DuplicateReason | undefined, weight: number) => {
    if (reason) reasons.push(reason)
    return weight
  }
  if (a.hasPersonalId && b.hasPersonalId) return { score: 0, reasons: ['other-personal-id'] }
  const sum =
    nameWeight(a, b, { count, say }) +
    birthWeight(a, b, say) +
    say(a.sex === b.sex ? 'same-sex' : 'other-sex', a.sex === b.sex ? weights.sex.same : weights.sex.other) +
    motherWeight(a, b, { count, say }) +
    (a.phones.some((phone) => b.phones.includes(phone)) ? say('same-phone', weights.phone.shared) : 0) +
    placeWeight(a, b, say)
  return { score: 1 / (1 + 2 ** (needed - sum)), reasons }
}

type Say = (reason: DuplicateReason | undefined, weight: number) => number
type Judge = { count: SyllableCount; say: Say }

const nameReasons: Partial<Record<NameLikeness, DuplicateReason>> = {
  same: 'same-name',
  'typing-fault': 'close-name',
  'part-left-out': 'close-name',
  'other-marks': 'may-be-twins',
}

/** A newborn without a name is compared by everything else, and less is needed against its twin's name. */
function nameWeight(a: PairSide, b: PairSide, { count, say }: Judge): number {
  if (a.name.length === 0 || b.name.length === 0) return a.name.length === b.name.length ? 2 : 0
  const likeness = nameLikeness(a.name, b.name, count)
  return say(nameReasons[likeness], weights.name[likeness])
}

function birthWeight(a: PairSide, b: PairSide, say: Say): number {
  const precisions = [a.bornPrecision, b.bornPrecision]
  if (precisions.some((one) => one !== 'day')) {
    if (!birthsAgree(a, b)) return weights.born.other
    return say('compatible-birth', precisions.includes('year') ? weights.born.year : weights.born.month)
  }
  if (a.bornOn === b.bornOn) return say('same-birth-date', weights.born.same)
  if (swappedDayMonth(a.bornOn) === b.bornOn) return say('swapped-day-month', weights.born.swapped)
  return isOneDigitOff(a.bornOn, b.bornOn) ? say('close-birth-date', weights.born.near) : weights.born.other
}

/** One digit typed wrongly: 2021-03-07 and 2021-03-01, 2021-08-07, 2020-03-07. */
function isOneDigitOff(a: Day, b: Day): boolean {
  const differing = [...a].filter((digit, index) => digit !== b[index]).length
  return differing === 1 && Math.abs(daysBetween(a, b)) < 1500
}

function motherWeight(a: PairSide, b: PairSide, { count, say }: Judge): number {
  if (a.mother.length === 0 || b.mother.length === 0) return 0
  const likeness = nameLikeness(a.mother, b.mother, count)
  const isAlike = likeness === 'same' || likeness === 'typing-fault' || likeness === 'part-left-out'
  return say(isAlike ? 'same-mother' : undefined, weights.mother[likeness])
}

function placeWeight(a: PairSide, b: PairSide, say: Say): number {
  return (['village', 'household'] as const).reduce((sum, place) => {
    if (a[place] === null || b[place] === null) return sum
    const isSame = a[place] === b[place]
    return (
      sum + say(isSame ? `same-${place}` : undefined, isSame ? weights[place].same : weights[place].other)
    )
  }, 0)
}
