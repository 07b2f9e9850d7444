import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { ColumnKind } from './outline.ts'

export const ReportState = z.enum(['draft', 'done'])
export type ReportState = z.infer<typeof ReportState>

/** Where a cell's number is from; `blank` is not known, which is not zero. */
export const CellSource = z.enum(['computed', 'lower', 'summed', 'typed', 'not-applicable', 'blank'])
export type CellSource = z.infer<typeof CellSource>

export const TypedNote = z.object({ by: z.string(), at: z.string(), reason: z.string() })

export const ReportCell = z.object({
  /** `table.row.column`. */
  key: z.string(),
  source: CellSource,
  value: z.number().nullable(),
  /** What the system has under a typed number. */
  computed: z.number().nullable(),
  typed: TypedNote.nullable(),
})
export type ReportCell = z.infer<typeof ReportCell>

export const ReportRow = z.object({
  key: z.string(),
  name: z.string(),
  note: z.string(),
  cells: z.array(ReportCell),
})
export type ReportRow = z.infer<typeof ReportRow>

export const ReportTable = z.object({
  key: z.string(),
  title: z.string(),
  page: z.enum(['portrait', 'landscape']),
  nameHeading: z.string(),
  columns: z.array(
    z.object({
      key: z.string(),
      heading: z.string(),
      kind: ColumnKind,
      share: z.number(),
      mayType: z.boolean(),
      print: z.boolean(),
    }),
  ),
  rows: z.array(ReportRow),
  total: ReportRow.nullable(),
})
export type ReportTable = z.infer<typeof ReportTable>

export const ReportSection = z.object({
  key: z.string(),
  title: z.string(),
  hint: z.string(),
  group: z.string().nullable(),
  /** Sentences made of the report's numbers. */
  lines: z.array(z.string()),
  text: z.string(),
  /** 0 while nobody has written. */
  version: z.int(),
  writtenBy: z.string().nullable(),
  writtenAt: z.string().nullable(),
})
export type ReportSection = z.infer<typeof ReportSection>

export const ReportHead = z.object({
  superior: z.string().nullable(),
  issuer: z.string(),
  symbol: z.string(),
  place: z.string(),
  subject: z.string(),
  bases: z.array(z.string()),
  opening: z.string(),
  recipients: z.array(z.string()),
  signature: z.object({ power: z.array(z.string()), title: z.string() }),
})
export type ReportHead = z.infer<typeof ReportHead>

/** The content of a report: what is frozen when it is finished. */
export const ReportContent = z.object({
  outlineVersion: z.string(),
  head: ReportHead,
  asOf: Day,
  reported: z.object({ done: z.int(), all: z.int(), lower: z.string() }),
  /** Some of the numbers count invented sample children. */
  sample: z.boolean(),
  parts: z.array(z.object({ key: z.string(), title: z.string(), sections: z.array(ReportSection) })),
  tables: z.array(ReportTable),
})
export type ReportContent = z.infer<typeof ReportContent>

export const ReportSummary = z.object({
  id: Id,
  no: z.int(),
  areaId: Id,
  areaName: z.string(),
  planId: Id,
  planName: z.string(),
  period: Period,
  state: ReportState,
  computedAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ReportSummary = z.infer<typeof ReportSummary>

export const Report = ReportSummary.extend({ version: z.int(), content: ReportContent })
export type Report = z.infer<typeof Report>

/** Without `areaId` the place of the grant. */
export const BuildReport = z.object({ id: Id, planId: Id, period: Period, areaId: Id.optional() })
export type BuildReport = z.infer<typeof BuildReport>

const Reason = z.string().trim().min(1).max(500)

export const TypeCell = z.discriminatedUnion('source', [
  z.object({ source: z.literal('typed'), value: z.number().min(0).max(1_000_000_000), reason: Reason }),
  z.object({ source: z.literal('not-applicable'), reason: Reason }),
  /** Back to what the system computed. */
  z.object({ source: z.literal('computed') }),
])
export type TypeCell = z.infer<typeof TypeCell>

/** `version` is the one that was on the screen: a newer one on the server is not written over. */
export const WriteSection = z.object({ text: z.string().max(20_000), version: z.int().min(0) })
export type WriteSection = z.infer<typeof WriteSection>

/** What a new report may be made of. `areaId` is null where the grant's place makes no reports. */
export const ReportChoices = z.object({
  areaId: Id.nullable(),
  plans: z.array(z.object({ id: Id, name: z.string() })),
  periods: z.array(Period),
})
export type ReportChoices = z.infer<typeof ReportChoices>
