import { z } from 'zod'
import { Day } from '#base/day.ts'
import {
  ReportHead,
  type TypedNote,
  type ReportCell,
  type ReportContent,
  type ReportRow,
  type ReportSection,
  type ReportTable,
} from './contract.ts'
import type { Outline, OutlineColumn, OutlineTable } from './outline.ts'

/** Numbers by row and by name: `facts['<area id>']['children.under-6']`, `facts['all']` for the whole place. */
export type Facts = Readonly<Record<string, Readonly<Record<string, number>>>>

export const ComputedCell = z.object({ value: z.number(), source: z.enum(['computed', 'lower']) })

export const UnitRow = z.object({ key: z.string(), name: z.string() })
export type UnitRow = z.infer<typeof UnitRow>

/** A target of the plan. `comparable`: its result as a share of it says something (not for "reduce by"). */
export const TargetRow = UnitRow.extend({
  unit: z.string().nullable(),
  value: z.number().nullable(),
  comparable: z.boolean(),
})
export type TargetRow = z.infer<typeof TargetRow>

/** A value typed on the plan's page for a target that no indicator follows. */
export const HandCell = z.object({ value: z.number(), asOf: Day, at: z.string(), reason: z.string() })

/** What the system knew on a day: kept with the report, so that it stays the same until it is refreshed. */
export const ComputedReport = z.object({
  head: ReportHead,
  next: z.string(),
  asOf: Day,
  reported: z.object({ done: z.int(), all: z.int(), lower: z.string() }),
  sample: z.boolean(),
  units: z.array(UnitRow),
  targets: z.array(TargetRow.extend({ hand: HandCell.nullable() })),
  cells: z.record(z.string(), ComputedCell),
})
export type ComputedReport = z.infer<typeof ComputedReport>

export type TypedCell = z.infer<typeof TypedNote> & {
  key: string
  source: 'typed' | 'not-applicable'
  value: number | null
}

export type WrittenSection = { key: string; text: string; version: number; by: string; at: string }

const totalKey = 'total'

type RowDefinition = UnitRow & { note: string; comparable: boolean }

function rowsOf(table: OutlineTable, computed: Pick<ComputedReport, 'units' | 'targets'>): RowDefinition[] {
  if (table.rows === 'targets')
    return computed.targets.map((target) => ({ ...target, note: target.unit ?? '' }))
  const rows = table.rows === 'units' ? computed.units : table.rows
  return rows.map((row) => ({ ...row, note: '', comparable: true }))
}

/** Puts the facts into the cells of the outline's tables. A fact that is not there leaves its cell blank. */
export function computeCells(
  outline: Outline,
  rows: Pick<ComputedReport, 'units' | 'targets'>,
  facts: Facts,
  lower: Facts,
): ComputedReport['cells'] {
  const cells: ComputedReport['cells'] = {}
  for (const table of outline.tables) {
    const places = factRows(table, rows).flatMap((row) => table.columns.map((column) => ({ ...row, column })))
    for (const { rowKey, factsKey, column } of places) {
      const cell = computedCell(column, facts[factsKey], lower[factsKey]?.[`${table.key}.${column.key}`])
      if (cell) cells[cellKey(table.key, rowKey, column.key)] = cell
    }
  }
  for (const { key, value } of rows.targets)
    if (value !== null) cells[cellKey('targets', key, 'target')] = { value, source: 'computed' }
  return cells
}

/** Under which name the facts of each row are: places by themselves, other rows within their table. */
function factRows(
  table: OutlineTable,
  rows: Pick<ComputedReport, 'units' | 'targets'>,
): { rowKey: string; factsKey: string }[] {
  const ofRows = rowsOf(table, rows).map(({ key }) => ({
    rowKey: key,
    factsKey: table.rows === 'units' ? key : `${table.key}:${key}`,
  }))
  return table.total === 'facts' ? [...ofRows, { rowKey: totalKey, factsKey: 'all' }] : ofRows
}

function computedCell(
  column: OutlineColumn,
  facts: Facts[string] | undefined,
  lower: number | undefined,
): z.infer<typeof ComputedCell> | undefined {
  const computed = column.fact === undefined ? undefined : facts?.[column.fact]
  if (computed !== undefined) return { value: computed, source: 'computed' }
  return lower === undefined ? undefined : { value: lower, source: 'lower' }
}

