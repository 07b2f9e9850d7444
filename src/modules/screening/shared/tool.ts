import { z } from 'zod'
import { Day } from '#base/day.ts'

const BothLanguages = z.object({ vi: z.string(), en: z.string() })

/** `not-seen` is not `no`: nobody could tell. */
export const Answer = z.enum(['yes', 'no', 'not-seen'])
export type Answer = z.infer<typeof Answer>

export const ToolItem = z.object({
  code: z.string(),
  /** Asked from this age on, and no longer after `toMonths`. */
  fromMonths: z.number(),
  toMonths: z.number().nullable(),
  /** Null where the text belongs to its maker: then only the number is shown. */
  text: BothLanguages.nullable(),
  /** The answer that is of concern (or earns the point). */
  concernAnswer: z.enum(['yes', 'no']),
  urgent: z.boolean(),
  field: z.string().nullable(),
})
export type ToolItem = z.infer<typeof ToolItem>

/** How answers become a result. Cut-offs are data with the tool's source. */
export const Scoring = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any-sign') }),
  z.object({ kind: z.literal('behind'), referFrom: z.int() }),
  z.object({ kind: z.literal('ready'), from: z.int() }),
  z.object({ kind: z.literal('points'), moderateFrom: z.int(), highFrom: z.int() }),
  z.object({
    kind: z.literal('cut-scores'),
    cuts: z.array(z.object({ fromMonths: z.number(), score: z.int() })),
  }),
])
export type Scoring = z.infer<typeof Scoring>

export const ReferralKind = z.enum(['developmental-screening', 'eye-ear', 'autism-diagnosis'])
export type ReferralKind = z.infer<typeof ReferralKind>

/** One version of a tool. `population`: a measure of groups, never of one child. */
export const Tool = z.object({
  tool: z.string(),
  version: z.string(),
  name: BothLanguages,
  purpose: z.enum(['child', 'population']),
  fromMonths: z.number(),
  toMonths: z.number(),
  inForceFrom: Day,
  retiredOn: Day.nullable(),
  source: z.string(),
  licence: z.string(),
  status: z.enum(['sourced', 'proposed']),
  answers: z.enum(['sign', 'skill', 'yes-no', 'codes']),
  scoring: Scoring,
  scheduleMonths: z.array(z.number()),
  serviceItems: z.array(z.string()),
  referralTo: ReferralKind.nullable(),
  items: z.array(ToolItem),
})
export type Tool = z.infer<typeof Tool>

export const ToolFile = z.object({ compiledOn: Day, tools: z.array(Tool) })
