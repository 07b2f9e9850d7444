import type { Day } from '#base/day.ts'
import { type Period, periodOf } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { assembleReport } from '../shared/assemble.ts'
import type { ReportContent } from '../shared/content.ts'
import type { ColumnRules, Report, ReportChoices, ReportSummary } from '../shared/contract.ts'
import { listDoings, stepBack } from '../shared/flow.ts'
import { reportsProblem } from '../shared/problems.ts'
import { getOutline } from './outline.ts'
import { findOutdated } from './outdated.ts'
import { listPlanChoices } from './plan.ts'
import { findReport, listPartDrafts, listReportRows, type StoredReport } from './queries.ts'
import { findVersion, listSteps, listVersions } from './queries-flow.ts'
import { listTypedCells, listWrittenSections } from './queries-writing.ts'
import { seenContent } from './seen-content.ts'
import { standingOf } from './standing.ts'

/** A report in the actor's area: one elsewhere and one that does not exist look the same. */
export async function getStoredReport(db: Db, actor: Actor, id: string): Promise<StoredReport> {
  const report = await findReport(db, actor.area, id)
  if (!report) throw reportsProblem('reports.not-found')
  return report
}

const inHand = ['draft', 'returned', 'merged']

/** The frozen copy that was sent or signed last, or for a draft what its numbers and words make now. */
export async function reportContent(db: Db, report: StoredReport): Promise<ReportContent> {
  const frozen = inHand.includes(report.state) ? undefined : await findVersion(db, report.id)
  return frozen?.content ?? liveContent(db, report)
}

async function liveContent(db: Db, report: StoredReport): Promise<ReportContent> {
  const outline = await getOutline(report.outlineVersion)
  const [typed, written] = [await listTypedCells(db, report.id), await listWrittenSections(db, report.id)]
  return assembleReport(outline, report.computed, typed, written)
}

/** What is shown of a report to a person. */
async function seenReport(
  { db, actor }: { db: Db; actor: Actor },
  report: StoredReport,
): Promise<ReportContent> {
  const content = await reportContent(db, report)
  return seenContent({ db, actor }, report, { content, isSigned: report.state === 'signed' })
}

/** The report as this person may see it, with what may be done next and what changed since its numbers were taken. */
export async function getReport(db: Db, actor: Actor, id: string): Promise<Report> {
  const stored = await getStoredReport(db, actor, id)
  const area = await getArea(db, stored.areaId)
  const { no, areaId, originAreaId, planId, period, state, version, computedAt, finishedAt } = stored
  const isOwn = originAreaId === areaId
  const steps = await listSteps(db, id)
  return {
    ...{ id, no, areaId, planId, period, state, version, computedAt, finishedAt },
    isReopened: state === 'returned' && stepBack(steps)?.kind === 'reopen',
    areaName: area.name,
    planName: stored.plan.name,
    content: await seenReport({ db, actor }, stored),
    originName: isOwn ? null : (await getArea(db, originAreaId)).name,
    may: listDoings(await standingOf(db, actor, stored)),
    openParts: stored.openParts,
    versions: await listVersions(db, id),
    steps,
    partDrafts: isOwn ? await listPartDrafts(db, stored) : [],
    outdated: await findOutdated(db, stored),
  }
}

/** By the outline that the report was made with: which columns follow from records and how, which are typed. */
export async function columnRules(db: Db, actor: Actor, id: string): Promise<ColumnRules> {
  const { outlineVersion } = await getStoredReport(db, actor, id)
  const { tables } = await getOutline(outlineVersion)
  const columns = tables.flatMap((table) => table.columns.map((column) => ({ table: table.key, ...column })))
  return Object.fromEntries(
    columns
      .filter(({ percentOf, kind }) => percentOf === undefined && kind !== 'target')
      .map(({ table, key, fact = null, rule = null }) => [`${table}.${key}`, { fact, rule }]),
  )
}

export function listReports(db: Db, actor: Actor): Promise<ReportSummary[]> {
  return listReportRows(db, actor.area)
}

/** Plans to report on, and the periods one reports on now: the current and past halves and years, newest first. */
export async function listReportChoices(db: Db, actor: Actor, today: Day): Promise<ReportChoices> {
  const reports = actor.area.kind === 'province' || actor.area.kind === 'commune'
  return {
    areaId: reports ? actor.area.id : null,
    plans: await listPlanChoices(db, actor),
    periods: recentPeriods(today),
  }
}

/**
 * The present half-year first, then this year and the last with their halves; a second half that has not begun is
 * left out.
 */
export function recentPeriods(today: Day): Period[] {
  const year = Number(today.slice(0, 4))
  const years = [year, year - 1].flatMap((each) => [`${each}-H2`, `${each}-H1`, String(each)])
  const current = periodOf(today, 'half')
  return [current, ...years.filter((period) => period !== current && !(period === `${year}-H2`))]
}
