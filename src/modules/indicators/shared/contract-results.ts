import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { Comparator } from '#modules/plans/shared/contract.ts'
import { Place, WhyNotThen } from './contract.ts'

export const ResultsAsked = z.object({ areaId: Id.optional(), period: Period.optional() })
export type ResultsAsked = z.infer<typeof ResultsAsked>

/** `reached`, `short`: of a target that can be held; `none`: no result, or a target that says a change only. */
const ResultState = z.enum(['reached', 'short', 'none'])

/** A target of a plan with its year, and beside it what was reached. */
export const PlanResult = z.object({
  targetId: Id,
  text: z.string(),
  code: z.string().nullable(),
  comparator: Comparator,
  target: z.number(),
  year: z.int().nullable(),
  unit: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  hidden: z.boolean(),
  /** The day of the result, and the document where it was typed. */
  asOf: Day.nullable(),
  source: z.string().nullable(),
  state: ResultState,
  /** So many more children reach the plan's target; null where children are not counted in percent. */
  missing: z.int().nullable(),
})
export type PlanResult = z.infer<typeof PlanResult>

export const PlanResults = z.object({
  plan: z.object({ id: Id, title: z.string(), number: z.string().nullable(), areaName: z.string() }),
  area: Place,
  period: Period,
  asOf: Day,
  refused: WhyNotThen.nullable(),
  results: z.array(PlanResult),
})
export type PlanResults = z.infer<typeof PlanResults>
