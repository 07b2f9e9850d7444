import { addDays, ageOn, type Day, daysBetween } from '#base/day.ts'
import { lmsAt, valueAt } from '#modules/growth/shared/lms.ts'
import { type Measured, standingFromDays } from '#modules/growth/shared/score-2006.ts'
import { findTable, type Standard, type TableName } from '#modules/growth/shared/standard.ts'
import type { SampleChild } from './population.ts'
import { type Chance, chanceFrom } from './random.ts'

export type SampleMeasurement = Measured & { measuredOn: Day }

/** Which WHO tables the curves are taken from, and between which days; the same seed gives the same children. */
export type GrowthQuestion = { seed: number; standard: Standard; today: Day }

/**
 * z-scores of length and of weight-for-length once the first two years have done their work: calibration.md section 1
 * (D): mean -1.40, SD 1.15 gives 30 % stunted as among the ethnic groups of Kon Tum, -0.80 some 15 %; -0.15 and 0.0
 * with SD 1.1 give 4.6 and 3.5 % wasted.
 */
const builds = {
  minority: { length: -1.4, weight: -0.15 },
  kinh: { length: -0.8, weight: 0 },
  lengthSd: 1.15,
  weightSd: 1.1,
} as const
/** At birth a child has lost little of it yet; the whole stands at two years. */
const lostAtBirth = 0.2
/** Some have had a season of illness: so many SD of weight less, for so many days. */
const illness = { share: 0.15, days: 80, z: 1.2 } as const
/** What scales and boards are off. */
const weightErrorKg = 0.03
const lengthErrorCm = 0.15

/** From 5 years the built-in tables have no curves: the median of WHO 2007 grows some 6 cm a year to 9 years. */
const lastDay2006 = 1826
const cmAYear = 6
/** Median BMI of WHO 2007 between 5 and 9 years, and what one SD adds, as a share. */
const schoolBmi = 15.5
const schoolBmiSd = 0.085

/** Normal by Box and Muller, mean 0 and SD 1, held within 3 SD. */
function normal(chance: Chance): number {
  const radius = Math.sqrt(-2 * Math.log(1 - chance.next()))
  const z = radius * Math.cos(2 * Math.PI * chance.next())
  return Math.min(3, Math.max(-3, z))
}

const toTenth = (value: number): number => Math.round(value * 10) / 10

type Build = { length: number; weight: number; illFrom: Day | undefined }

function buildOf(chance: Chance, { ethnicCode }: SampleChild, today: Day): Build {
  const mean = ethnicCode === '01' ? builds.kinh : builds.minority
  const length = mean.length + builds.lengthSd * normal(chance)
  const weight = mean.weight + builds.weightSd * normal(chance)
  const illFrom = chance.happens(illness.share) ? addDays(today, -chance.between(0, 720)) : undefined
  return { length, weight, illFrom }
}

/** Of whom, by which tables, how many days old. */
type Moment = { standard: Standard; sex: SampleChild['sex']; age: number }

/** The value of a table at a z-score, when the place `at` (days or cm) lies on it. */
function valueOf({ standard, sex }: Moment, name: TableName, at: number, z: number): number | undefined {
  const table = findTable(standard, name, sex)
  const lms = table && lmsAt(table, at)
  return lms && valueAt(z, lms)
}

function lengthAt(moment: Moment, z: number): number {
  const within = Math.min(moment.age, lastDay2006)
  const years = (moment.age - within) / 365.25
  return (valueOf(moment, 'lenhei', within, z) ?? 50) + years * cmAYear
}

function weightAt(moment: Moment, cm: number, z: number): number {
  const { age } = moment
  if (age > lastDay2006) return (cm / 100) ** 2 * schoolBmi * (1 + schoolBmiSd * z)
  const name = age < standingFromDays ? 'weight-for-length' : 'weight-for-height'
  return valueOf(moment, name, toTenth(cm), z) ?? valueOf(moment, 'weight', age, z) ?? 3
}

/**
 * What the scales would have shown on these days: a child keeps to its own line, some are ill for a season. Knows
 * neither the database nor the classes. `days` oldest first, each once, none before birth.
 */
export function measurementsOf(
  question: GrowthQuestion,
  child: SampleChild,
  days: readonly Day[],
): SampleMeasurement[] {
  const chance = chanceFrom(question.seed + 7919 * (child.key + 1))
  const { length, weight, illFrom } = buildOf(chance, child, question.today)
  return days.map((measuredOn) => {
    const age = ageOn(child.bornOn, measuredOn).days
    const moment = { standard: question.standard, sex: child.sex, age }
    const reached = Math.min(1, lostAtBirth + ((1 - lostAtBirth) * age) / (2 * 365))
    const ill = illFrom ? daysBetween(illFrom, measuredOn) : -1
    const weightZ = weight - (ill >= 0 && ill < illness.days ? illness.z : 0)
    const cm = lengthAt(moment, length * reached) + lengthErrorCm * normal(chance)
    const kg = weightAt(moment, cm, weightZ) + weightErrorKg * normal(chance)
    return {
      measuredOn,
      weightKg: toTenth(kg),
      lenheiCm: toTenth(cm),
      position: age < standingFromDays ? 'lying' : 'standing',
      ...{ oedema: false, headCm: null, armCm: null, tricepsMm: null, subscapularMm: null },
    }
  })
}
