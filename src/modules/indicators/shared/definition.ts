import { z } from 'zod'
import { Day } from '#base/day.ts'
import { FacilityKind, FeatureKind } from '#modules/facilities/shared/contract.ts'
import { Audience } from '#modules/organisations/shared/contract-staff.ts'
import { Domain } from '#modules/services/shared/contract.ts'
import { ChildSet, Conditions } from './condition.ts'

const BothLanguages = z.object({ vi: z.string(), en: z.string() })
const MaybeVietnamese = z.object({ vi: z.string().nullable(), en: z.string() })

/** Namespace and number of the text that orders the indicator: `ecd1437:reach-all`, `qd23:2`. */
export const IndicatorCode = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/)
export type IndicatorCode = z.infer<typeof IndicatorCode>

export const coverageKeys = ['all', ...Domain.options] as const
export const CoverageKey = z.enum(coverageKeys)
export type CoverageKey = z.infer<typeof CoverageKey>

const Share = z.object({ kind: z.literal('share'), of: ChildSet, reached: Conditions.min(1) })
const Ratio = z.object({
  kind: z.literal('ratio'),
  numerator: ChildSet,
  denominator: ChildSet,
  per: z.union([z.literal(100), z.literal(1000), z.literal(100_000)]),
})
const Count = z.object({ kind: z.literal('count'), of: ChildSet })

/** Formulas that go child by child: whoever wants to can count them with a pencil. */
export const ChildFormula = z.discriminatedUnion('kind', [Share, Ratio, Count])
export type ChildFormula = z.infer<typeof ChildFormula>

/** What a commune or a village has on the day, of its own or in one of its villages. */
export const UnitThing = z.discriminatedUnion('thing', [
  z.object({ thing: z.literal('facility'), kinds: z.array(FacilityKind).min(1) }),
  z.object({ thing: z.literal('post'), audiences: z.array(Audience).min(1) }),
  z.object({ thing: z.literal('feature'), kinds: z.array(FeatureKind).min(1) }),
])
export type UnitThing = z.infer<typeof UnitThing>

/** Communes or villages that have it: their share, or how many. */
export const UnitFormula = z.object({
  kind: z.literal('units'),
  level: z.enum(['commune', 'village']),
  has: UnitThing,
  as: z.enum(['share', 'count']),
})
export type UnitFormula = z.infer<typeof UnitFormula>

/** What later modules know of communes; each has its source in `unitSources` (server/unit-sources.ts). */
export const ToldOfUnits = z.enum(['reports-in-time'])
export type ToldOfUnits = z.infer<typeof ToldOfUnits>

/** Of the communes of which a later module knows whether something holds, the share for which it does. */
export const ToldFormula = z.object({ kind: z.literal('told'), by: ToldOfUnits })
export type ToldFormula = z.infer<typeof ToldFormula>

/**
 * How a figure follows from the register and the records.
 * `coverage`: the six-domain rule of the services module; `item`: one service that fell due in the period; both are
 * kept as counters. `share`: of a set of children, those for whom conditions hold; `ratio`: one set of children
 * against another; `count`: how many; `units`: communes or villages that have something; `told`: communes of which a
 * later module says whether something holds.
 */
export const Formula = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('coverage'), key: CoverageKey }),
  z.object({ kind: z.literal('item'), itemCode: z.string() }),
  Share,
  Ratio,
  Count,
  UnitFormula,
  ToldFormula,
])
export type Formula = z.infer<typeof Formula>

/** Whether a figure is counted child by child, so that the children behind it can be listed. */
export function isChildFormula(formula: Formula): formula is ChildFormula {
  return formula.kind === 'share' || formula.kind === 'ratio' || formula.kind === 'count'
}

/** Whether places are counted, behind which no list of children stands. */
export function isOfUnits(formula: Formula | null): formula is UnitFormula | ToldFormula {
  return formula?.kind === 'units' || formula?.kind === 'told'
}

/** The figure is so many times numerator over denominator; null for a plain count. */
export function perOf(formula: Formula): number | null {
  if (formula.kind === 'ratio') return formula.per
  return formula.kind === 'count' || (formula.kind === 'units' && formula.as === 'count') ? null : 100
}

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
