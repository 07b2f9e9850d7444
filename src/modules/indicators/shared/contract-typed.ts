import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { IndicatorCode } from './definition.ts'

const Line = z.string().trim().min(3).max(300)

/** A figure from a document. A correction names the figure it replaces and says why. */
export const TypeFigure = z.object({
  id: Id,
  code: IndicatorCode,
  areaId: Id,
  period: Period,
  /** In the unit of the indicator. */
  value: z.number().min(-1e9).max(1e13),
  numerator: z.number().min(0).max(1e13).nullable().default(null),
  denominator: z.number().positive().max(1e13).nullable().default(null),
  /** Number and name of the document, or who counted. */
  source: Line,
  sourceOn: Day.nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
  replaces: Id.nullable().default(null),
  reason: Line.nullable().default(null),
})
export type TypeFigure = z.infer<typeof TypeFigure>

export const TypedFigure = z.object({
  id: Id,
  code: IndicatorCode,
  areaId: Id,
  period: Period,
  value: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unit: z.string(),
  source: z.string(),
  sourceOn: Day.nullable(),
  note: z.string().nullable(),
  typedBy: z.string(),
  typedAt: z.string(),
  replaces: Id.nullable(),
  reason: z.string().nullable(),
  /** When a correction took its place; null while it stands. */
  replacedAt: z.string().nullable(),
})
export type TypedFigure = z.infer<typeof TypedFigure>

/** With a code: everything ever typed for it, newest first. Without: the newest standing figure of each indicator. */
export const TypedAsked = z.object({ areaId: Id.optional(), code: IndicatorCode.optional() })
export type TypedAsked = z.infer<typeof TypedAsked>
