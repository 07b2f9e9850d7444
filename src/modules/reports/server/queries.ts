import { sql } from 'kysely'
import { Period } from '#base/period.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { ComputedReport, type TypedCell, type WrittenSection } from '../shared/assemble.ts'
import { ReportContent, ReportState } from '../shared/contract.ts'
import { ReportPlan } from '../shared/report-plan.ts'

export type StoredReport = {
  id: string
  no: number
  areaId: string
  areaLft: number
  planId: string
  period: Period
  outlineVersion: string
  state: ReportState
  version: number
  computedAt: string
  finishedAt: string | null
  plan: ReportPlan
  computed: ComputedReport
  frozen: ReportContent | null
}

const columns = [
  'id',
  'no',
  'area_id as areaId',
  'area_lft as areaLft',
  'plan_id as planId',
  'period',
  'outline_version as outlineVersion',
  'state',
  'version',
  'computed_at as computedAt',
  'finished_at as finishedAt',
  'plan',
  'computed',
  'frozen',
] as const

type Row = Omit<StoredReport, 'state' | 'plan' | 'computed' | 'frozen'> & {
  plan: unknown
  state: string
  computed: unknown
  frozen: unknown
}

function toReport(row: Row): StoredReport {
  return {
    ...row,
    period: Period.parse(row.period),
    state: ReportState.parse(row.state),
    plan: ReportPlan.parse(row.plan),
    computed: ComputedReport.parse(row.computed),
    frozen: row.frozen === null ? null : ReportContent.parse(row.frozen),
  }
}

export async function findReport(db: Db, within: Range, id: string): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom('reports')
    .select(columns)
    .where('id', '=', id)
    .where('area_lft', '>=', within.lft)
    .where('area_lft', '<=', within.rgt)
    .executeTakeFirst()
  return row && toReport(row)
}

/** The report with its row held, so that writing into it and finishing it wait for each other. */
export async function lockReport(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('reports').select('id').where('id', '=', id).forUpdate().execute()
}

type Subject = { areaId: string; planId: string; period: Period }

export async function findDraftId(db: Db, { areaId, planId, period }: Subject): Promise<string | undefined> {
  const row = await db
    .selectFrom('reports')
    .select('id')
    .where('area_id', '=', areaId)
    .where('plan_id', '=', planId)
    .where('period', '=', period)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return row?.id
}

export async function listReportRows(db: Db, within: Range) {
  const rows = await db
    .selectFrom('reports')
    .innerJoin('areas', 'areas.id', 'reports.area_id')
    .select([
      'reports.id',
      'reports.no',
      'reports.area_id as areaId',
      'areas.name as areaName',
      'reports.plan_id as planId',
      sql<string>`reports.plan ->> 'name'`.as('planName'),
      'reports.period',
      'reports.state',
      'reports.computed_at as computedAt',
      'reports.finished_at as finishedAt',
    ])
    .where('reports.area_lft', '>=', within.lft)
    .where('reports.area_lft', '<=', within.rgt)
    .orderBy('reports.period', 'desc')
    .orderBy('reports.no', 'desc')
    .limit(500)
    .execute()
  return rows.map((row) => ({
    ...row,
    period: Period.parse(row.period),
    state: ReportState.parse(row.state),
  }))
}

export type NewReport = Subject & {
  id: string
  areaLft: number
  outlineVersion: string
  plan: ReportPlan
  computed: ComputedReport
  at: string
  by: string
}

/** Makes the draft; of two people at once the first one's stays and the second gets it. */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  await tx
    .insertInto('reports')
    .values({
      id: report.id,
      area_id: report.areaId,
      area_lft: report.areaLft,
      plan_id: report.planId,
      period: report.period,
      outline_version: report.outlineVersion,
      plan: JSON.stringify(report.plan),
      computed: JSON.stringify(report.computed),
      as_of: report.computed.asOf,
      computed_at: report.at,
      created_at: report.at,
      created_by: report.by,
    })
    .onConflict((conflict) =>
      conflict.columns(['area_id', 'plan_id', 'period']).where('state', '=', 'draft').doNothing(),
    )
    .execute()
}

export async function updateComputed(
  tx: Tx,
  id: string,
  { computed, plan, at }: Pick<NewReport, 'computed' | 'plan' | 'at'>,
): Promise<void> {
  await tx
    .updateTable('reports')
    .set({
      plan: JSON.stringify(plan),
      computed: JSON.stringify(computed),
      as_of: computed.asOf,
      computed_at: at,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

export async function freezeReport(
  tx: Tx,
  id: string,
  { content, at, by }: { content: ReportContent; at: string; by: string },
): Promise<void> {
  await tx
    .updateTable('reports')
    .set({
      state: 'done',
      frozen: JSON.stringify(content),
      finished_at: at,
      finished_by: by,
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

export async function listTypedCells(db: Db, reportId: string): Promise<TypedCell[]> {
  const rows = await db
    .selectFrom('reports_cells')
    .select(['key', 'source', 'value', 'reason', 'typed_by_name as by', 'typed_at as at'])
    .where('report_id', '=', reportId)
    .execute()
  return rows.map((row) => ({ ...row, source: row.source === 'typed' ? 'typed' : 'not-applicable' }))
}

export type NewCell = {
  reportId: string
  areaLft: number
  key: string
  source: 'typed' | 'not-applicable'
  value: number | null
  reason: string
  by: { id: string; name: string }
  at: string
}

export async function upsertTypedCell(tx: Tx, cell: NewCell): Promise<void> {
  const said = {
    source: cell.source,
    value: cell.value,
    reason: cell.reason,
    typed_by: cell.by.id,
    typed_by_name: cell.by.name,
    typed_at: cell.at,
  }
  await tx
    .insertInto('reports_cells')
    .values({ report_id: cell.reportId, key: cell.key, area_lft: cell.areaLft, ...said })
    .onConflict((conflict) => conflict.columns(['report_id', 'key']).doUpdateSet(said))
    .execute()
}

export async function deleteTypedCell(tx: Tx, reportId: string, key: string): Promise<void> {
  await tx.deleteFrom('reports_cells').where('report_id', '=', reportId).where('key', '=', key).execute()
}

export async function listWrittenSections(db: Db, reportId: string): Promise<WrittenSection[]> {
  return db
    .selectFrom('reports_sections')
    .select(['key', 'text', 'version', 'written_by_name as by', 'written_at as at'])
    .where('report_id', '=', reportId)
    .execute()
}

export type NewText = {
  reportId: string
  areaLft: number
  key: string
  text: string
  by: { id: string; name: string }
  at: string
}

/** Writes a section whose version is still `version` (0: never written). False when it is not. */
export async function saveSection(tx: Tx, text: NewText, version: number): Promise<boolean> {
  const said = {
    text: text.text,
    written_by: text.by.id,
    written_by_name: text.by.name,
    written_at: text.at,
  }
  if (version === 0) {
    const made = await tx
      .insertInto('reports_sections')
      .values({ report_id: text.reportId, key: text.key, area_lft: text.areaLft, version: 1, ...said })
      .onConflict((conflict) => conflict.doNothing())
      .returning('version')
      .executeTakeFirst()
    return made !== undefined
  }
  const changed = await tx
    .updateTable('reports_sections')
    .set({ ...said, version: version + 1 })
    .where('report_id', '=', text.reportId)
    .where('key', '=', text.key)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return changed !== undefined
}
