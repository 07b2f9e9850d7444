import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Period } from '#base/period.ts'
import { Freshness, IndicatorValue, Place } from './contract.ts'

const Progress = z.enum(['reached', 'on-track', 'behind', 'none'])

/** A figure with its word, and how it moved since the period before in points of percent. */
export const LeaderFigure = z.object({
  value: IndicatorValue,
  progress: Progress,
  /** Percent that the straight line asks for on the day; null where there is no line. */
  expected: z.number().nullable(),
  change: z.number().nullable(),
})
export type LeaderFigure = z.infer<typeof LeaderFigure>

/** `rank`: 1 is the highest share; equal shares have one rank. Null: not shown, or nobody counted. */
export const LeaderUnit = LeaderFigure.extend({ rank: z.int().nullable() })
export type LeaderUnit = z.infer<typeof LeaderUnit>

/** One page for who decides: numbers of places only, nothing that names a child. */
export const LeaderBoard = Freshness.extend({
  area: Place,
  period: Period,
  /** The half-year that the changes are counted from; null when nothing is kept of it. */
  before: z.object({ period: Period, asOf: Day }).nullable(),
  all: LeaderFigure,
  domains: z.array(LeaderFigure),
  units: z.array(LeaderUnit),
})
export type LeaderBoard = z.infer<typeof LeaderBoard>
