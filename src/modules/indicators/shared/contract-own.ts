import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { Fact } from './condition.ts'
import { Breakdown, Place } from './contract.ts'
import { ChildFormula, IndicatorCode, IndicatorTarget } from './definition.ts'

/** What a person may build in the page: a share of children, or a number of children. */
export const OwnFormula = z.discriminatedUnion('kind', [ChildFormula.options[0], ChildFormula.options[2]])
export type OwnFormula = z.infer<typeof OwnFormula>

export const OwnState = z.enum(['proposed', 'approved', 'returned'])
export type OwnState = z.infer<typeof OwnState>

const NameText = z.string().trim().min(5).max(200)

/** A first version has no `code`; a newer version names the indicator it changes. */
export const ProposeIndicator = z.object({
  id: Id,
  code: IndicatorCode.optional(),
  areaId: Id,
  nameVi: NameText,
  nameEn: NameText.nullable().default(null),
  /** The text or meeting that asks for it. */
  basis: z.string().trim().min(3).max(300),
  formula: OwnFormula,
  breakdowns: z.array(Breakdown).max(6),
  target: IndicatorTarget.nullable(),
  validFrom: Day,
  validTo: Day.nullable(),
})
export type ProposeIndicator = z.infer<typeof ProposeIndicator>

export const DecideIndicator = z.object({
  approve: z.boolean(),
  remark: z.string().trim().min(3).max(500).nullable().default(null),
})
export type DecideIndicator = z.infer<typeof DecideIndicator>

export const OwnIndicator = ProposeIndicator.extend({
  code: IndicatorCode,
  version: z.int(),
  area: Place,
  nameEn: z.string().nullable(),
  state: OwnState,
  writtenBy: z.string(),
  writtenAt: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
  remark: z.string().nullable(),
  /** Whether the person who asks wrote it: then somebody else decides. */
  isMine: z.boolean(),
})
export type OwnIndicator = z.infer<typeof OwnIndicator>

/** Asks what a formula would say, before it is kept. */
export const TryFormula = z.object({
  areaId: Id.optional(),
  period: Period.optional(),
  formula: OwnFormula,
})
export type TryFormula = z.infer<typeof TryFormula>

/** A child of the sample: counted and reached, or the lines that do not hold. */
export const SampleChild = z.object({
  childId: Id,
  fullName: z.string(),
  bornOn: Day,
  counted: z.boolean(),
  reached: z.boolean(),
  /** Not in the register of the place on the day, or not born or dead within the period. */
  elsewhere: z.boolean(),
  failing: z.array(z.array(Fact)),
})
export type SampleChild = z.infer<typeof SampleChild>

export const Trial = z.object({
  area: Place,
  period: Period,
  asOf: Day,
  numerator: z.int(),
  denominator: z.int(),
  /** Up to ten that are in the figure and ten that are not. */
  inside: z.array(SampleChild),
  outside: z.array(SampleChild),
})
export type Trial = z.infer<typeof Trial>
