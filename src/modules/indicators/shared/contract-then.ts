import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { IndicatorValue, Place, WhyNotThen } from './contract.ts'
import { IndicatorCode } from './definition.ts'

/** `now`: units as they are today; `then`: units as they were on the day. */
export const UnitsOf = z.enum(['now', 'then'])
export type UnitsOf = z.infer<typeof UnitsOf>

/** A place with its figures of the day, or the reason why there are none. Without a place: no village is recorded. */
export const PlaceThen = z.object({
  place: Place.nullable(),
  refused: WhyNotThen.nullable(),
  values: z.array(IndicatorValue),
})
export type PlaceThen = z.infer<typeof PlaceThen>

export const PastAsked = z.object({
  areaId: Id.optional(),
  day: Day,
  period: Period.optional(),
  units: UnitsOf.default('now'),
  /** Of the places below; one the board knows by itself when it is left out. */
  code: IndicatorCode.optional(),
})
export type PastAsked = z.infer<typeof PastAsked>

export const PastBoard = z.object({
  area: Place,
  /** Null: the units of that day have no place above within the grant. */
  above: Place.nullable(),
  day: Day,
  period: Period,
  units: UnitsOf,
  code: IndicatorCode,
  /** Indicators to choose from for the places below. */
  codes: z.array(IndicatorCode),
  /** The place itself; null where it did not exist then: its parts are the units it was made of. */
  whole: PlaceThen.nullable(),
  parts: z.array(PlaceThen),
})
export type PastBoard = z.infer<typeof PastBoard>
