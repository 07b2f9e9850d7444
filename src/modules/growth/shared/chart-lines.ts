import { bodyMassIndex, correctedLenhei, ageOfDays, type Index2006, standingFromDays } from './score-2006.ts'
import type { StoredMeasurement } from './contract.ts'
import { lmsAt, valueAt } from './lms.ts'
import { daysInMonth, findTable, type Sex, type Standard, type TableName } from './standard.ts'

/** The lines of WHO's charts. */
export const lineZs = [-3, -2, 0, 2, 3] as const

export type ChartLine = { z: number; points: [number, number][] }
export type ChartPoint = { x: number; y: number; z: number | null; measurement: StoredMeasurement }

const tables: Readonly<Record<Index2006, TableName>> = {
  wei: 'weight',
  len: 'lenhei',
  wfl: 'weight-for-length',
  bmi: 'bmi',
  hc: 'head',
  ac: 'arm',
  ts: 'triceps',
  ss: 'subscapular',
}

const olderTables: Readonly<Partial<Record<Index2006, TableName>>> = {
  wei: 'weight-2007',
  len: 'height-2007',
  bmi: 'bmi-2007',
}

export type ChartAsked = { index: Index2006; sex: Sex; older: boolean }

type CurveAsked = { name: TableName; sex: Sex; steps: readonly number[]; scale: number }

function curve(standard: Standard, { name, sex, steps, scale }: CurveAsked): ChartLine[] {
  const table = findTable(standard, name, sex)
  if (!table) return []
  return lineZs.map((z) => ({
    z,
    points: steps.flatMap((step): [number, number][] => {
      const lms = lmsAt(table, step)
      return lms ? [[step / scale, valueAt(z, lms)]] : []
    }),
  }))
}

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, place) => from + place * step)

/** Ten years are enough: the register holds children up to 8. */
const olderMonths = range(60, 121, 1)

/** WHO's lines for an index: x in months, for weight-for-length in centimetres. */
export function chartLines(standard: Standard, { index, sex, older }: ChartAsked): ChartLine[] {
  if (index === 'wfl') {
    const lying = curve(standard, { name: 'weight-for-length', sex, steps: range(45, 85, 0.5), scale: 1 })
    const standing = curve(standard, {
      name: 'weight-for-height',
      sex,
      steps: range(85.5, 120, 0.5),
      scale: 1,
    })
    return lying.map(({ z, points }, place) => ({
      z,
      points: [...points, ...(standing[place]?.points ?? [])],
    }))
  }
  if (!older)
    return curve(standard, { name: tables[index], sex, steps: range(0, 1826, 14), scale: daysInMonth })
  const name = olderTables[index]
  return name ? curve(standard, { name, sex, steps: olderMonths, scale: 1 }) : []
}

function valueOf(index: Index2006, one: StoredMeasurement): number | null {
  const lenhei = correctedLenhei(one, one.ageDays === null ? null : ageOfDays(one.ageDays))
  const values = {
    wei: one.weightKg,
    wfl: one.weightKg,
    len: lenhei,
    bmi: bodyMassIndex(one.weightKg, lenhei),
    hc: one.headCm,
    ac: one.armCm,
    ts: one.tricepsMm,
    ss: one.subscapularMm,
  }
  return values[index]
}

/** The child's own points that belong on the chart, oldest first. */
export function chartPoints(
  measurements: readonly StoredMeasurement[],
  { index, older }: ChartAsked,
): ChartPoint[] {
  return measurements
    .flatMap((measurement): ChartPoint[] => {
      const { ageDays, undoneAt, scores } = measurement
      if (undoneAt !== null || ageDays === null) return []
      const months = ageDays / daysInMonth
      const y = valueOf(index, measurement)
      const x = index === 'wfl' ? correctedLenhei(measurement, ageOfDays(ageDays)) : months
      const isThere = index === 'wfl' ? months < 60 : months >= 60 === older
      return y === null || x === null || !isThere ? [] : [{ x, y, z: scores[index], measurement }]
    })
    .toSorted((a, b) => a.x - b.x)
}

/** Lying up to two years, standing later, unless the person says otherwise. */
export function usualPosition(ageDays: number): 'lying' | 'standing' {
  return ageDays < standingFromDays ? 'lying' : 'standing'
}
