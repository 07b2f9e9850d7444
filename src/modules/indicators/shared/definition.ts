import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Domain, Education } from '#modules/services/shared/contract.ts'

const BothLanguages = z.object({ vi: z.string(), en: z.string() })
const MaybeVietnamese = z.object({ vi: z.string().nullable(), en: z.string() })

/** Namespace and number of the text that orders the indicator: `ecd1437:reach-all`, `qd23:2`. */
export const IndicatorCode = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/)
export type IndicatorCode = z.infer<typeof IndicatorCode>

export const coverageKeys = ['all', ...Domain.options] as const
export const CoverageKey = z.enum(coverageKeys)
export type CoverageKey = z.infer<typeof CoverageKey>

const DosesOf = z.object({ itemCode: z.string(), doses: z.int().min(1) })

/**
 * How a share follows from the register and the records; every kind says of each child whether it belongs and
 * whether it is reached.
 * `coverage`: the six-domain rule of the services module; `item`: one service that fell due in the period;
 * `ever`: recorded at any time, for children under an age; `in-period`: recorded in the period;
 * `by-age`: all doses before an age, for children who reach it in the period; `enrolled`: where children learn
 * now, ages by completed months or by the year of birth as schools count.
 */
export const Formula = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coverage'), key: CoverageKey }),
  z.object({ kind: z.literal('item'), itemCode: z.string() }),
  z.object({ kind: z.literal('ever'), itemCode: z.string(), underMonths: z.int() }),
  z.object({ kind: z.literal('in-period'), itemCodes: z.array(z.string()), underMonths: z.int() }),
  z.object({ kind: z.literal('by-age'), days: z.int(), doses: z.array(DosesOf).min(1) }),
  z.object({
    kind: z.literal('enrolled'),
    by: z.enum(['months', 'school-year']),
    from: z.int(),
    to: z.int(),
    education: z.array(Education),
  }),
])
export type Formula = z.infer<typeof Formula>

export const Comparator = z.enum(['ge', 'gt', 'le', 'lt'])

/** The value to be held from this year on. */
export const IndicatorTarget = z.object({ year: z.int(), comparator: Comparator, value: z.number() })
export type IndicatorTarget = z.infer<typeof IndicatorTarget>

/** `computed` from what the product holds; `by-hand`: typed in with its source; `unknown`: no text defines it. */
export const Way = z.enum(['computed', 'by-hand', 'unknown'])
export type Way = z.infer<typeof Way>

export const IndicatorDefinition = z.object({
  code: IndicatorCode,
  name: BothLanguages,
  numerator: MaybeVietnamese.nullable(),
  denominator: MaybeVietnamese.nullable(),
  unit: BothLanguages,
  disaggregation: z.string().nullable(),
  period: z.string().nullable(),
  source: BothLanguages,
  lead: z.string().nullable(),
  targets: z.array(IndicatorTarget),
  targetTexts: z.object({ 2025: z.string().nullable(), 2030: z.string().nullable() }),
  /** Of our knowledge: `known` = sourced, `partial` = formula ours or open, `unknown` = name only. */
  status: z.enum(['known', 'partial', 'unknown']),
  way: Way,
  formula: Formula.nullable(),
  note: BothLanguages.nullable(),
})
export type IndicatorDefinition = z.infer<typeof IndicatorDefinition>

/** Completed years at the end of the period, both ends included. */
export const AgeBand = z.object({ key: z.string(), fromYears: z.int(), toYears: z.int() })
export type AgeBand = z.infer<typeof AgeBand>

export const IndicatorEdition = z.object({
  version: z.string(),
  title: BothLanguages,
  compiledOn: Day,
  source: z.string(),
  ageBands: z.array(AgeBand),
  definitions: z.array(IndicatorDefinition),
})
export type IndicatorEdition = z.infer<typeof IndicatorEdition>
