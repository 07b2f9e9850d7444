import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Range } from '#platform/db/types.ts'
import { Comparator, PlanReading } from '../shared/contract.ts'
import {
  type FiledDeadline,
  type FiledPlan,
  type FiledTarget,
  type FiledTask,
  type PlanSummary,
  TargetLink,
  TaskState,
} from '../shared/filing.ts'

/** Written under `area`, not above it. */
function isOwn(area: Range) {
  return sql<boolean>`plan.area_lft between ${area.lft} and ${area.rgt}`
}

/** Of a place that contains `area`. Row-level security shows these for reading only. */
function isAbove(area: Range) {
  return sql<boolean>`area.lft < ${area.lft} and area.rgt >= ${area.rgt}`
}

function summaries(db: Db, within: Range) {
  return db
    .selectFrom('plans as plan')
    .innerJoin('areas as area', 'area.id', 'plan.area_id')
    .select([
      'plan.id',
      'plan.no',
      'plan.area_id as areaId',
      'area.full_name as areaName',
      'plan.kind',
      'plan.number',
      'plan.symbol',
      'plan.issuer',
      'plan.title',
      'plan.period_from as periodFrom',
      'plan.period_to as periodTo',
      'plan.filed_at as filedAt',
    ])
    .select(sql<string | null>`coalesce(plan.issued_on::text, plan.issued_month)`.as('date'))
    .select(
      sql<number>`(select count(*)::int from plans_targets t where t.plan_id = plan.id)`.as('targetCount'),
    )
    .select(
      sql<number>`(select count(*)::int from plans_tasks k where k.plan_id = plan.id and k.parent_id is null)`.as(
        'taskCount',
      ),
    )
    .select(sql<boolean>`not (${isOwn(within)})`.as('isAbove'))
}

/** Newest first. */
export async function listPlans(db: Db, area: Range): Promise<PlanSummary[]> {
  return newestFirst(summaries(db, area).where(isOwn(area)))
}

/** Plans of the places that contain this one, newest first; they are read here, never changed. */
export async function listPlansAbove(db: Db, area: Range): Promise<PlanSummary[]> {
  return newestFirst(summaries(db, area).where(isAbove(area)))
}

function newestFirst(query: ReturnType<typeof summaries>): Promise<PlanSummary[]> {
  return query
    .orderBy(sql`coalesce(plan.issued_month, '')`, 'desc')
    .orderBy('plan.no', 'desc')
    .limit(500)
    .execute()
}

/** These plans, as far as they are seen. */
export async function listSummaries(db: Db, ids: readonly string[], area: Range): Promise<PlanSummary[]> {
  if (ids.length === 0) return []
  return summaries(db, area)
    .where('plan.id', 'in', [...ids])
    .execute()
}

/** A plan of this place or of one below it: what may be changed. */
export async function findPlan(db: Db, id: string, area: Range): Promise<FiledPlan | undefined> {
  return withParts(db, summaries(db, area).where('plan.id', '=', id).where(isOwn(area)))
}

/** A plan of this place, of one below it or of one that contains it: what may be read. */
export async function findPlanSeen(db: Db, id: string, area: Range): Promise<FiledPlan | undefined> {
  const seen = sql<boolean>`(${isOwn(area)} or ${isAbove(area)})`
  return withParts(db, summaries(db, area).where('plan.id', '=', id).where(seen))
}

async function withParts(db: Db, query: ReturnType<typeof summaries>): Promise<FiledPlan | undefined> {
  const row = await query.select(['plan.reading', 'plan.source_name as sourceName']).executeTakeFirst()
  if (!row) return undefined
  const [targets, tasks, deadlines] = [
    await listTargets(db, row.id),
    await listTasks(db, row.id),
    await listDeadlines(db, row.id),
  ]
  return { ...row, reading: PlanReading.parse(row.reading), targets, tasks, deadlines, isClosed: false }
}

/** A plan of the range by its short number, as commands name it. */
export async function findPlanId(db: Db, no: number, area: Range): Promise<string | undefined> {
  const row = await db
    .selectFrom('plans as plan')
    .select('plan.id')
    .where('plan.no', '=', no)
    .where('plan.area_lft', '>=', area.lft)
    .where('plan.area_lft', '<=', area.rgt)
    .executeTakeFirst()
  return row?.id
}

