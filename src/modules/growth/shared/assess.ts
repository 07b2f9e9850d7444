import { ageOn, type Day } from '#base/day.ts'
import { classes2006, classes2007, type GrowthClass } from './classes.ts'
import { ageOfDays, type Measured, type Score, score2006, type Index2006 } from './score-2006.ts'
import { score2007 } from './score-2007.ts'
import type { Sex, Standard } from './standard.ts'

/** The scores of one measurement by the standard of the child's age; from 60.0 months those of 2007. */
export type Assessment = {
  ageDays: number
  scores: Record<Index2006, Score | null>
  classes: GrowthClass[]
}

export type AssessedChild = { bornOn: Day; sex: Sex }

/**
 * Scores and classes of one measurement: kg, cm, mm. Below 60.0 months WHO 2006, from there WHO 2007. Never throws:
 * what cannot be scored is null, and `unknown` its class.
 */
export function assess(
  standard: Standard,
  { bornOn, sex }: AssessedChild,
  measuredOn: Day,
  measured: Measured,
): Assessment {
  const age = ageOfDays(ageOn(bornOn, measuredOn).days)
  const facts = { ageMonths: age.months, armCm: measured.armCm, oedema: measured.oedema }
  if (age.months < 60) {
    const scores = score2006(standard, sex, age, measured)
    return { ageDays: age.days, scores, classes: classes2006(scores, facts) }
  }
  const { weightKg, lenheiCm: heightCm, oedema } = measured
  const scores = score2007(standard, sex, age.months, { weightKg, heightCm, oedema })
  const { hfa: len, wfa: wei, bfa: bmi } = scores
  const other = { wfl: null, hc: null, ac: null, ts: null, ss: null }
  return { ageDays: age.days, scores: { ...other, len, wei, bmi }, classes: classes2007(scores, facts) }
}
