import { z } from 'zod'
import { type Period, previousPeriod, yearBefore } from '#base/period.ts'
import { allCells, type ReportContent, type ReportTable } from './content.ts'

/** Numbers of the report of the period before, and of the same period a year before, by cell. */
export const Beside = z.record(
  z.string(),
  z.object({ last: z.number().nullable(), lastYear: z.number().nullable() }),
)
export type Beside = z.infer<typeof Beside>

/** The earlier numbers beside the cells of a report. */
export function besideOf(
  content: ReportContent,
  last: ReadonlyMap<string, number>,
  lastYear: ReadonlyMap<string, number>,
): Beside {
  const beside: Beside = {}
  for (const { key } of allCells(content)) {
    const found = { last: last.get(key) ?? null, lastYear: lastYear.get(key) ?? null }
    if (found.last !== null || found.lastYear !== null) beside[key] = found
  }
  return beside
}

/** What went whole into which of today's units. */
export type WholePart = { fromId: string; toId: string }

/**
 * The numbers of an earlier report by cell, on today's units: the row of a unit that was formed since is the sum of its
 * parts where all of them stand in the report, otherwise nothing (report-outline.md, rule 6).
 */
export function earlierNumbers(
  content: ReportContent,
  parts: readonly WholePart[] = [],
): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { key, value } of allCells(content)) if (value !== null) numbers.set(key, value)
  for (const [toId, came] of Map.groupBy(parts, (part) => part.toId))
    for (const table of content.tables) addMerged(numbers, table, { toId, came })
  return numbers
}

function addMerged(
  numbers: Map<string, number>,
  table: ReportTable,
  { toId, came }: { toId: string; came: readonly WholePart[] },
): void {
  const rows = came.map(({ fromId }) => table.rows.find(({ key }) => key === fromId))
  for (const [index, column] of table.columns.entries()) {
    const key = `${table.key}.${toId}.${column.key}`
    const values = rows.map((row) => row?.cells[index]?.value ?? null)
    if (column.kind === 'count' && !numbers.has(key)) addUp(numbers, key, values)
  }
}

/** The totals of the parts of a unit, added up; a count that one of them does not have is left out. */
export function mergedTotals(contents: readonly ReportContent[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const table of contents[0]?.tables ?? [])
    for (const [index, column] of table.columns.entries()) {
      const totals = contents.map((content) => content.tables.find(({ key }) => key === table.key)?.total)
      const values = totals.map((total) => total?.cells[index]?.value ?? null)
      if (column.kind === 'count') addUp(numbers, `${table.key}.total.${column.key}`, values)
    }
  return numbers
}

function addUp(numbers: Map<string, number>, key: string, values: readonly (number | null)[]): void {
  const known = values.flatMap((value) => value ?? [])
  if (values.length === 0 || known.length < values.length) return
  numbers.set(
    key,
    known.reduce((sum, value) => sum + value, 0),
  )
}

/** Of the period before and of the same period a year before; a year has only the latter. */
export function periodsBefore(period: Period): { last: Period | null; lastYear: Period } {
  return { last: period.includes('-') ? previousPeriod(period) : null, lastYear: yearBefore(period) }
}
