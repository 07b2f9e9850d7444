import { adjustedZScore, lmsAt, zScore } from './lms.ts'
import { bodyMassIndex, type Score, toScore } from './score-2006.ts'
import { findTable, type Sex, type Standard, type TableName } from './standard.ts'

export const indices2007 = ['hfa', 'wfa', 'bfa'] as const
export type Index2007 = (typeof indices2007)[number]
export type Scores2007 = Record<Index2007, Score | null>

export type Measured2007 = { weightKg: number | null; heightCm: number | null; oedema: boolean }

const fromMonths = 60
/** Height and BMI end with month 228; weight with the last day of the 120th completed month, as in WHO's survey. */
const isTooOld = (name: TableName, months: number) => (name === 'weight-2007' ? months >= 121 : months > 228)

/** WHO Reference 2007 for 5-19 years, by decimal months; nothing weight-based with oedema. */
export function score2007(
  standard: Standard,
  sex: Sex | null,
  ageMonths: number | null,
  { weightKg, heightCm, oedema }: Measured2007,
): Scores2007 {
  const ask = (name: TableName, y: number | null, limits: { below: number; above: number }): Score | null => {
    if (!sex || ageMonths === null || y === null || y <= 0) return null
    if (ageMonths < fromMonths || isTooOld(name, ageMonths)) return null
    const table = findTable(standard, name, sex)
    const lms = table && lmsAt(table, ageMonths)
    if (!lms) return null
    return toScore(name === 'height-2007' ? zScore(y, lms) : adjustedZScore(y, lms), limits)
  }
  const weight = oedema ? null : weightKg
  return {
    hfa: ask('height-2007', heightCm, { below: -6, above: 6 }),
    wfa: ask('weight-2007', weight, { below: -6, above: 5 }),
    bfa: ask('bmi-2007', bodyMassIndex(weight, heightCm), { below: -5, above: 5 }),
  }
}
