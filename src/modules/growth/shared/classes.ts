import { z } from 'zod'
import type { Score, Scores2006 } from './score-2006.ts'
import type { Scores2007 } from './score-2007.ts'

/**
 * Classes of WHO. Under 5: weight, length and weight-for-length below -2 and -3 SD, above +2 and +3 (QĐ 3779/QĐ-BYT 2019
 * for acute malnutrition: arm below 115 and 125 mm, oedema). From 5: BMI above +1 and +2, below -2 (WHO 2007).
 */
export const GrowthClass = z.enum([
  'severe-acute',
  'moderate-acute',
  'severe-underweight',
  'underweight',
  'severe-stunting',
  'stunting',
  'obesity',
  'overweight',
  'overweight-risk',
  'severe-thinness',
  'thinness',
  'small-head',
  'large-head',
  'to-check',
  'normal',
  'unknown',
])
export type GrowthClass = z.infer<typeof GrowthClass>

/** 3: see a doctor today; 2: treat; 1: advise and weigh again soon; 0: go on as usual. */
const severities: Readonly<Record<GrowthClass, 0 | 1 | 2 | 3>> = {
  'severe-acute': 3,
  'moderate-acute': 2,
  'severe-underweight': 2,
  underweight: 1,
  'severe-stunting': 2,
  stunting: 1,
  obesity: 2,
  overweight: 1,
  'overweight-risk': 0,
  'severe-thinness': 2,
  thinness: 1,
  'small-head': 1,
  'large-head': 1,
  'to-check': 0,
  normal: 0,
  unknown: 0,
}

/** The worst of the classes. */
export function severityOf(classes: readonly GrowthClass[]): 0 | 1 | 2 | 3 {
  return classes.reduce<0 | 1 | 2 | 3>((worst, one) => (severities[one] > worst ? severities[one] : worst), 0)
}

/** The worst first, so that the first word of a line is the one that matters. */
function sorted(classes: readonly GrowthClass[]): GrowthClass[] {
  return classes.toSorted((a, b) => severities[b] - severities[a])
}

type Believed = (score: Score | null) => number | null
const believed: Believed = (score) => (score && !score.flag ? score.z : null)

function below(z: number | null, severe: GrowthClass, moderate: GrowthClass): GrowthClass[] {
  if (z === null || z >= -2) return []
  return [z < -3 ? severe : moderate]
}

export type ClassFacts = { ageMonths: number; armCm: number | null; oedema: boolean }

const armMonths = { from: 6, to: 60 }
const severeArmCm = 11.5
const moderateArmCm = 12.5

/** Wasting by weight-for-length, arm or oedema; one of them is enough. */
function acute({ ageMonths, armCm, oedema }: ClassFacts, wfl: number | null): GrowthClass[] {
  const isArmAge = ageMonths >= armMonths.from && ageMonths < armMonths.to
  const arm = (isArmAge ? armCm : null) ?? Infinity
  const z = wfl ?? Infinity
  if (oedema || z < -3 || arm < severeArmCm) return ['severe-acute']
  return z < -2 || arm < moderateArmCm ? ['moderate-acute'] : []
}

function above(z: number | null, cuts: { obesity: number; overweight: number }): GrowthClass[] {
  if (z === null || z <= cuts.overweight) return []
  return [z > cuts.obesity ? 'obesity' : 'overweight']
}

/** With nothing worse to say: normal when something was scored, else unknown. */
function orNormal(classes: GrowthClass[], scores: readonly (Score | null)[]): GrowthClass[] {
  if (scores.some((score) => score?.flag)) classes.push('to-check')
  if (classes.length > 0) return sorted(classes)
  return scores.some((score) => score !== null) ? ['normal'] : ['unknown']
}

/**
 * Below 60 months, the worst first: WHO 2006 with -2 and -3 SD, for acute malnutrition also arm and oedema (QĐ
 * 3779/QĐ-BYT 2019).
 */
export function classes2006(scores: Scores2006, facts: ClassFacts): GrowthClass[] {
  const { len, wei, wfl, bmi, hc } = scores
  const fat = believed(wfl) ?? believed(bmi)
  const head = believed(hc)
  const found = [
    ...acute(facts, believed(wfl)),
    ...below(believed(wei), 'severe-underweight', 'underweight'),
    ...below(believed(len), 'severe-stunting', 'stunting'),
    ...above(fat, { obesity: 3, overweight: 2 }),
  ]
  if (head !== null && head < -2) found.push('small-head')
  if (head !== null && head > 2) found.push('large-head')
  if (found.length === 0 && fat !== null && fat > 1) found.push('overweight-risk')
  return orNormal(found, [len, wei, wfl, bmi, hc])
}

/** From 60 months, the worst first: BMI-for-age above +1 overweight, above +2 obesity (WHO Reference 2007). */
export function classes2007({ hfa, wfa, bfa }: Scores2007, facts: ClassFacts): GrowthClass[] {
  const found = [
    ...acute({ ...facts, armCm: null }, null),
    ...below(believed(bfa), 'severe-thinness', 'thinness'),
    ...below(believed(hfa), 'severe-stunting', 'stunting'),
    ...above(believed(bfa), { obesity: 2, overweight: 1 }),
  ]
  return orNormal(found, [hfa, wfa, bfa])
}
