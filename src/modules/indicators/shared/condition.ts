import { z } from 'zod'
import { Education } from '#modules/services/shared/contract.ts'
import { ScreeningResult } from '#modules/screening/shared/result.ts'
import { GrowthClass } from '#modules/growth/shared/classes.ts'
import { confidentialGroups } from '#modules/children/shared/confidential.ts'

const not = z.boolean().optional()
const AgeUnit = z.enum(['days', 'months', 'years'])
export type AgeUnit = z.infer<typeof AgeUnit>

/** `period`: between the first day of the period and the day of the figure; `birth`: up to the day after birth. */
const Within = z.enum(['ever', 'period', 'birth'])
export type Within = z.infer<typeof Within>

/** Weight, length, weight for length (BMI from 5 years), BMI, head, arm: columns of growth_facts. */
export const ZScore = z.enum(['wei', 'len', 'wfl', 'bmi', 'hc', 'ac'])
export type ZScore = z.infer<typeof ZScore>

/** A group whose very count points at a child's secret never enters a formula. */
const OpenGroup = z
  .int()
  .min(1)
  .max(14)
  .refine((group) => !confidentialGroups.includes(group), { error: 'indicators.group-confidential' })

/**
 * One thing that is true or not of a child on the day of the figure. Both ends of every span are included; `to: null`
 * has no end; `not` turns the answer round. What is not recorded is not true, so its opposite is.
 */
export const Fact = z.discriminatedUnion('fact', [
  /** Completed days, months or years; of a child who died, on the day of death. */
  z.object({ fact: z.literal('age'), not, unit: AgeUnit, from: z.int().min(0), to: z.int().nullable() }),
  /** Reaches so many days of age within the period. */
  z.object({ fact: z.literal('turns'), not, days: z.int().min(0).max(6000) }),
  /** Age as schools count: the year in which the school year began, less the year of birth. */
  z.object({
    fact: z.literal('school-age'),
    not,
    from: z.int().min(0).max(18),
    to: z.int().min(0).max(18),
  }),
  z.object({ fact: z.literal('sex'), not, sex: z.enum(['male', 'female']) }),
  /** Codes of 1979. */
  z.object({
    fact: z.literal('ethnic'),
    not,
    codes: z
      .array(z.string().regex(/^\d{2}$/))
      .min(1)
      .max(55),
  }),
  /** A known group that is neither Kinh nor foreign. */
  z.object({ fact: z.literal('minority'), not }),
  z.object({ fact: z.literal('poverty'), not, in: z.array(z.enum(['none', 'near-poor', 'poor'])).min(1) }),
  z.object({ fact: z.literal('disabled'), not }),
  z.object({ fact: z.literal('special'), not }),
  /** Where the child learns now. */
  z.object({ fact: z.literal('education'), not, in: z.array(Education).min(1) }),
  /** So many different doses, or services, of these were done. `days`: only up to that age. */
  z.object({
    fact: z.literal('service'),
    not,
    items: z.array(z.string().max(40)).min(1).max(40),
    doses: z.int().min(1).max(20),
    within: Within,
    days: z.int().min(0).max(6000).nullable(),
  }),
  z.object({ fact: z.literal('measured'), not, within: Within }),
  /** The newest believable z-score of the period, at least `from` and below `below`; without both: there is one. */
  z.object({
    fact: z.literal('z'),
    not,
    of: ZScore,
    from: z.number().min(-9).max(9).nullable(),
    below: z.number().min(-9).max(9).nullable(),
  }),
  /** The class of the newest measurement of the period. */
  z.object({ fact: z.literal('growth'), not, classes: z.array(GrowthClass).min(1) }),
  /** Weighed up to the day after birth; with `below`, less than so many kilograms. */
  z.object({ fact: z.literal('birth-weight'), not, below: z.number().min(0.3).max(9).nullable() }),
  /** Empty lists: by any tool, with any result. */
  z.object({
    fact: z.literal('screened'),
    not,
    tools: z.array(z.string().max(60)).max(20),
    results: z.array(ScreeningResult),
    within: Within,
  }),
  /** In one of these groups of special circumstances on the day (Luật Trẻ em 2016 Art. 10.1). */
  z.object({ fact: z.literal('circumstance'), not, groups: z.array(OpenGroup).min(1) }),
])
export type Fact = z.infer<typeof Fact>
export type FactOf<Name extends Fact['fact']> = Extract<Fact, { fact: Name }>

/** Every line must hold; of a line one fact is enough. */
export const Conditions = z.array(z.array(Fact).min(1).max(12)).max(12)
export type Conditions = z.infer<typeof Conditions>

/** `present`: lives in the place on the day; `born`, `died`: within the period, recorded in the register. */
export const Who = z.enum(['present', 'born', 'died'])
export type Who = z.infer<typeof Who>

export const ChildSet = z.object({ who: Who, where: Conditions })
export type ChildSet = z.infer<typeof ChildSet>
