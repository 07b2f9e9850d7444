import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { AreaKind } from '#modules/areas/shared/contract.ts'
import { Domain, Education } from '#modules/services/shared/contract.ts'
import { Fact } from './condition.ts'
import { IndicatorCode, IndicatorTarget } from './definition.ts'

export const breakdowns = ['sex', 'age', 'minority', 'ethnic', 'poverty', 'unit'] as const
/** `minority`: Kinh and the others; `ethnic`: each group; `unit`: the places directly below. */
export const Breakdown = z.enum(breakdowns)
export type Breakdown = z.infer<typeof Breakdown>

/** One part of a breakdown. `name` where the key says nothing to people: a place, an ethnic group. */
export const Group = z.object({ by: Breakdown, key: z.string(), name: z.string().nullable() })
export type Group = z.infer<typeof Group>

export const IndicatorValue = z.object({
  code: IndicatorCode,
  /** null = the whole area. */
  group: Group.nullable(),
  /** In `unit`; a share is cut down to one place, so that 89,96% does not read as 90%. null = no data. */
  value: z.number().nullable(),
  unit: z.string(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  /** The day that the figure speaks of. */
  asOf: Day,
  /** The target in force in the period's year. */
  target: IndicatorTarget.nullable(),
  /** So many more children reach the target; 0 when it is reached, null without a target. */
  missing: z.int().nullable(),
  /** Not shown, so that nobody can be recognised; then value, numerator, denominator and missing are null. */
  hidden: z.boolean(),
  /** The document a figure was typed from; null when it is computed. */
  source: z.string().nullable(),
})
export type IndicatorValue = z.infer<typeof IndicatorValue>

export const Place = z.object({ id: Id, name: z.string(), fullName: z.string(), kind: AreaKind })
export type Place = z.infer<typeof Place>

/** `pending`: children whose records changed a moment ago and who are being counted again. */
export const Freshness = z.object({ asOf: Day, pending: z.int() })
export type Freshness = z.infer<typeof Freshness>

export const ValuesAsked = z.object({
  areaId: Id.optional(),
  period: Period.optional(),
  /** A past day: the figures as they stood then, in the half-year of that day. */
  day: Day.optional(),
  by: Breakdown.optional(),
  /** Codes with commas between; without it all that are computed. */
  codes: z.string().max(4000).optional(),
})
export type ValuesAsked = z.infer<typeof ValuesAsked>

/**
 * Why a place has no figure of an earlier day. `part`: only parts of the named units became today's, or went to it;
 * `unplaced`: children of today's unit whose village does not say from which old unit they come; `wider`: its land lies
 * beyond the place of the grant too; `unknown`: no list says what stood here then; `ended`: a unit of the past has no
 * figure as a unit of today.
 */
export const WhyNotThen = z.object({
  reason: z.enum(['part', 'unplaced', 'wider', 'unknown', 'ended']),
  units: z.array(z.string()),
})
export type WhyNotThen = z.infer<typeof WhyNotThen>

export const ValuesReply = Freshness.extend({
  area: Place,
  period: Period,
  by: Breakdown.nullable(),
  values: z.array(IndicatorValue),
  /** Of a day before the place was divided; then there are no values. */
  refused: WhyNotThen.nullable(),
})
export type ValuesReply = z.infer<typeof ValuesReply>

export const TrendPoint = z.object({
  period: Period,
  code: IndicatorCode,
  numerator: z.int(),
  denominator: z.int(),
})
export type TrendPoint = z.infer<typeof TrendPoint>

export const Counts = z.object({ due: z.int(), got: z.int() })
export type Counts = z.infer<typeof Counts>

/** A figure that is shown otherwise than the records say. `child:<id>` names a child's status (domain masks). */
export const Difference = z.object({
  areaId: Id,
  areaName: z.string(),
  period: Period,
  key: z.string(),
  ageYears: z.int().nullable(),
  shown: Counts,
  recounted: Counts,
})
export type Difference = z.infer<typeof Difference>

/** `running`: a job is at it; `waiting`: records changed while it ran, ask again in a moment. */
export const RecountState = z.enum(['running', 'equal', 'different', 'waiting'])

export const Recount = z.object({
  id: Id,
  area: z.object({ id: Id, name: z.string() }),
  at: z.string(),
  periods: z.array(Period),
  state: RecountState,
  /** Communes to go through, and gone through so far. */
  communes: z.int(),
  communesDone: z.int(),
  /** Children looked at, and figures compared. */
  children: z.int(),
  figures: z.int(),
  /** At most 200; `differenceCount` is the whole. */
  differences: z.array(Difference),
  differenceCount: z.int(),
  /** Communes that could not be compared for now. */
  waiting: z.array(z.string()),
})
export type Recount = z.infer<typeof Recount>

export const AskRecount = z.object({ id: Id, areaId: Id.optional(), period: Period.optional() })
export type AskRecount = z.infer<typeof AskRecount>

export const Board = Freshness.extend({
  area: Place,
  above: Place.nullable(),
  period: Period,
  /** Periods with figures, newest first. */
  periods: z.array(Period),
  packageVersion: z.string(),
  /** Children with something due: early in a period few are, and the shares are high. Null: not to be seen. */
  assessed: z.int().nullable(),
  values: z.array(IndicatorValue),
  units: z.array(IndicatorValue),
  trend: z.array(TrendPoint),
  /** Periods before a division: they are told of units of that day only, and have no point in the trend. */
  refused: WhyNotThen.nullable(),
  /** Places below of which the same is true; they are not among `units`. */
  refusedUnits: z.array(z.object({ place: Place, refused: WhyNotThen })),
  recount: Recount.nullable(),
})
export type Board = z.infer<typeof Board>

export const Membership = z.enum(['missing', 'reached', 'all'])
export type Membership = z.infer<typeof Membership>

export const ChildrenBehind = z.object({
  code: IndicatorCode,
  areaId: Id.optional(),
  period: Period.optional(),
  which: Membership.default('missing'),
  by: Breakdown.optional(),
  key: z.string().max(60).optional(),
  /** The last child already shown. */
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ChildrenBehind = z.infer<typeof ChildrenBehind>

/** Why a child is not reached: a service that was due and not got, or where the child learns. */
export const Reason = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('service'),
    domain: Domain,
    itemCode: z.string(),
    name: z.object({ vi: z.string(), en: z.string() }),
    dose: z.int().nullable(),
    /** The last day on which it was to be given. */
    until: Day.nullable(),
    /** Refused by the family, or not to be given for a medical reason: nothing can be made up for. */
    declined: z.boolean(),
  }),
  /** A line of the formula that does not hold, and what is recorded where the child learns. */
  z.object({ kind: z.literal('condition'), line: z.array(Fact), education: Education.nullable() }),
])
export type Reason = z.infer<typeof Reason>