/** The text that was read, of an own plan or of one of the places above. */
export async function findSource(
  db: Db,
  id: string,
  area: Range,
): Promise<{ sourceName: string | null; text: string } | undefined> {
  return db
    .selectFrom('plans as plan')
    .innerJoin('areas as area', 'area.id', 'plan.area_id')
    .select(['plan.source_name as sourceName', 'plan.source_text as text'])
    .where('plan.id', '=', id)
    .where(sql<boolean>`(${isOwn(area)} or ${isAbove(area)})`)
    .executeTakeFirst()
}

export type DocumentKey = { number: string; symbol: string | null; issuer: string | null; year: string }

/** The plan that bears the same number of the same body in the same year. */
export async function findSamePlan(
  db: Db,
  { number, symbol, issuer, year }: DocumentKey,
): Promise<{ id: string; no: number } | undefined> {
  return db
    .selectFrom('plans as plan')
    .select(['plan.id', 'plan.no'])
    .where('plan.number', '=', number)
    .where('plan.symbol', 'is not distinct from', symbol)
    .where(sql<boolean>`lower(plan.issuer) is not distinct from lower(${issuer}::text)`)
    .where(sql<boolean>`left(plan.issued_month, 4) is not distinct from ${year}`)
    .executeTakeFirst()
}

/** The plan of this place that was read from the very same text; for documents whose number is blank. */
export async function findSameText(
  db: Db,
  { areaId, text }: { areaId: string; text: string },
): Promise<{ no: number } | undefined> {
  return db
    .selectFrom('plans as plan')
    .select('plan.no')
    .where('plan.area_id', '=', areaId)
    .where('plan.number', 'is', null)
    .where(sql<boolean>`md5(plan.source_text) = md5(${text}::text)`)
    .executeTakeFirst()
}

async function listTargets(db: Db, planId: string): Promise<FiledTarget[]> {
  const rows = await db
    .selectFrom('plans_targets')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const values = await db
    .selectFrom('plans_target_values')
    .select(['id', 'target_id as targetId', 'value', 'as_of as asOf', 'source', 'entered_at as enteredAt'])
    .where('plan_id', '=', planId)
    .orderBy('as_of', 'desc')
    .orderBy('entered_at', 'desc')
    .execute()
  return rows.map((row) => {
    const last = values.find(({ targetId }) => targetId === row.id)
    return {
      id: row.id,
      text: row.text,
      measure: row.measure,
      comparator: Comparator.parse(row.comparator),
      value: row.value,
      valueTo: row.value_to,
      unit: row.unit,
      year: row.year,
      numerator: row.numerator,
      denominator: row.denominator,
      section: row.section,
      ...TargetLink.parse({ way: row.way, indicatorCode: row.indicator_code }),
      handValue: last
        ? { id: last.id, value: last.value, asOf: last.asOf, source: last.source, enteredAt: last.enteredAt }
        : null,
    }
  })
}

export type DatedValue = { targetId: string; value: number; asOf: string; source: string }

/** For each target the latest value that was typed for `day` or a day before. */
export async function listValuesOn(db: Db, planId: string, day: string): Promise<DatedValue[]> {
  return db
    .selectFrom('plans_target_values')
    .distinctOn('target_id')
    .select(['target_id as targetId', 'value', 'as_of as asOf', 'source'])
    .where('plan_id', '=', planId)
    .where('as_of', '<=', day)
    .orderBy('target_id')
    .orderBy('as_of', 'desc')
    .orderBy('entered_at', 'desc')
    .execute()
}

const solutions = z.array(z.string())

async function listTasks(db: Db, planId: string): Promise<FiledTask[]> {
  const rows = await db
    .selectFrom('plans_tasks')
    .selectAll()
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const agencies = await db
    .selectFrom('plans_task_agencies')
    .select(['task_id as taskId', 'role', 'name'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const named = (taskId: string, role: string) =>
    agencies.filter((one) => one.taskId === taskId && one.role === role).map(({ name }) => name)
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parent_id,
    label: row.label,
    title: row.title,
    purpose: row.purpose,
    solutions: solutions.parse(row.solutions),
    lead: named(row.id, 'lead'),
    coordinating: named(row.id, 'coordinating'),
    due: row.due_on === null ? null : { on: row.due_on, said: row.due_said },
    state: TaskState.parse(row.state),
    note: row.note,
  }))
}

async function listDeadlines(db: Db, planId: string): Promise<FiledDeadline[]> {
  return db
    .selectFrom('plans_deadlines')
    .select(['id', 'text', 'due_on as date', 'rule', 'who', 'section'])
    .where('plan_id', '=', planId)
    .orderBy(sql`due_on is null`)
    .orderBy('due_on')
    .orderBy('position')
    .execute()
}
