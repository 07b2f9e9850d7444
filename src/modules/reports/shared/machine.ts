import { z } from 'zod'
import { Period } from '#base/period.ts'
import { allRows, type ReportCell, ReportContent } from './content.ts'
import type { Report } from './contract.ts'
import { ReportState } from './flow.ts'

/**
 * The report for machines. `formatVersion` changes only when a field changes its meaning or goes; new fields come
 * without. docs/formats/report.schema.json is this contract.
 */
export const MachineReport = z.object({
  format: z.literal('uommam-report'),
  formatVersion: z.literal(1),
  report: z.object({
    id: z.uuid(),
    no: z.int(),
    areaId: z.uuid(),
    areaName: z.string(),
    planId: z.uuid(),
    planName: z.string(),
    period: Period,
    state: ReportState,
    /** The frozen copies, latest first; `sha256` is of the content as canonical JSON. */
    versions: z.array(
      z.object({
        number: z.int(),
        kind: z.string(),
        sha256: z.string(),
        at: z.string(),
        documentNumber: z.string().nullable(),
        signedOn: z.string().nullable(),
      }),
    ),
  }),
  content: ReportContent,
})
export type MachineReport = z.infer<typeof MachineReport>

/** The report for programs, in the format of docs/formats/report.schema.json. */
export function toMachineReport(report: Report): MachineReport {
  const { id, no, areaId, areaName, planId, planName, period, state } = report
  const versions = report.versions.map(({ number, kind, sha256, at, signature }) => ({
    ...{ number, kind, sha256, at },
    documentNumber: signature?.documentNumber ?? null,
    signedOn: signature?.signedOn ?? null,
  }))
  return {
    format: 'uommam-report',
    formatVersion: 1,
    report: { id, no, areaId, areaName, planId, planName, period, state, versions },
    content: report.content,
  }
}

export const csvHead = [
  'table',
  'table_title',
  'row',
  'row_name',
  'column',
  'column_heading',
  'value',
  'source',
  'computed',
  'typed_by',
  'typed_at',
  'typed_reason',
] as const

type CsvRow = (string | number | null)[]

/** One line for each cell, the blank ones too: what is missing can be seen by a machine. */
export function csvRows({ tables }: Pick<ReportContent, 'tables'>): CsvRow[] {
  return tables.flatMap((table) =>
    allRows(table).flatMap((row) =>
      table.columns.flatMap((column, index): CsvRow[] => {
        const cell = row.cells[index]
        if (!cell) return []
        const named = [table.key, table.title, row.key, row.name, column.key, column.heading]
        return [[...named, cell.value, cell.source, cell.computed, ...typingOf(cell)]]
      }),
    ),
  )
}

function typingOf({ typed }: ReportCell): (string | null)[] {
  return typed ? [typed.by, typed.at, typed.reason] : [null, null, null]
}
