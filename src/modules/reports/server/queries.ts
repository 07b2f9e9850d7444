import { sql } from 'kysely'
import { z } from 'zod'
import { Period } from '#base/period.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { ComputedReport } from '../shared/computed.ts'
import { ReportState } from '../shared/flow.ts'
import { ReportPlan } from '../shared/report-plan.ts'

export type StoredReport = {
  id: string
  no: number
  areaId: string
  areaLft: number
  /** The unit for which it was made; another than `areaId` after a merger. */
  originAreaId: string
  planId: string
  period: Period
  outlineVersion: string
  state: ReportState
  /** Keys of sections and tables that a reopening left open; null is everything. */
  openParts: string[] | null
  mergedInto: string | null
  version: number
  computedAt: string
  finishedAt: string | null
  plan: ReportPlan
  computed: ComputedReport
}

const columns = [
  'id',
  'no',
  'area_id as areaId',
  'area_lft as areaLft',
  'origin_area_id as originAreaId',
  'plan_id as planId',
  'period',
  'outline_version as outlineVersion',
  'state',
  'version',
  'computed_at as computedAt',
  'finished_at as finishedAt',
  'plan',
  'computed',
  'open_parts as openParts',
  'merged_into as mergedInto',
] as const

type Row = Omit<StoredReport, 'state' | 'plan' | 'computed' | 'openParts'> & {
  plan: unknown
  state: string
  computed: unknown
  openParts: unknown
}

const OpenParts = z.array(z.string()).nullable()

function toReport(row: Row): StoredReport {
  return {
    ...row,
    period: Period.parse(row.period),
    state: ReportState.parse(row.state),
    plan: ReportPlan.parse(row.plan),
    computed: ComputedReport.parse(row.computed),
    openParts: OpenParts.parse(row.openParts),
  }
}

/** Undefined also for one outside of the range: elsewhere and not there look the same. */
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

export async function findIdByNo(db: Db, no: number): Promise<string | undefined> {
  const row = await db.selectFrom('reports').select('id').where('no', '=', no).executeTakeFirst()
  return row?.id
}

/** The report with its row held, so that writing into it and finishing it wait for each other. */
export async function lockReport(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('reports').select('id').where('id', '=', id).forUpdate().execute()
}

type Subject = { areaId: string; planId: string; period: Period }

/**
 * The report that a unit itself made on a plan and a period: the one that is under way, or else the newest signed. What
 * came to it from units that it took in is not among them.
 */
export async function findOwnReportId(
  db: Db,
  { areaId, planId, period }: Subject,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('reports')
    .select('id')
    .where('area_id', '=', areaId)
    .where('origin_area_id', '=', areaId)
    .where('plan_id', '=', planId)
    .where('period', '=', period)
    .where('state', '<>', 'merged')
    .orderBy(sql`state = 'signed'`)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row?.id
}

/** Whether report `r` is back in hand by a reopening (`stepBack` of its steps). */
export const isReopened = sql<boolean>`r.state = 'returned' and coalesce(
  (select s.kind = 'reopen' from reports_steps s
    where s.report_id = r.id and s.kind in ('return', 'reopen') order by s.position desc limit 1), false)`

/** The latest period first, at most 500; without content. */
export async function listReportRows(db: Db, within: Range) {
  const rows = await db
    .selectFrom('reports as r')
    .innerJoin('areas', 'areas.id', 'r.area_id')
    .select([
      'r.id',
      'r.no',
      'r.area_id as areaId',
      'areas.name as areaName',
      'r.plan_id as planId',
      sql<string>`r.plan ->> 'name'`.as('planName'),
      'r.period',
      'r.state',
      isReopened.as('isReopened'),
      'r.computed_at as computedAt',
      'r.finished_at as finishedAt',
    ])
    .where('r.area_lft', '>=', within.lft)
    .where('r.area_lft', '<=', within.rgt)
    .orderBy('r.period', 'desc')
    .orderBy('r.no', 'desc')
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
      origin_area_id: report.areaId,
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
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Numbers and plan as they are now; what people typed and wrote is in tables of its own. */
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

export type Moved = {
  state: ReportState
  openParts: readonly string[] | null
  finishedAt?: string
  by?: string
}

/** Puts the report into another state. The day and person of signing stay when it is reopened. */
export async function updateState(tx: Tx, id: string, moved: Moved): Promise<void> {
  const { state, openParts, finishedAt, by } = moved
  await tx
    .updateTable('reports')
    .set({
      state,
      open_parts: openParts === null ? null : JSON.stringify(openParts),
      ...(finishedAt ? { finished_at: finishedAt, finished_by: by ?? null } : {}),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Unfinished reports on the same period that came to the unit from units that it took in. */
export async function listPartDrafts(
  db: Db,
  { areaId, period }: Pick<StoredReport, 'areaId' | 'period'>,
): Promise<{ id: string; areaName: string }[]> {
  return db
    .selectFrom('reports')
    .innerJoin('areas', 'areas.id', 'reports.origin_area_id')
    .select(['reports.id', 'areas.name as areaName'])
    .where('reports.area_id', '=', areaId)
    .whereRef('reports.origin_area_id', '<>', 'reports.area_id')
    .where('reports.period', '=', period)
    .where('reports.state', 'in', ['draft', 'returned'])
    .orderBy(sql`areas.name ${vietnamese}`)
    .execute()
}

/** The unit's report took this one over; it stays readable and moves no more. */
export async function setMerged(tx: Tx, id: string, into: string): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ state: 'merged', merged_into: into, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}
