import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import { listIndicatorValues } from '#modules/indicators/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { computeCells, type ComputedReport, type Facts, type UnitRow } from '../shared/assemble.ts'
import type { ReportRow, ReportTable } from '../shared/contract.ts'
import { reportHead, nextPeriodName } from '../shared/head.ts'
import type { Outline } from '../shared/outline.ts'
import type { ReportPlan } from '../shared/report-plan.ts'
import { listTargetFacts } from './target-facts.ts'
import { countChildren, listLowerReports, type ChildCounts, type LowerReport } from './queries-facts.ts'

export type ReportSubject = {
  area: Area
  province: Area | undefined
  plan: ReportPlan
  period: Period
  today: Day
}

/** Children without a village stand in a row of their own: no total may lose them. */
const noVillage = 'none'

type MutableFacts = Record<string, Record<string, number>>

/** Everything the system knows for a report, on the last day of its period or today. */
export async function computeReport(
  db: Db,
  outline: Outline,
  subject: ReportSubject,
): Promise<ComputedReport> {
  const { area, plan, period, today } = subject
  const range = periodRange(period)
  const asOf = range.to < today ? range.to : today
  const level = area.kind === 'province' ? outline.levels.province : outline.levels.commune
  const below = await listChildAreas(db, area.id, asOf)
  const known =
    area.kind === 'province' ? await provinceFacts(db, subject) : await communeFacts(db, subject, asOf)
  const targetFacts = await listTargetFacts(db, { area, period, asOf, targets: plan.targets })
  const rows = { units: unitRows(below, known.facts), targets: plan.targets }
  return {
    head: reportHead(outline, { area, province: subject.province, period, plan: plan.citation }),
    next: nextPeriodName(period),
    asOf,
    reported: { done: known.reported, all: below.length, lower: level.lower },
    sample: known.sample,
    ...rows,
    cells: computeCells(outline, rows, { ...known.facts, ...targetFacts }, known.lower),
  }
}

function unitRows(below: readonly Area[], facts: Facts): UnitRow[] {
  const units = below.map(({ id, name }) => ({ key: id, name }))
  return facts[noVillage] ? [...units, { key: noVillage, name: 'Chưa rõ thôn' }] : units
}

type Known = { facts: Facts; lower: Facts; reported: number; sample: boolean }

/** A commune's numbers come from the register and the services, by village. */
async function communeFacts(db: Db, { area, period }: ReportSubject, asOf: Day): Promise<Known> {
  const facts: MutableFacts = {}
  const counts = await countChildren(db, area.id, asOf)
  for (const count of counts) facts[count.villageId ?? noVillage] = childFacts(count)
  for (const { code, group, numerator, denominator } of await listIndicatorValues(db, {
    area,
    period,
    asOf,
    by: 'unit',
  })) {
    const key = group && group.key !== 'unknown' ? group.key : noVillage
    const row = (facts[key] ??= {})
    if (numerator !== null) row[`${code}.got`] = numerator
    if (denominator !== null) row[`${code}.due`] = denominator
  }
  const reported = Object.keys(facts).filter((key) => key !== noVillage).length
  if (counts.length > 0) {
    facts['all'] = { 'special.number': sum(counts.map((count) => count.special)) }
    // Group 4 of Luật Trẻ em, Article 10.1: the only one the register tells apart.
    facts['special:4'] = { 'special.number': sum(counts.map((count) => count.disabled)) }
  }
  return { facts, lower: {}, reported, sample: counts.some((count) => count.sample > 0) }
}

function childFacts(count: ChildCounts): Record<string, number> {
  return {
    'children.under-16': count.under16,
    'children.up-to-8': count.upTo8,
    'children.under-6': count.under6,
    'children.under-5': count.under5,
    'children.male': count.male,
    'children.female': count.female,
    'children.minority': count.minority,
    'children.poor': count.poor,
    'children.near-poor': count.nearPoor,
    'children.personal-id': count.personalId,
  }
}

/** A province adds up the finished reports of its communes; who has not reported stays blank. */
async function provinceFacts(db: Db, { area, period }: ReportSubject): Promise<Known> {
  const reports = await listLowerReports(db, { parentId: area.id, within: area, period })
  const lower: MutableFacts = {}
  for (const report of reports) addLowerReport(lower, report)
  const sample = reports.some(({ content }) => content.sample)
  return { facts: {}, lower, reported: reports.length, sample }
}

/** Of tables by place the total counts for the place that reports; other rows add up over the places. */
function addLowerReport(lower: MutableFacts, { areaId, content }: LowerReport): void {
  for (const table of content.tables) {
    if (table.key === 'targets') continue
    const byPlace = table.rows.every((row) => !/^\d+$/.test(row.key))
    if (!byPlace) for (const row of table.rows) addRow(lower, table, row, `${table.key}:${row.key}`)
    if (table.total) addRow(lower, table, table.total, byPlace ? areaId : 'all')
  }
}

function addRow(lower: MutableFacts, table: ReportTable, row: ReportRow, key: string): void {
  const facts = (lower[key] ??= {})
  for (const [index, column] of table.columns.entries()) {
    const value = row.cells[index]?.value ?? null
    const name = `${table.key}.${column.key}`
    if (value !== null && column.mayType) facts[name] = (facts[name] ?? 0) + value
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