export function cellKey(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`
}

/** The report as it is shown, printed and frozen: computed numbers, typed ones over them, totals, sentences. */
export function assembleReport(
  outline: Outline,
  computed: ComputedReport,
  typed: readonly TypedCell[],
  written: readonly WrittenSection[],
): ReportContent {
  const typedByKey = new Map([...handCells(computed), ...typed].map((cell) => [cell.key, cell]))
  const tables = outline.tables.map((table) => assembleTable(table, computed, typedByKey))
  const writtenByKey = new Map(written.map((section) => [section.key, section]))
  return {
    outlineVersion: outline.version,
    head: computed.head,
    asOf: computed.asOf,
    reported: computed.reported,
    sample: computed.sample,
    parts: outline.parts.map((part) => ({
      key: part.key,
      title: part.title,
      sections: part.sections.map((section) => ({
        key: section.key,
        title: section.title.replace('{next}', computed.next),
        hint: section.hint,
        group: section.group ?? null,
        lines: section.lines.flatMap((line) => fillLine(line, tables) ?? []),
        ...writtenPart(writtenByKey.get(section.key)),
      })),
    })),
    tables,
  }
}

/** Values of the plan's page are typed numbers too, with their own source. */
function handCells({ targets, asOf }: ComputedReport): TypedCell[] {
  return targets.flatMap(({ key, hand }) => {
    if (!hand || hand.asOf > asOf) return []
    const { value, at, reason } = hand
    return [
      { key: cellKey('targets', key, 'result'), source: 'typed' as const, value, by: planPage, at, reason },
    ]
  })
}

const planPage = 'trang kế hoạch'

function writtenPart(
  section: WrittenSection | undefined,
): Pick<ReportSection, 'text' | 'version' | 'writtenBy' | 'writtenAt'> {
  if (!section) return { text: '', version: 0, writtenBy: null, writtenAt: null }
  return { text: section.text, version: section.version, writtenBy: section.by, writtenAt: section.at }
}

function assembleTable(
  table: OutlineTable,
  computed: ComputedReport,
  typed: ReadonlyMap<string, TypedCell>,
): ReportTable {
  const known = (rowKey: string, column: OutlineColumn): ReportCell => {
    const key = cellKey(table.key, rowKey, column.key)
    return overlay(key, computed.cells[key], typed.get(key))
  }
  const rows = rowsOf(table, computed).map((row) => ({
    key: row.key,
    name: row.name,
    note: row.note,
    cells: withPercents(
      table,
      table.columns.map((column) => known(row.key, column)),
      row.comparable,
    ),
  }))
  return {
    key: table.key,
    title: table.title,
    page: table.page,
    nameHeading: table.nameHeading,
    columns: table.columns.map(({ key, heading, kind, share, print }) => {
      return {
        key,
        heading,
        kind,
        share,
        mayType: kind === 'count' || kind === 'decimal',
        print: print ?? true,
      }
    }),
    rows,
    total: table.total === 'none' ? null : totalRow(table, rows, known),
  }
}

function overlay(
  key: string,
  computed: z.infer<typeof ComputedCell> | undefined,
  typed: TypedCell | undefined,
): ReportCell {
  const under = computed?.value ?? null
  if (typed) {
    const note = { by: typed.by, at: typed.at, reason: typed.reason }
    return { key, source: typed.source, value: typed.value, computed: under, typed: note }
  }
  return { key, source: computed?.source ?? 'blank', value: under, computed: under, typed: null }
}

/** A total is the sum of the rows that are known (report-outline.md, rule 2); with none known it stays blank. */
function totalRow(
  table: OutlineTable,
  rows: readonly ReportRow[],
  known: (rowKey: string, column: OutlineColumn) => ReportCell,
): ReportRow {
  const cells = table.columns.map((column, index) => {
    const own = known(totalKey, column)
    if (own.typed || table.total === 'facts' || column.percentOf) return own
    const values = rows.flatMap((row) => row.cells[index]?.value ?? [])
    if (values.length === 0) return own
    const sum = values.reduce((total, value) => total + value, 0)
    return { ...own, source: 'summed' as const, value: sum, computed: sum }
  })
  return { key: totalKey, name: 'Tổng số', note: '', cells: withPercents(table, cells, true) }
}

function withPercents(table: OutlineTable, cells: readonly ReportCell[], comparable: boolean): ReportCell[] {
  const valueOf = (columnKey: string): number | null =>
    cells[table.columns.findIndex((column) => column.key === columnKey)]?.value ?? null
  return cells.map((cell, index) => {
    const percentOf = table.columns[index]?.percentOf
    if (!percentOf) return cell
    const [part, whole] = percentOf.map(valueOf)
    if (!comparable || typeof part !== 'number' || !whole) return cell
    const value = Math.round((part / whole) * 1000) / 10
    return { ...cell, source: 'computed' as const, value, computed: value }
  })
}

/** `{children.up-to-8}` is the total of a column. A sentence with an unknown number is not written. */
function fillLine(line: string, tables: readonly ReportTable[]): string | undefined {
  let known = true
  const text = line.replace(/\{([\w-]+)\.([\w-]+)\}/g, (_, tableKey: string, columnKey: string) => {
    const table = tables.find((candidate) => candidate.key === tableKey)
    const index = table?.columns.findIndex((column) => column.key === columnKey) ?? -1
    const value = table?.total?.cells[index]?.value ?? null
    if (value === null) known = false
    return value === null ? '' : formatNumber(value)
  })
  return known ? text : undefined
}

/** 1200 is `1.200`, 78.4 is `78,4`. */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }).format(value)
}

/** Whether a person may type into the cell of this key. */
export function mayTypeCell(content: ReportContent, key: string): boolean {
  return content.tables.some((table) =>
    [...table.rows, ...(table.total ? [table.total] : [])].some((row) =>
      row.cells.some((cell, index) => cell.key === key && table.columns[index]?.mayType === true),
    ),
  )
}
