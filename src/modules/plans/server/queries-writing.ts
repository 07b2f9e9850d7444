import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'
import type { PlanReading, PlanTarget } from '../shared/contract.ts'
import type { FiledDeadline, FiledTask, TargetLink } from '../shared/filing.ts'

export type NewPlan = {
  id: string
  areaId: string
  areaLft: number
  /** As units stood on the plan's day; null when its name does not tell. */
  issuerAreaId: string | null
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
      id: plan.id,
      area_id: plan.areaId,
      area_lft: plan.areaLft,
      kind: reading.kind,
      number: reading.number,
      symbol: reading.symbol,
      issued_on: date?.length === 10 ? date : null,
      issued_month: date?.slice(0, 7) ?? null,
      issuer: reading.issuer,
      issuer_area: reading.issuerArea,
      issuer_area_id: plan.issuerAreaId,
      title: reading.title ?? '',
      period_from: reading.period?.from ?? null,
      period_to: reading.period?.to ?? null,
      source_name: plan.sourceName,
      source_text: plan.sourceText,
      reading: JSON.stringify(reading),
      filed_by: plan.filedBy,
    })
    .execute()
}

export type NewTarget = { id: string; target: PlanTarget; link: TargetLink }
type Owner = { planId: string; areaLft: number }

export async function insertTargets(
  tx: Tx,
  { planId, areaLft }: Owner,
  targets: readonly NewTarget[],
): Promise<void> {
  if (targets.length === 0) return
  await tx
    .insertInto('plans_targets')
    .values(
      targets.map(({ id, target, link }, position) => ({
        plan_id: planId,
        id,
        area_lft: areaLft,
        position,
        text: target.text,
        measure: target.measure,
        comparator: target.comparator,
        value: target.value,
        value_to: target.valueTo,
        unit: target.unit,
        year: target.year,
        numerator: target.numerator,
        denominator: target.denominator,
        section: target.section,
        way: link.way,
        indicator_code: link.indicatorCode,
      })),
    )
    .execute()
}

export type NewTask = Omit<FiledTask, 'state' | 'note'>

export async function insertTasks(
  tx: Tx,
  { planId, areaLft }: Owner,
  tasks: readonly NewTask[],
): Promise<void> {
  if (tasks.length === 0) return
  const common = { plan_id: planId, area_lft: areaLft }
  await tx
    .insertInto('plans_tasks')
    .values(
      tasks.map(({ id, parentId, label, title, purpose, solutions, due }, position) => ({
        ...common,
        id,
        parent_id: parentId,
        label,
        title,
        purpose,
        solutions: JSON.stringify(solutions),
        due_on: due?.on ?? null,
        due_said: due?.said ?? null,
        position,
      })),
    )
    .execute()
  const agencies = tasks.flatMap(({ id, lead, coordinating }) => [
    ...lead.map((name, position) => ({ ...common, task_id: id, role: 'lead', name, position })),
    ...coordinating.map((name, position) => ({
      ...common,
      task_id: id,
      role: 'coordinating',
      name,
      position,
    })),
  ])
  if (agencies.length > 0) await tx.insertInto('plans_task_agencies').values(agencies).execute()
}

export async function insertDeadlines(
  tx: Tx,
  { planId, areaLft }: Owner,
  deadlines: readonly FiledDeadline[],
): Promise<void> {
  if (deadlines.length === 0) return
  await tx
    .insertInto('plans_deadlines')
    .values(
      deadlines.map(({ id, text, date, rule, who, section }, position) => ({
        plan_id: planId,
        area_lft: areaLft,
        id,
        position,
        text,
        due_on: date,
        rule,
        who,
        section,
      })),
    )
    .execute()
}

type TargetKey = { planId: string; targetId: string }

export async function updateLink(tx: Tx, { planId, targetId }: TargetKey, link: TargetLink): Promise<void> {
  await tx
    .updateTable('plans_targets')
    .set({ way: link.way, indicator_code: link.indicatorCode })
    .where('plan_id', '=', planId)
    .where('id', '=', targetId)
    .execute()
}

export type NewValue = TargetKey & {
  id: string
  areaLft: number
  value: number
  asOf: string
  source: string
  enteredBy: string
}

/** Sending the same value twice stores it once. */
export async function insertValue(tx: Tx, value: NewValue): Promise<void> {
  await tx
    .insertInto('plans_target_values')
    .values({
      plan_id: value.planId,
      target_id: value.targetId,
      id: value.id,
      area_lft: value.areaLft,
      value: value.value,
      as_of: value.asOf,
      source: value.source,
      entered_by: value.enteredBy,
    })
    .onConflict((conflict) => conflict.columns(['plan_id', 'id']).doNothing())
    .execute()
}

/** Number, symbol and day of a filed plan, in its row and in its reading. */
export async function updateHeading(
  tx: Tx,
  planId: string,
  heading: { number: string | null; symbol: string | null; date: string | null; issuedOn: string | null },
): Promise<void> {
  const { number, symbol, date, issuedOn } = heading
  await tx
    .updateTable('plans')
    .set({
      ...{ number, symbol, issued_on: issuedOn, issued_month: date?.slice(0, 7) ?? null },
      reading: sql`reading || ${JSON.stringify({ number, symbol, date })}::jsonb`,
    })
    .where('id', '=', planId)
    .execute()
}
