import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { ReportContent } from './content.ts'
import { Doing, ReportState, StepKind } from './flow.ts'

export const VersionKind = z.enum(['sent', 'signed'])
export type VersionKind = z.infer<typeof VersionKind>

/** As it stands on the signed document. The number without the symbol: `12`, `12a`. */
export const Signature = z.object({
  documentNumber: z
    .string()
    .trim()
    .regex(/^\d{1,5}[a-zđ]?$/)
    .overwrite((number) => number.replace(/^0+(?=\d)/, '')),
  signedOn: Day,
  signerName: z.string().trim().min(2).max(100),
  signerTitle: z.string().trim().min(2).max(100),
})
export type Signature = z.infer<typeof Signature>

/** A frozen copy, without its content. */
export const VersionSummary = z.object({
  number: z.int(),
  kind: VersionKind,
  /** Of the content as canonical JSON, in hexadecimal. */
  sha256: z.string(),
  at: z.string(),
  byName: z.string(),
  signature: Signature.nullable(),
})
export type VersionSummary = z.infer<typeof VersionSummary>

/** A step as it was taken; `id` is that of the command, so that the same command has one answer. */
export const ReportStep = z.object({
  id: Id,
  kind: StepKind,
  fromState: ReportState,
  toState: ReportState,
  reason: z.string().nullable(),
  /** The frozen copy that the step made. */
  version: z.int().nullable(),
  byName: z.string(),
  byPlace: z.string(),
  at: z.string(),
})
export type ReportStep = z.infer<typeof ReportStep>

/** How a column of the annexes is filled: `fact` names its number, null where people type it; `rule` says how. */
export const ColumnRule = z.object({ fact: z.string().nullable(), rule: z.string().nullable() })
export type ColumnRule = z.infer<typeof ColumnRule>

/** By `table.column`; columns that divide two others are not in it. */
export const ColumnRules = z.record(z.string(), ColumnRule)
export type ColumnRules = z.infer<typeof ColumnRules>

export const ReportSummary = z.object({
  id: Id,
  no: z.int(),
  areaId: Id,
  areaName: z.string(),
  planId: Id,
  planName: z.string(),
  period: Period,
  state: ReportState,
  /** Of one that is back in hand: taken up again by a reopening, not sent back with faults. */
  isReopened: z.boolean(),
  computedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>

/** A draft of a unit that went into this one: its numbers and words can be taken over. */
export const PartDraft = z.object({ id: Id, areaName: z.string() })

export const Report = ReportSummary.extend({
  version: z.int(),
  content: ReportContent,
  /** The unit that made it, where that is another than the one that has it now. */
  originName: z.string().nullable(),
  may: z.array(Doing),
  openParts: z.array(z.string()).nullable(),
  /** Latest first. */
  versions: z.array(VersionSummary),
  steps: z.array(ReportStep),
  partDrafts: z.array(PartDraft),
  /**
   * What changed after the numbers were taken; only while it can be taken again. `signedSince`: units below whose newer
   * signed document is not in the numbers of this signed one.
   */
  outdated: z.object({
    definitions: z.array(z.string()),
    lower: z.array(z.string()),
    signedSince: z.array(z.string()),
  }),
})
export type Report = z.infer<typeof Report>

/** Without `areaId` the place of the grant. */
export const BuildReport = z.object({ id: Id, planId: Id, period: Period, areaId: Id.optional() })
export type BuildReport = z.infer<typeof BuildReport>

const Reason = z.string().trim().min(1).max(500)

/** The version that was on the screen, 0 for none: a newer one on the server is not written over. */
const Seen = z.int().min(0)

export const TypeCell = z.discriminatedUnion('source', [
  z.object({
    source: z.literal('typed'),
    value: z.number().min(0).max(1_000_000_000),
    reason: Reason,
    version: Seen,
  }),
  z.object({ source: z.literal('not-applicable'), reason: Reason, version: Seen }),
  /** Back to what the system computed. */
  z.object({ source: z.literal('computed'), version: Seen }),
])
export type TypeCell = z.infer<typeof TypeCell>

export const WriteSection = z.object({ text: z.string().max(20_000), version: Seen })
export type WriteSection = z.infer<typeof WriteSection>

/** What a new report may be made of. `areaId` is null where the grant's place makes no reports. */
export const ReportChoices = z.object({
  areaId: Id.nullable(),
  plans: z.array(z.object({ id: Id, name: z.string() })),
  periods: z.array(Period),
})
export type ReportChoices = z.infer<typeof ReportChoices>

/** A step of the flow. `id` is made on the device: sent again after a lost answer it is taken once. */
export const TakeStep = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('send'), id: Id }),
  z.object({ kind: z.literal('return'), id: Id, reason: Reason }),
  z.object({ kind: z.literal('accept'), id: Id }),
  Signature.extend({ kind: z.literal('sign'), id: Id }),
  /** `parts`: keys of the sections and tables to open; null opens everything. */
  z.object({
    kind: z.literal('reopen'),
    id: Id,
    reason: Reason,
    parts: z.array(z.string()).min(1).max(100).nullable(),
  }),
])
export type TakeStep = z.infer<typeof TakeStep>

/** The report of a unit below for a period. `state` is null while it has none. */
export const UnitStanding = z.object({
  areaId: Id,
  name: z.string(),
  reportId: Id.nullable(),
  state: ReportState.nullable(),
  isReopened: z.boolean(),
  sentAt: z.string().nullable(),
  dueOn: Day.nullable(),
  /** Was sent after its day, or its day has passed. */
  isLate: z.boolean(),
  openComments: z.int(),
})
export type UnitStanding = z.infer<typeof UnitStanding>

export const UnitsReply = z.object({
  period: Period,
  all: z.int(),
  sent: z.int(),
  accepted: z.int(),
  late: z.int(),
  units: z.array(UnitStanding),
})
export type UnitsReply = z.infer<typeof UnitsReply>
