import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { Comparator, PlanReading, type PlanTarget } from '../shared/contract.ts'
import { type FiledDeadline, type FiledPlan, type FiledTarget, type FiledTask, type PlanSummary, TargetLink, TaskState } from '../shared/filing.ts'

function summaries(db: Db) {
  return db
    .selectFrom('plans as plan')
    .innerJoin('areas as area', 'area.id', 'plan.area_id')
    .select([
      'plan.id', 'plan.no', 'plan.area_id as areaId', 'area.full_name as areaName', 'plan.kind', 'plan.number', 'plan.symbol',
      'plan.issuer', 'plan.title', 'plan.period_from as periodFrom', 'plan.period_to as periodTo', 'plan.filed_at as filedAt',
    ])
    .select(sql<string | null>`coalesce(plan.issued_on::text, plan.issued_month)`.as('date'))
    .select(sql<number>`(select count(*)::int from plans_targets t where t.plan_id = plan.id)`.as('targetCount'))
    .select(sql<number>`(select count(*)::int from plans_tasks k where k.plan_id = plan.id and k.parent_id is null)`.as('taskCount'))
}

/** Newest first. */
export async function listPlans(db: Db, area: Range): Promise<PlanSummary[]> {
  return summaries(db)
    .where('plan.area_lft', '>=', area.lft)
    .where('plan.area_lft', '<=', area.rgt)
    .orderBy(sql`coalesce(plan.issued_month, '')`, 'desc')
    .orderBy('plan.no', 'desc')
    .limit(500)
    .execute()
}

export async function findPlan(db: Db, id: string, area: Range): Promise<FiledPlan | undefined> {
  const row = await summaries(db)
    .select(['plan.reading', 'plan.source_name as sourceName'])
    .where('plan.id', '=', id)
    .where('plan.area_lft', '>=', area.lft)
    .where('plan.area_lft', '<=', area.rgt)
    .executeTakeFirst()
  if (!row) return undefined
  const [targets, tasks, deadlines] = [await listTargets(db, id), await listTasks(db, id), await listDeadlines(db, id)]
  return { ...row, reading: PlanReading.parse(row.reading), targets, tasks, deadlines }
}

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

export async function findSource(db: Db, id: string, area: Range): Promise<{ sourceName: string | null; text: string } | undefined> {
  return db
    .selectFrom('plans as plan')
    .select(['plan.source_name as sourceName', 'plan.source_text as text'])
    .where('plan.id', '=', id)
    .where('plan.area_lft', '>=', area.lft)
    .where('plan.area_lft', '<=', area.rgt)
    .executeTakeFirst()
}

export type DocumentKey = { number: string; symbol: string | null; issuer: string | null; year: string }

/** The plan that bears the same number of the same body in the same year. */
export async function findSamePlan(db: Db, { number, symbol, issuer, year }: DocumentKey): Promise<{ id: string; no: number } | undefined> {
  return db
    .selectFrom('plans as plan')
    .select(['plan.id', 'plan.no'])
    .where('plan.number', '=', number)
    .where('plan.symbol', 'is not distinct from', symbol)
    .where(sql<boolean>`lower(plan.issuer) is not distinct from lower(${issuer}::text)`)
    .where(sql<boolean>`left(plan.issued_month, 4) is not distinct from ${year}`)
    .executeTakeFirst()
}

export type NewPlan = {
  id: string
  areaId: string
  areaLft: number
  sourceName: string | null
  sourceText: string
  reading: PlanReading
  filedBy: string
}

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  const { reading } = plan
  const date = reading.date
  await tx
    .insertInto('plans')
    .values({
      id: plan.id, area_id: plan.areaId, area_lft: plan.areaLft, kind: reading.kind, number: reading.number, symbol: reading.symbol,
      issued_on: date?.length === 10 ? date : null, issued_month: date?.slice(0, 7) ?? null, issuer: reading.issuer,
      issuer_area: reading.issuerArea, title: reading.title ?? '', period_from: reading.period?.from ?? null,
      period_to: reading.period?.to ?? null, source_name: plan.sourceName, source_text: plan.sourceText,
      reading: JSON.stringify(reading), filed_by: plan.filedBy,
    })
    .execute()
}

export type NewTarget = { id: string; target: PlanTarget; link: TargetLink }
type Owner = { planId: string; areaLft: number }

