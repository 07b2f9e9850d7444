import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { IndicatorValue, Place, WhyNotThen } from './contract.ts'
import { IndicatorCode } from './definition.ts'

/** Two periods of one place, two places in one period, or both; what is left out is the same on either side. */
export const CompareAsked = z.object({
  areaId: Id.optional(),
  period: Period.optional(),
  withAreaId: Id.optional(),
  withPeriod: Period.optional(),
})
export type CompareAsked = z.infer<typeof CompareAsked>

/** `refused`: the place was divided since, and has no figures of that period. */
export const Side = z.object({ area: Place, period: Period, asOf: Day, refused: WhyNotThen.nullable() })
export type Side = z.infer<typeof Side>

export const Compared = z.object({
  code: IndicatorCode,
  left: IndicatorValue.nullable(),
  right: IndicatorValue.nullable(),
  /** Left less right, in the unit of the indicator (points of percent); null where either is not known or hidden. */
  difference: z.number().nullable(),
})
export type Compared = z.infer<typeof Compared>

export const CompareReply = z.object({ left: Side, right: Side, values: z.array(Compared) })
export type CompareReply = z.infer<typeof CompareReply>
