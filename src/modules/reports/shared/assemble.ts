import { roman } from '#base/roman.ts'
import {
  allRows,
  type ReportCell,
  type ReportContent,
  type ReportRow,
  type ReportSection,
  type ReportTable,
} from './content.ts'
import {
  cellKey,
  rowsOf,
  totalKey,
  type ComputedCell,
  type ComputedReport,
  type TypedCell,
  type WrittenSection,
} from './computed.ts'
import { formatNumber } from '#base/numbers.ts'
import type { Outline, OutlineColumn, OutlineTable } from './outline.ts'

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
    unit: computed.unit,
    period: computed.period,
    head: computed.head,
    asOf: computed.asOf,
    reported: computed.reported,
    heard: computed.heard,
    definitions: computed.definitions,
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
        gathered: computed.gathered[section.key] ?? [],
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
    const note = { by: planPage, at, reason, version: 0 }
    return [{ key: cellKey('targets', key, 'result'), source: 'typed' as const, value, ...note }]
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
    indicatorCode: row.indicatorCode,
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

function overlay(key: string, computed: ComputedCell | undefined, typed: TypedCell | undefined): ReportCell {
  const under = computed?.value ?? null
  if (typed) {
    const { by, at, reason, version } = typed
    const note = { by, at, reason, version }
    return { key, source: typed.source, value: typed.value, computed: under, typed: note, fraction: null }
  }
  const fraction = computed?.fraction ?? null
  return { key, source: computed?.source ?? 'blank', value: under, computed: under, typed: null, fraction }
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
    const ofRows = rows.flatMap((row) => row.cells[index] ?? [])
    if (own.value !== null) return corrected(own, ofRows)
    const values = ofRows.flatMap(({ value }) => value ?? [])
    if (values.length === 0) return own
    const sum = values.reduce((total, value) => total + value, 0)
    return { ...own, source: 'summed' as const, value: sum, computed: sum }
  })
  const name = 'Tổng số'
  return { key: totalKey, name, note: '', indicatorCode: null, cells: withPercents(table, cells, true) }
}

/** What is known of the whole place, as of staff who belong to no village, changed by what was typed in the rows. */
function corrected(whole: ReportCell, rows: readonly ReportCell[]): ReportCell {
  const typed = rows.filter((cell) => cell.typed !== null)
  if (typed.length === 0) return whole
  const change = typed.reduce((sum, { value, computed }) => sum + (value ?? 0) - (computed ?? 0), 0)
  const value = (whole.value ?? 0) + change
  return { ...whole, source: 'summed', value, computed: value }
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
    const fraction = { numerator: part, denominator: whole }
    return { ...cell, source: 'computed' as const, value, computed: value, fraction }
  })
}

/** Whether a sentence points to an annex that has no rows and is not printed, as that of targets of a plan without. */
function pointsNowhere(line: string, tables: readonly ReportTable[]): boolean {
  const number = /Phụ lục ([IVX]+)/.exec(line)?.[1]
  return (
    number !== undefined && tables.some(({ rows }, index) => roman(index + 1) === number && rows.length === 0)
  )
}

/** `{children.up-to-8}` is the total of a column. A sentence with an unknown number is not written. */
function fillLine(line: string, tables: readonly ReportTable[]): string | undefined {
  let known = !pointsNowhere(line, tables)
  const text = line.replace(/\{([\w-]+)\.([\w-]+)\}/g, (_, tableKey: string, columnKey: string) => {
    const table = tables.find((candidate) => candidate.key === tableKey)
    const index = table?.columns.findIndex((column) => column.key === columnKey) ?? -1
    const value = table?.total?.cells[index]?.value ?? null
    if (value === null) known = false
    return value === null ? '' : formatNumber(value)
  })
  return known ? text : undefined
}

/** Whether a person may type into the cell of this key. */
export function mayTypeCell(content: ReportContent, key: string): boolean {
  return content.tables.some((table) =>
    allRows(table).some((row) =>
      row.cells.some((cell, index) => cell.key === key && table.columns[index]?.mayType === true),
    ),
  )
}
