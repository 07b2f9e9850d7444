import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import {
  allSections,
  type Fraction,
  type GatheredText,
  type HeardFrom,
  isNumberedRow,
  type ReportContent,
  type ReportRow,
  type ReportTable,
} from './content.ts'
import type { Facts, Fractions } from './computed.ts'
import type { ReportState } from './flow.ts'

export type Unit = { id: string; name: string }

/** An old unit that went into one of today's: `onDate` is the first day of the new one. */
export type Part = { from: Unit; toId: string; extent: 'whole' | 'part' | 'other'; onDate: Day }

/** The report of a unit below for the period, and its latest frozen copy. */
export type LowerReport = { areaId: string; reportId: string; state: ReportState; version: number | null }

type Reports = ReadonlyMap<string, LowerReport>

/**
 * How each unit below stands, on today's units (report-outline.md, rule 6). Where a unit of today has no report and the
 * period ended before it was formed, or one of its parts sent one before that, its parts stand for it: those that came
 * whole add up in its row, one that was divided keeps a row of its own, because its numbers cannot be divided.
 */
export function placeUnits(
  units: readonly Unit[],
  parts: readonly Part[],
  reports: Reports,
  period: Period,
): HeardFrom[] {
  const { from, to } = periodRange(period)
  const later = parts.filter(({ onDate }) => onDate > from)
  const placed = units.flatMap((unit) => {
    const came = later.filter(({ toId, from: part }) => toId === unit.id && part.id !== unit.id)
    const stands =
      came.some(({ onDate }) => onDate > to) || came.some((part) => isSent(reports, part.from.id))
    if (reports.has(unit.id) || !stands) return [standing(unit, unit.id, reports)]
    return came.map(({ from: part }) => {
      const goesWhole = later.every((link) => link.from.id !== part.id || link.extent === 'whole')
      return standing(part, goesWhole ? unit.id : part.id, reports)
    })
  })
  // A divided unit stands under each of its successors; it is counted once.
  return [...new Map(placed.map((unit) => [unit.areaId, unit])).values()]
}

function isSent(reports: Reports, areaId: string): boolean {
  return !['missing', undefined].includes(heardOf(reports.get(areaId)))
}

function heardOf(report: LowerReport | undefined): HeardFrom['heard'] {
  if (!report || report.version === null) return 'missing'
  if (report.state === 'accepted' || report.state === 'signed') return 'counted'
  return report.state === 'sent' ? 'sent' : 'missing'
}

function standing({ id, name }: Unit, rowKey: string, reports: Reports): HeardFrom {
  const report = reports.get(id)
  const heard = heardOf(report)
  return {
    ...{ areaId: id, name, heard, rowKey, reportId: report?.reportId ?? null },
    version: heard === 'counted' ? (report?.version ?? null) : null,
  }
}

export type CountedReport = { name: string; areaId: string; rowKey: string; content: ReportContent }

type Summed = { facts: Record<string, Record<string, number>> }

/** What the counted reports give together: sums by row, and the shares of rates by indicator. */
export function sumReports(reports: readonly CountedReport[]): {
  lower: Facts
  shares: Map<string, Fraction>
} {
  const summed: Summed = { facts: {} }
  const shares = new Map<string, Fraction>()
  for (const { rowKey, content } of reports) {
    for (const table of content.tables)
      if (table.key === 'targets') addShares(shares, table)
      else addTable(summed, table, rowKey)
  }
  return { lower: summed.facts, shares }
}

/** Of tables by place the total counts for the place that reports; other rows add up over the places. */
function addTable(summed: Summed, table: ReportTable, rowKey: string): void {
  const byPlace = !table.rows.some((row) => isNumberedRow(row.key))
  if (!byPlace) for (const row of table.rows) addRow(summed, table, row, `${table.key}:${row.key}`)
  if (table.total) addRow(summed, table, table.total, byPlace ? rowKey : 'all')
}

function addRow({ facts }: Summed, table: ReportTable, row: ReportRow, key: string): void {
  const known = (facts[key] ??= {})
  for (const [index, column] of table.columns.entries()) {
    const value = row.cells[index]?.value ?? null
    const name = `${table.key}.${column.key}`
    if (value !== null && column.mayType) known[name] = (known[name] ?? 0) + value
  }
}

/** A rate over several units is that of the added numerators and denominators, never the mean of their rates. */
function addShares(shares: Map<string, Fraction>, table: ReportTable): void {
  const result = table.columns.findIndex(({ key }) => key === 'result')
  for (const { indicatorCode, note, cells } of table.rows) {
    const fraction = cells[result]?.fraction
    if (!indicatorCode || !fraction || note !== '%') continue
    const { numerator, denominator } = shares.get(indicatorCode) ?? { numerator: 0, denominator: 0 }
    shares.set(indicatorCode, {
      numerator: numerator + fraction.numerator,
      denominator: denominator + fraction.denominator,
    })
  }
}

/** Per cent with one decimal, as the rates of the units below are written. */
export function percentOf({ numerator, denominator }: Fraction): number | undefined {
  return denominator > 0 ? Math.round((numerator / denominator) * 1000) / 10 : undefined
}

/** The results of targets that the reports below give, under the names that the table of targets looks for. */
export function targetResults(
  targets: readonly { key: string; indicatorCode: string | null; unit: string | null }[],
  shares: ReadonlyMap<string, Fraction>,
): { lower: Facts; fractions: Fractions } {
  const found = targets.flatMap(({ key, indicatorCode, unit }) => {
    const fraction = unit === '%' ? shares.get(indicatorCode ?? '') : undefined
    const value = fraction && percentOf(fraction)
    return fraction && value !== undefined ? [{ key: `targets:${key}`, fraction, value }] : []
  })
  return {
    lower: Object.fromEntries(found.map(({ key, value }) => [key, { 'targets.result': value }])),
    fractions: Object.fromEntries(found.map(({ key, fraction }) => [key, { 'targets.result': fraction }])),
  }
}

/** By section: what each unit wrote there, in the order of the units. */
export function gatherTexts(reports: readonly CountedReport[]): Record<string, GatheredText[]> {
  const gathered: Record<string, GatheredText[]> = {}
  for (const { areaId, name, content } of reports)
    for (const { key, text } of allSections(content))
      if (text.trim() !== '') (gathered[key] ??= []).push({ areaId, name, text: text.trim() })
  return gathered
}
