import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { ColumnKind } from './outline.ts'

/**
 * The content of a report: everything that is shown, printed, sent, signed and frozen, and nothing else. Outputs
 * (document, tables, csv, JSON) are pure functions of this value. Reports frozen before a field was added are read
 * with its default, so a new field always has one.
 */

/**
 * Where a cell's number is from: `computed` from the register and the indicators, `lower` from the reports of the
 * units below, `summed` of the rows above it, `typed` by a person. `blank` is not known, which is not zero.
 */
export const CellSource = z.enum(['computed', 'lower', 'summed', 'typed', 'not-applicable', 'blank'])
export type CellSource = z.infer<typeof CellSource>

/** `version` counts the typings of the cell, so that nobody writes over a newer one. */
export const TypedNote = z.object({
  by: z.string(),
  at: z.string(),
  reason: z.string(),
  version: z.int().default(1),
})

/** What a rate was made of. Rates of several units are added up from these, never from the rates. */
export const Fraction = z.object({ numerator: z.number(), denominator: z.number() })
export type Fraction = z.infer<typeof Fraction>

export const ReportCell = z.object({
  /** `table.row.column`. */
  key: z.string(),
  source: CellSource,
  value: z.number().nullable(),
  /** What the system has under a typed number. */
  computed: z.number().nullable(),
  typed: TypedNote.nullable(),
  /** Only of a rate that the system computed. */
  fraction: Fraction.nullable().default(null),
})
export type ReportCell = z.infer<typeof ReportCell>

export const ReportRow = z.object({
  /** Id of a unit or of a target, a number of the outline, `none` for children without a village, `total`. */
  key: z.string(),
  name: z.string(),
  /** The unit of measure of a target. */
  note: z.string(),
  cells: z.array(ReportCell),
  /** The indicator that a target follows. */
  indicatorCode: z.string().nullable().default(null),
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

/** What a unit below wrote in the same section of its own report. */
export const GatheredText = z.object({ areaId: Id, name: z.string(), text: z.string() })
export type GatheredText = z.infer<typeof GatheredText>

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
  gathered: z.array(GatheredText).default([]),
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

/**
 * A unit below and how it stands in this report. `counted`: its accepted or signed report is in the numbers;
 * `sent`: sent, not accepted yet, so not in the numbers; `missing`: nothing came. `rowKey` is the row that holds its
 * numbers: its own, or that of the unit it went into.
 */
export const HeardFrom = z.object({
  areaId: Id,
  name: z.string(),
  heard: z.enum(['counted', 'sent', 'missing']),
  rowKey: z.string(),
  reportId: Id.nullable(),
  /** The frozen copy that was counted. */
  version: z.int().nullable(),
})
export type HeardFrom = z.infer<typeof HeardFrom>

/** A definition as it was when the numbers were taken; `digest` tells whether it is still the same. */
export const UsedDefinition = z.object({ code: z.string(), edition: z.string(), digest: z.string() })
export type UsedDefinition = z.infer<typeof UsedDefinition>

export const ReportContent = z.object({
  outlineVersion: z.string(),
  /** Null in reports frozen before 23/11/2026. */
  unit: z
    .object({ id: Id, name: z.string(), kind: z.enum(['province', 'commune']) })
    .nullable()
    .default(null),
  period: Period.nullable().default(null),
  head: ReportHead,
  /** The day of which the numbers speak. */
  asOf: Day,
  /** `done` of `all` units below are in the numbers; `lower` is what they are called. */
  reported: z.object({ done: z.int(), all: z.int(), lower: z.string() }),
  /** Only of a province: each unit below. */
  heard: z.array(HeardFrom).default([]),
  definitions: z.array(UsedDefinition).default([]),
  /** Some of the numbers count invented sample children. */
  sample: z.boolean(),
  parts: z.array(z.object({ key: z.string(), title: z.string(), sections: z.array(ReportSection) })),
  tables: z.array(ReportTable),
})
export type ReportContent = z.infer<typeof ReportContent>

/** Every row of a table, its total last. */
export function allRows({ rows, total }: Pick<ReportTable, 'rows' | 'total'>): ReportRow[] {
  return total ? [...rows, total] : [...rows]
}

/** Every cell of every table, totals too. */
export function allCells({ tables }: Pick<ReportContent, 'tables'>): ReportCell[] {
  return tables.flatMap(allRows).flatMap(({ cells }) => cells)
}

/** The sections of all parts, of a report or of its outline. */
export function allSections<Section>({
  parts,
}: {
  parts: readonly { sections: readonly Section[] }[]
}): Section[] {
  return parts.flatMap(({ sections }) => sections)
}

/** Whether a row is that of a unit: its key is the unit's id. */
export function isUnitRow(rowKey: string): boolean {
  return rowKey.length === 36
}

/** Whether a row is one that the outline numbers: such rows may overlap, as a child is in several groups. */
export function isNumberedRow(rowKey: string): boolean {
  return /^\d+$/.test(rowKey)
}
