import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import { listIndicatorValues, listTypedValues } from '#modules/indicators/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import {
  computeCells,
  type ComputedReport,
  type Facts,
  type Fractions,
  type UnitRow,
} from '../shared/computed.ts'
import { reportHead, nextPeriodName } from '../shared/head.ts'
import type { Outline } from '../shared/outline.ts'
import type { ReportPlan } from '../shared/report-plan.ts'
import { annexFacts, noVillage, withFacts } from './annex-facts.ts'
import { listTargetFacts } from './target-facts.ts'
import { countChildren, listUsedDefinitions, type ChildCounts } from './queries-facts.ts'
import { takeLowerReports } from './lower-reports.ts'

export type ReportSubject = {
  area: Area
  province: Area | undefined
  plan: ReportPlan
  period: Period
  today: Day
}

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
  const known = await (area.kind === 'province'
    ? provinceKnown(db, subject)
    : communeKnown(db, subject, { asOf, codes: codesOfFacts(outline) }))
  const typed = await typedFacts(db, { area, period, codes: codesOfFacts(outline) })
  const targets = await listTargetFacts(db, { area, period, asOf, targets: plan.targets })
  const rows = { units: known.units, targets: plan.targets }
  const level = area.kind === 'province' ? outline.levels.province : outline.levels.commune
  return {
    head: reportHead(outline, { area, province: subject.province, period, plan: plan.citation }),
    unit: { id: area.id, name: area.name, kind: area.kind === 'province' ? 'province' : 'commune' },
    period,
    next: nextPeriodName(period),
    asOf,
    reported: { ...known.reported, lower: level.lower },
    heard: known.heard,
    gathered: known.gathered,
    definitions: await listUsedDefinitions(db, usedCodes(outline, plan)),
    sample: known.sample,
    ...rows,
    cells: computeCells(outline, rows, {
      facts: withFacts({ ...known.facts, ...targets.facts }, typed),
      lower: known.lower,
      fractions: { ...targets.fractions, ...known.fractions },
    }),
  }
}

/** Codes of the indicators that numbers of this report follow: `<code>.got`, `<code>.due`, and those of targets. */
function usedCodes(outline: Outline, { targets }: ReportPlan): string[] {
  return [
    ...new Set([...codesOfFacts(outline), ...targets.flatMap(({ indicatorCode }) => indicatorCode ?? [])]),
  ]
}

function codesOfFacts({ tables }: Outline): string[] {
  const facts = tables.flatMap(({ columns }) => columns.flatMap(({ fact }) => fact ?? []))
  return [...new Set(facts.flatMap((fact) => /^(.+:.+)\.(?:got|due)$/.exec(fact)?.[1] ?? []))]
}

/** Of indicators that no record gives: what was typed for the place and the period with its source, as a whole. */
async function typedFacts(
  db: Db,
  asked: { area: Area; period: Period; codes: readonly string[] },
): Promise<Facts> {
  const values = await listTypedValues(db, asked)
  const counts = values.flatMap(({ code, numerator }) =>
    numerator === null ? [] : [[`${code}.got`, numerator] as const],
  )
  return counts.length === 0 ? {} : { all: Object.fromEntries(counts) }
}

function unitRows(below: readonly Area[], facts: Facts): UnitRow[] {
  const units = below.map(({ id, name }) => ({ key: id, name }))
  return facts[noVillage] ? [...units, { key: noVillage, name: 'Chưa rõ thôn' }] : units
}

type Known = Pick<ComputedReport, 'units' | 'heard' | 'gathered' | 'sample'> & {
  facts: Facts
  lower: Facts
  fractions: Fractions
  reported: { done: number; all: number }
}

/** A province adds up the accepted and signed reports of its communes; who has not reported stays blank. */
async function provinceKnown(db: Db, subject: ReportSubject): Promise<Known> {
  const { area, plan, period, today } = subject
  const taken = await takeLowerReports(db, { area, planId: plan.id, period, today, targets: plan.targets })
  const done = taken.heard.filter(({ heard }) => heard === 'counted').length
  return { ...taken, facts: {}, reported: { done, all: taken.heard.length } }
}

async function communeKnown(db: Db, subject: ReportSubject, counting: Counting): Promise<Known> {
  const below = await listChildAreas(db, subject.area.id, counting.asOf)
  const { facts, sample } = await communeFacts(db, subject, counting)
  const { id: areaId, lft, rgt } = subject.area
  const { from } = periodRange(subject.period)
  const more = await annexFacts(db, { areaId, lft, rgt, from, asOf: counting.asOf })
  const none = { lower: {}, fractions: {}, heard: [], gathered: {} }
  return {
    ...none,
    facts: withFacts(facts, more),
    sample,
    units: unitRows(below, facts),
    reported: { done: below.filter(({ id }) => facts[id]).length, all: below.length },
  }
}

/** The last day that is counted, and the indicators that the outline asks for: others are not computed. */
type Counting = { asOf: Day; codes: readonly string[] }

/** A commune's numbers come from the register and the services, by village. */
async function communeFacts(
  db: Db,
  { area, period }: ReportSubject,
  { asOf, codes }: Counting,
): Promise<{ facts: Facts; sample: boolean }> {
  const facts: MutableFacts = {}
  const counts = await countChildren(db, area.id, asOf)
  for (const count of counts) facts[count.villageId ?? noVillage] = childFacts(count)
  for (const { code, group, numerator, denominator } of await listIndicatorValues(db, {
    area,
    period,
    asOf,
    by: 'unit',
    codes,
  })) {
    const key = group && group.key !== 'unknown' ? group.key : noVillage
    const row = (facts[key] ??= {})
    if (numerator !== null) row[`${code}.got`] = numerator
    if (denominator !== null) row[`${code}.due`] = denominator
  }
  return { facts, sample: counts.some((count) => count.sample > 0) }
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