export async function insertTargets(tx: Tx, { planId, areaLft }: Owner, targets: readonly NewTarget[]): Promise<void> {
  if (targets.length === 0) return
  await tx
    .insertInto('plans_targets')
    .values(
      targets.map(({ id, target, link }, position) => ({
        plan_id: planId, id, area_lft: areaLft, position, text: target.text, measure: target.measure, comparator: target.comparator,
        value: target.value, value_to: target.valueTo, unit: target.unit, year: target.year, numerator: target.numerator,
        denominator: target.denominator, section: target.section, way: link.way, indicator_code: link.indicatorCode,
      })),
    )
    .execute()
}

export type NewTask = Omit<FiledTask, 'state' | 'note'>

export async function insertTasks(tx: Tx, { planId, areaLft }: Owner, tasks: readonly NewTask[]): Promise<void> {
  if (tasks.length === 0) return
  const common = { plan_id: planId, area_lft: areaLft }
  await tx
    .insertInto('plans_tasks')
    .values(
      tasks.map(({ id, parentId, label, title, purpose, solutions }, position) => ({
        ...common, id, parent_id: parentId, label, title, purpose, solutions: JSON.stringify(solutions), position,
      })),
    )
    .execute()
  const agencies = tasks.flatMap(({ id, lead, coordinating }) => [
    ...lead.map((name, position) => ({ ...common, task_id: id, role: 'lead', name, position })),
    ...coordinating.map((name, position) => ({ ...common, task_id: id, role: 'coordinating', name, position })),
  ])
  if (agencies.length > 0) await tx.insertInto('plans_task_agencies').values(agencies).execute()
}

export async function insertDeadlines(tx: Tx, { planId, areaLft }: Owner, deadlines: readonly FiledDeadline[]): Promise<void> {
  if (deadlines.length === 0) return
  await tx
    .insertInto('plans_deadlines')
    .values(
      deadlines.map(({ id, text, date, rule, who, section }, position) => ({
        plan_id: planId, area_lft: areaLft, id, position, text, due_on: date, rule, who, section,
      })),
    )
    .execute()
}

async function listTargets(db: Db, planId: string): Promise<FiledTarget[]> {
  const rows = await db.selectFrom('plans_targets').selectAll().where('plan_id', '=', planId).orderBy('position').execute()
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
      id: row.id, text: row.text, measure: row.measure, comparator: Comparator.parse(row.comparator), value: row.value, valueTo: row.value_to,
      unit: row.unit, year: row.year, numerator: row.numerator, denominator: row.denominator, section: row.section,
      ...TargetLink.parse({ way: row.way, indicatorCode: row.indicator_code }),
      handValue: last ? { id: last.id, value: last.value, asOf: last.asOf, source: last.source, enteredAt: last.enteredAt } : null,
    }
  })
}

const solutions = z.array(z.string())

async function listTasks(db: Db, planId: string): Promise<FiledTask[]> {
  const rows = await db.selectFrom('plans_tasks').selectAll().where('plan_id', '=', planId).orderBy('position').execute()
  const agencies = await db
    .selectFrom('plans_task_agencies')
    .select(['task_id as taskId', 'role', 'name'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute()
  const named = (taskId: string, role: string) => agencies.filter((one) => one.taskId === taskId && one.role === role).map(({ name }) => name)
  return rows.map((row) => ({
    id: row.id, parentId: row.parent_id, label: row.label, title: row.title, purpose: row.purpose, solutions: solutions.parse(row.solutions),
    lead: named(row.id, 'lead'), coordinating: named(row.id, 'coordinating'), state: TaskState.parse(row.state), note: row.note,
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

type TargetKey = { planId: string; targetId: string }

export async function updateLink(tx: Tx, { planId, targetId }: TargetKey, link: TargetLink): Promise<boolean> {
  const result = await tx
    .updateTable('plans_targets')
    .set({ way: link.way, indicator_code: link.indicatorCode })
    .where('plan_id', '=', planId)
    .where('id', '=', targetId)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export type NewValue = TargetKey & { id: string; areaLft: number; value: number; asOf: string; source: string; enteredBy: string }

/** Sending the same value twice stores it once. */
export async function insertValue(tx: Tx, value: NewValue): Promise<void> {
  await tx
    .insertInto('plans_target_values')
    .values({
      plan_id: value.planId, target_id: value.targetId, id: value.id, area_lft: value.areaLft, value: value.value, as_of: value.asOf,
      source: value.source, entered_by: value.enteredBy,
    })
    .onConflict((conflict) => conflict.columns(['plan_id', 'id']).doNothing())
    .execute()
}

export async function updateTask(tx: Tx, { planId, taskId }: { planId: string; taskId: string }, change: { state: string; note: string | null }): Promise<boolean> {
  const result = await tx.updateTable('plans_tasks').set(change).where('plan_id', '=', planId).where('id', '=', taskId).executeTakeFirst()
  return result.numUpdatedRows > 0n
}
