import { adjustedZScore, lmsAt, roundZ, zScore } from './lms.ts'
import { daysInMonth, findTable, type Sex, type Standard, type TableName } from './standard.ts'

export type Position = 'lying' | 'standing'

/** What was measured, in kilograms, centimetres and, for skinfolds, millimetres; null = not measured. */
export type Measured = {
  weightKg: number | null
  lenheiCm: number | null
  position: Position | null
  oedema: boolean
  headCm: number | null
  armCm: number | null
  tricepsMm: number | null
  subscapularMm: number | null
}

/** `days` whole days after rounding, `months` as given, not rounded. */
export type Age = { days: number; months: number }

/** Age known in days: months of 30.4375 days, as the WHO macros convert it. */
export const ageOfDays = (days: number): Age => ({ days: Math.floor(days + 0.5), months: days / daysInMonth })
/** Age known in months only, decimals allowed: whole days by rounding half up, as WHO `anthro` does. */
export const ageOfMonths = (months: number): Age => ({ days: Math.floor(months * daysInMonth + 0.5), months })

/** A z-score to two decimals. Implausible values are flagged and kept; rates leave them out. */
export type Score = { z: number; flag: boolean }

export const indices2006 = ['len', 'wei', 'wfl', 'bmi', 'hc', 'ac', 'ts', 'ss'] as const
export type Index2006 = (typeof indices2006)[number]
export type Scores2006 = Record<Index2006, Score | null>

/** From this day a child's height is measured standing (24 months). */
export const standingFromDays = 731
/** The difference between lying length and standing height. */
const positionCm = 0.7
/** Below this age nobody stands to be measured: such a report is disbelieved. */
const standsFromMonths = 9
/** With the age unknown and no position, what is shorter is taken as lying. */
const lyingBelowCm = 87

/** Length as the tables want it: lying below 731 days, standing from there; 0.7 cm between the two. */
export function correctedLenhei({ lenheiCm, position }: Measured, age: Age | null): number | null {
  if (lenheiCm === null || lenheiCm <= 0) return null
  const believed = believedPosition(position, age)
  if (!age || !believed) return lenheiCm
  if (age.days < standingFromDays) return believed === 'standing' ? lenheiCm + positionCm : lenheiCm
  return believed === 'lying' ? lenheiCm - positionCm : lenheiCm
}

function believedPosition(position: Position | null, age: Age | null): Position | null {
  return position === 'standing' && age && age.months < standsFromMonths ? null : position
}

type Limits = { below: number; above: number }
const five: Limits = { below: -5, above: 5 }
const six: Limits = { below: -6, above: 6 }
const weightLimits: Limits = { below: -6, above: 5 }

/** Two decimals; flagged outside of the limits of WHO for implausible values, null when there is no number. */
export function toScore(raw: number, { below, above }: Limits): Score | null {
  if (!Number.isFinite(raw)) return null
  const z = roundZ(raw)
  return { z, flag: z < below || z > above }
}

type Question = { standard: Standard; sex: Sex; name: TableName; at: number; limits: Limits }
type Formula = typeof zScore

function ask({ standard, sex, name, at, limits }: Question, y: number | null, formula: Formula) {
  const table = findTable(standard, name, sex)
  const lms = y !== null && y > 0 && table ? lmsAt(table, at) : undefined
  return lms && y !== null ? toScore(formula(y, lms), limits) : null
}

const none: Scores2006 = {
  len: null,
  wei: null,
  wfl: null,
  bmi: null,
  hc: null,
  ac: null,
  ts: null,
  ss: null,
}

/** By age when it is known, else by position, else by the length itself. */
function isLyingTable({ position }: Measured, age: Age | null, lenheiCm: number): boolean {
  if (age) return age.days < standingFromDays
  return position ? position === 'lying' : lenheiCm < lyingBelowCm
}

const lengthRange = { from: 45, to: 110 }
const heightRange = { from: 65, to: 120 }

function weightForLenhei(standard: Standard, sex: Sex, age: Age | null, measured: Measured): Score | null {
  const lenhei = correctedLenhei(measured, age)
  if (lenhei === null || measured.oedema) return null
  const lying = isLyingTable(measured, age, lenhei)
  const range = lying ? lengthRange : heightRange
  if (lenhei < range.from || lenhei > range.to) return null
  const name = lying ? 'weight-for-length' : 'weight-for-height'
  return ask({ standard, sex, name, at: lenhei, limits: five }, measured.weightKg, adjustedZScore)
}

/** kg / m2; undefined ranges give null. */
export function bodyMassIndex(weightKg: number | null, heightCm: number | null): number | null {
  return weightKg === null || weightKg <= 0 || heightCm === null || heightCm <= 0
    ? null
    : weightKg / (heightCm / 100) ** 2
}

/** WHO Child Growth Standards 2006: eight indices, for children below 60.0 months (not rounded). */
export function score2006(
  standard: Standard,
  sex: Sex | null,
  age: Age | null,
  measured: Measured,
): Scores2006 {
  if (!sex || (age && (age.months < 0 || age.months >= 60))) return none
  const wfl = weightForLenhei(standard, sex, age, measured)
  if (!age) return { ...none, wfl }
  const by = (name: TableName, limits: Limits): Question => ({ standard, sex, name, at: age.days, limits })
  const lenhei = correctedLenhei(measured, age)
  const weight = measured.oedema ? null : measured.weightKg
  const { headCm, armCm, tricepsMm, subscapularMm } = measured
  return {
    len: ask(by('lenhei', six), lenhei, zScore),
    wei: ask(by('weight', weightLimits), weight, adjustedZScore),
    wfl,
    bmi: ask(by('bmi', five), bodyMassIndex(weight, lenhei), adjustedZScore),
    hc: ask(by('head', five), headCm, zScore),
    ac: ask(by('arm', five), armCm, adjustedZScore),
    ts: ask(by('triceps', five), tricepsMm, adjustedZScore),
    ss: ask(by('subscapular', five), subscapularMm, adjustedZScore),
  }
}
