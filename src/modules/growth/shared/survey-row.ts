import { type Age, ageOfDays, ageOfMonths, type Measured, type Score, score2006 } from './score-2006.ts'
import { score2007 } from './score-2007.ts'
import type { Sex, Standard } from './standard.ts'
import {
  type Cell,
  type CellNote,
  readAge,
  readMeasure,
  readOedema,
  readPosition,
  readSex,
} from './survey-cells.ts'

/** The cells of a row by the lower-case names of their columns. */
export type SurveyCells = ReadonlyMap<string, string>
export type RowNote = {
  column: string
  note: CellNote | 'looks-like-grams' | 'looks-like-metres' | 'ages-differ'
}

export type Reference = 'who2006' | 'who2007'

/** A row of a survey file: age days win over age months when both are there. */
export type SurveyRow = { sex: Sex | null; age: Age | null; measured: Measured; notes: RowNote[] }

/** The columns that a file may have, by reference. */
export const inputColumns: Readonly<Record<Reference, readonly string[]>> = {
  who2006: [
    'sex',
    'age_days',
    'age_months',
    'weight_kg',
    'lenhei_cm',
    'measure',
    'oedema',
    'headc_cm',
    'armc_cm',
    'triskin_mm',
    'subskin_mm',
  ],
  who2007: ['sex', 'age_months', 'age_days', 'weight_kg', 'height_cm', 'oedema'],
}

/** No child of these ages weighs so much, or is so short: the unit is likely another. Nothing is converted. */
const gramsFrom = 200
const metresBelow = 2.5
const sameAgeMonths = 1.5

function unitNotes({ weightKg, lenheiCm }: Measured, heightColumn: string): RowNote[] {
  const found: RowNote[] = []
  if (weightKg !== null && weightKg >= gramsFrom)
    found.push({ column: 'weight_kg', note: 'looks-like-grams' })
  if (lenheiCm !== null && lenheiCm < metresBelow)
    found.push({ column: heightColumn, note: 'looks-like-metres' })
  return found
}

function differ(byDays: Age | null, byMonths: Age | null): boolean {
  return byDays !== null && byMonths !== null && Math.abs(byDays.months - byMonths.months) > sameAgeMonths
}

/**
 * One row of a survey file by the names of its columns; what was doubtful or could not be read is noted, never
 * changed silently.
 */
export function readSurveyRow(cells: SurveyCells, reference: Reference): SurveyRow {
  const notes: RowNote[] = []
  const heightColumn = reference === 'who2006' ? 'lenhei_cm' : 'height_cm'
  const take = <T>(column: string, read: (text: string) => Cell<T>): T => {
    const { value, note } = read(cells.get(column) ?? '')
    if (note) notes.push({ column, note })
    return value
  }
  const measured: Measured = {
    weightKg: take('weight_kg', readMeasure),
    lenheiCm: take(heightColumn, readMeasure),
    position: reference === 'who2006' ? take('measure', readPosition) : null,
    oedema: take('oedema', readOedema),
    headCm: take('headc_cm', readMeasure),
    armCm: take('armc_cm', readMeasure),
    tricepsMm: take('triskin_mm', readMeasure),
    subscapularMm: take('subskin_mm', readMeasure),
  }
  notes.push(...unitNotes(measured, heightColumn))
  const [days, months] = [take('age_days', readAge), take('age_months', readAge)]
  const byDays = days === null ? null : ageOfDays(days)
  const byMonths = months === null ? null : ageOfMonths(months)
  if (differ(byDays, byMonths)) notes.push({ column: 'age_days', note: 'ages-differ' })
  return { sex: take('sex', readSex), age: byDays ?? byMonths, measured, notes }
}

/** Names of the score columns and their flags, in the order in which they are written. */
export const outputColumns: Readonly<Record<Reference, readonly { z: string; flag: string }[]>> = {
  who2006: ['len', 'wei', 'wfl', 'bmi', 'hc', 'ac', 'ts', 'ss'].map((name) => ({
    z: `z${name}`,
    flag: `f${name}`,
  })),
  who2007: ['hfa', 'wfa', 'bfa'].map((name) => ({ z: `z${name}`, flag: `f${name}` })),
}

/** The scores of a row in the order of `outputColumns`. */
export function scoreRow(standard: Standard, reference: Reference, row: SurveyRow): (Score | null)[] {
  const { sex, age, measured } = row
  if (reference === 'who2006') {
    const { len, wei, wfl, bmi, hc, ac, ts, ss } = score2006(standard, sex, age, measured)
    return [len, wei, wfl, bmi, hc, ac, ts, ss]
  }
  const { weightKg, lenheiCm: heightCm, oedema } = measured
  const { hfa, wfa, bfa } = score2007(standard, sex, age?.months ?? null, { weightKg, heightCm, oedema })
  return [hfa, wfa, bfa]
}