export const ChildBehind = z.object({
  childId: Id,
  fullName: z.string(),
  bornOn: Day,
  sex: z.enum(['male', 'female']),
  villageName: z.string().nullable(),
  reached: z.boolean(),
  reasons: z.array(Reason),
})
export type ChildBehind = z.infer<typeof ChildBehind>

export const ChildrenBehindReply = Freshness.extend({
  area: Place,
  period: Period,
  code: IndicatorCode,
  counts: z.object({ missing: z.int(), reached: z.int() }),
  children: z.array(ChildBehind),
  /** Give it as `after` to read on; null at the end. */
  next: Id.nullable(),
})
export type ChildrenBehindReply = z.infer<typeof ChildrenBehindReply>

/** A table of a province has 100,000 numbers: looked at all at once, not one by one with a path for each. */
const Numbers = z
  .custom<number[]>((value) => Array.isArray(value) && value.every(Number.isInteger))
  .meta({
    type: 'array',
    items: { type: 'integer' },
  })

/** One row of the coverage table: `due` and `got` in the order of the table's keys. */
export const CoverageRow = z.object({ communeId: Id, ageYears: z.int(), due: Numbers, got: Numbers })
export type CoverageRow = z.infer<typeof CoverageRow>

/** Coverage by commune, age and key: all, assessed, the domains, the services of the package. */
export const CoverageTable = Freshness.extend({
  period: Period,
  keys: z.array(z.string()),
  rows: z.array(CoverageRow),
})
export type CoverageTable = z.infer<typeof CoverageTable>

/** The value beside a target of a plan; `text` says it in Vietnamese words. */
export const TargetValue = z.object({
  targetId: Id,
  code: IndicatorCode,
  value: z.number().nullable(),
  numerator: z.int().nullable(),
  denominator: z.int().nullable(),
  asOf: Day,
  text: z.string(),
})
export const PlanValues = z.object({ areaName: z.string(), values: z.array(TargetValue) })
export type PlanValues = z.infer<typeof PlanValues>
