import { z } from 'zod'
import { ageOn, type Day, daysBetween } from '#base/day.ts'
import type { Assessment } from './assess.ts'
import { type Index2006, indices2006, type Measured } from './score-2006.ts'

/** What makes a value doubtful. The person looks again and corrects it, or confirms it: then it is kept with the mark. */
export const Doubt = z.enum([
  'weight-implausible',
  'lenhei-implausible',
  'weight-for-lenhei-implausible',
  'head-implausible',
  'arm-implausible',
  'skinfold-implausible',
  'weight-like-grams',
  'lenhei-like-metres',
  'weight-dropped',
  'weight-jumped',
  'shorter-than-before',
  'grew-too-fast',
  'standing-too-young',
])
export type Doubt = z.infer<typeof Doubt>

export type Before = { measuredOn: Day; weightKg: number | null; lenheiCm: number | null }

/** Heavier than this under 10 years is more likely grams; shorter than this more likely metres. */
const gramsFromKg = 150
const metresBelowCm = 20

/** A unit is never changed silently: the numbers that cannot be stored as they are. */
export function unitDoubts({ weightKg, lenheiCm }: Pick<Measured, 'weightKg' | 'lenheiCm'>): Doubt[] {
  const found: Doubt[] = []
  if (weightKg !== null && weightKg > gramsFromKg) found.push('weight-like-grams')
  if (lenheiCm !== null && lenheiCm < metresBelowCm) found.push('lenhei-like-metres')
  return found
}

const doubtOfFlag: Readonly<Record<Index2006, Doubt>> = {
  wei: 'weight-implausible',
  len: 'lenhei-implausible',
  wfl: 'weight-for-lenhei-implausible',
  bmi: 'weight-for-lenhei-implausible',
  hc: 'head-implausible',
  ac: 'arm-implausible',
  ts: 'skinfold-implausible',
  ss: 'skinfold-implausible',
}

/** A weight or length that is implausible by itself says more than that the two do not fit. */
function flagged({ scores }: Assessment): Doubt[] {
  const found = new Set(indices2006.filter((index) => scores[index]?.flag).map((index) => doubtOfFlag[index]))
  if (found.has('weight-implausible') || found.has('lenhei-implausible'))
    found.delete('weight-for-lenhei-implausible')
  return [...found]
}

/** A tenth of the weight lost, or a third gained within three months of the second year of life and later. */
const droppedShare = 0.1
const jumpedShare = 0.33
const jumpDays = 92
/** Lying and standing differ by 0.7 cm, two measurers by some millimetres. */
const shorterCm = 1.5
const cmPerMonth = { infant: 6, later: 2.5 }

function weightChange(before: Before, weightKg: number, days: number, infant: boolean): Doubt[] {
  if (before.weightKg === null) return []
  if (weightKg < before.weightKg * (1 - droppedShare)) return ['weight-dropped']
  const jumped = weightKg > before.weightKg * (1 + jumpedShare)
  return jumped && days <= jumpDays && !infant ? ['weight-jumped'] : []
}

function lengthChange(before: Before, lenheiCm: number, days: number, infant: boolean): Doubt[] {
  if (before.lenheiCm === null) return []
  const grown = lenheiCm - before.lenheiCm
  if (grown < -shorterCm) return ['shorter-than-before']
  const most = (infant ? cmPerMonth.infant : cmPerMonth.later) * (days / 30.4375) + 2
  return grown > most ? ['grew-too-fast'] : []
}

export type DoubtQuestion = {
  bornOn: Day
  measuredOn: Day
  measured: Measured
  assessment: Assessment
  /** The last measurement before this day. */
  before: Before | undefined
}

const standsFromMonths = 9

/** Everything doubtful about a measurement, before it is saved; the page and the server ask the same. */
export function doubtsAbout({ bornOn, measuredOn, measured, assessment, before }: DoubtQuestion): Doubt[] {
  const found = [...unitDoubts(measured), ...flagged(assessment)]
  const age = ageOn(bornOn, measuredOn)
  if (measured.position === 'standing' && age.months < standsFromMonths) found.push('standing-too-young')
  if (before) {
    const days = daysBetween(before.measuredOn, measuredOn)
    const infant = age.years < 1
    if (measured.weightKg !== null && age.days >= 14)
      found.push(...weightChange(before, measured.weightKg, days, infant))
    if (measured.lenheiCm !== null) found.push(...lengthChange(before, measured.lenheiCm, days, infant))
  }
  return found
}
