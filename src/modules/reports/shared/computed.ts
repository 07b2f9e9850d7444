import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Period } from '#base/period.ts'
import { Fraction, GatheredText, HeardFrom, ReportHead, UsedDefinition, type TypedNote } from './content.ts'
import type { Outline, OutlineColumn, OutlineTable } from './outline.ts'

/** Numbers by row and by name: `facts['<area id>']['children.under-6']`, `facts['all']` for the whole place. */
export type Facts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** What rates are made of, by row and by name, as in `Facts`. */
export type Fractions = Readonly<Record<string, Readonly<Record<string, Fraction>>>>

export const ComputedCell = z.object({
  value: z.number(),
  source: z.enum(['computed', 'lower']),
  fraction: Fraction.nullable().default(null),
})
export type ComputedCell = z.infer<typeof ComputedCell>

export const UnitRow = z.object({ key: z.string(), name: z.string() })
export type UnitRow = z.infer<typeof UnitRow>

/** A target of the plan. `comparable`: its result as a share of it says something (not for "reduce by"). */
export const TargetRow = UnitRow.extend({
  unit: z.string().nullable(),
  value: z.number().nullable(),
  comparable: z.boolean(),
  indicatorCode: z.string().nullable().default(null),
})
export type TargetRow = z.infer<typeof TargetRow>

/** A value typed on the plan's page for a target that no indicator follows. */
export const HandCell = z.object({ value: z.number(), asOf: Day, at: z.string(), reason: z.string() })

/**
 * What the system knew on a day: kept with the report, so that it stays the same until it is refreshed. Fields with a
 * default were added after reports had been stored.
 */
export const ComputedReport = z.object({
  head: ReportHead,
  unit: z
    .object({ id: Id, name: z.string(), kind: z.enum(['province', 'commune']) })
    .nullable()
    .default(null),
  period: Period.nullable().default(null),
  next: z.string(),
  asOf: Day,
  reported: z.object({ done: z.int(), all: z.int(), lower: z.string() }),
  heard: z.array(HeardFrom).default([]),
  /** By section: what the units below wrote there. */
  gathered: z.record(z.string(), z.array(GatheredText)).default({}),
  definitions: z.array(UsedDefinition).default([]),
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

export const totalKey = 'total'

export type RowDefinition = UnitRow & { note: string; comparable: boolean; indicatorCode: string | null }
type Rows = Pick<ComputedReport, 'units' | 'targets'>

/** The rows of an annex table: its own, one for each unit below, or one for each target of the plan. */
export function rowsOf(table: OutlineTable, computed: Rows): RowDefinition[] {
  if (table.rows === 'targets')
    return computed.targets.map((target) => ({ ...target, note: target.unit ?? '' }))
  const rows = table.rows === 'units' ? computed.units : table.rows
  return rows.map((row) => ({ ...row, note: '', comparable: true, indicatorCode: null }))
}

/** `facts` of the system itself, `lower` of the reports below; `fractions` of the rates among them. */
export type Known = { facts: Facts; lower: Facts; fractions?: Fractions }

/** Puts the facts into the cells of the outline's tables. A fact that is not there leaves its cell blank. */
export function computeCells(outline: Outline, rows: Rows, known: Known): ComputedReport['cells'] {
  const cells: ComputedReport['cells'] = {}
  for (const table of outline.tables) {
    const places = factRows(table, rows).flatMap((row) => table.columns.map((column) => ({ ...row, column })))
    for (const { rowKey, factsKey, column } of places) {
      const cell = computedCell(column, factsKey, `${table.key}.${column.key}`, known)
      if (cell) cells[cellKey(table.key, rowKey, column.key)] = cell
    }
  }
  for (const { key, value } of rows.targets)
    if (value !== null)
      cells[cellKey('targets', key, 'target')] = { value, source: 'computed', fraction: null }
  return cells
}

/** Under which name the facts of each row are: places by themselves, other rows within their table. */
function factRows(table: OutlineTable, rows: Rows): { rowKey: string; factsKey: string }[] {
  const ofRows = rowsOf(table, rows).map(({ key }) => ({
    rowKey: key,
    factsKey: table.rows === 'units' ? key : `${table.key}:${key}`,
  }))
  const hasWhole = table.total === 'facts' || (table.total === 'sum' && table.rows === 'units')
  return hasWhole ? [...ofRows, { rowKey: totalKey, factsKey: 'all' }] : ofRows
}

/** What the units below reported goes before what the system counts itself: annexes of one report must agree. */
function computedCell(
  column: OutlineColumn,
  factsKey: string,
  name: string,
  { facts, lower, fractions }: Known,
): ComputedCell | undefined {
  const fraction = fractions?.[factsKey]?.[name] ?? null
  const below = lower[factsKey]?.[name]
  if (below !== undefined) return { value: below, source: 'lower', fraction }
  const computed = column.fact === undefined ? undefined : facts[factsKey]?.[column.fact]
  return computed === undefined ? undefined : { value: computed, source: 'computed', fraction }
}

/** A cell of a report is known by table, row and column. */
export function cellKey(table: string, row: string, column: string): string {
  return `${table}.${row}.${column}`
}
