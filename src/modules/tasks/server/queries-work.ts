import { sql } from 'kysely'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { TaskState } from '#modules/plans/shared/filing.ts'
import { BodyPart } from '../shared/contract.ts'

const Printed = z.array(z.object({ role: z.enum(['lead', 'coordinating']), name: z.string() }))

/** What is stored of a task and of its plan, before rules make a line of it. */
export const ItemRow = z.object({
  itemId: z.string(),
  planId: z.string(),
  planNo: z.int(),
  planTitle: z.string(),
  planNumber: z.string().nullable(),
  planAreaId: z.string(),
  planAreaName: z.string(),
  planTaskId: z.string(),
  label: z.string().nullable(),
  title: z.string(),
  periodTo: z.int().nullable(),
  purpose: z.string().nullable(),
  solutions: z.array(z.string()),
  printed: Printed,
  isLeaf: z.boolean(),
  isClosed: z.boolean(),
  ownDue: Day.nullable(),
  aboveDue: Day.nullable(),
  printedDue: Day.nullable(),
  dueSaid: z.string().nullable(),
  startsOn: Day.nullable(),
  product: z.string().nullable(),
  state: TaskState,
  doneOn: Day.nullable(),
  delayReason: z.string().nullable(),
  risk: z.string().nullable(),
  nextStep: z.string().nullable(),
  leadId: z.string().nullable(),
  coordinatingIds: z.array(z.string()),
  parts: z.array(BodyPart),
  deskId: z.string().nullable(),
  deskName: z.string().nullable(),
  staffId: z.string().nullable(),
  staffName: z.string().nullable(),
  accountId: z.string().nullable(),
  version: z.int(),
})
export type ItemRow = z.infer<typeof ItemRow>

type Asked = { area: Range & { id: string }; planId?: string | undefined; itemId?: string | undefined }

const only = (column: string, id: string | undefined) =>
  id === undefined ? sql`` : sql`and ${sql.ref(column)} = ${id}::uuid`

/** Agencies of the task as printed; a part without any has those of the task it is part of. */
const printedAgencies = sql`coalesce(
  (select jsonb_agg(jsonb_build_object('role', g.role, 'name', g.name) order by g.role desc, g.position)
    from plans_task_agencies g where g.plan_id = t.plan_id and g.task_id = t.id),
  (select jsonb_agg(jsonb_build_object('role', g.role, 'name', g.name) order by g.role desc, g.position)
    from plans_task_agencies g where g.plan_id = t.plan_id and g.task_id = t.parent_id), '[]')`

const follow = sql`
  w.due_on as "ownDue", w.starts_on as "startsOn", w.done_on as "doneOn", w.risk,
  w.next_step as "nextStep", w.lead_id as "leadId", coalesce(w.coordinating_ids, '{}') as "coordinatingIds",
  w.desk_id as "deskId", d.name as "deskName", w.staff_id as "staffId", s.full_name as "staffName",
  s.account_id as "accountId", coalesce(w.version, 0) as version,
  coalesce((select jsonb_agg(jsonb_build_object('body', c.body, 'isDone', c.is_done) order by c.body) from (
    select distinct on (body) body, is_done from tasks_contributions
    where task_id = w.id and taken_back_at is null order by body, written_at desc) c), '[]') as parts`

const ofPlan = sql`
  p.id as "planId", p.no as "planNo", p.title as "planTitle", p.number as "planNumber",
  p.area_id as "planAreaId", a.name as "planAreaName", p.period_to as "periodTo",
  exists (select from tasks_closures c where c.plan_id = p.id and c.reopened_at is null) as "isClosed", t.id as "planTaskId", t.label, t.purpose, t.solutions`

/**
 * Tasks of the plans of this place and of the places that contain it, as far as this place is with them. A part for
 * which the plan prints no day has that of the task it is part of.
 */
export async function listPlanTasks(db: Db, { area, planId, itemId }: Asked): Promise<ItemRow[]> {
  const { rows } = await sql`
    select t.id as "itemId", ${ofPlan}, t.title, ${printedAgencies} as printed,
      not exists (select from plans_tasks part where part.plan_id = t.plan_id and part.parent_id = t.id) as "isLeaf",
      up.due_on as "aboveDue", coalesce(t.due_on, whole.due_on) as "printedDue",
      case when t.due_on is null then whole.due_said else t.due_said end as "dueSaid", coalesce(w.product, up.product) as product, coalesce(w.state, t.state) as state,
      case when w.id is null then t.note else w.delay_reason end as "delayReason", ${follow}
    from plans p
      join areas a on a.id = p.area_id
      join plans_tasks t on t.plan_id = p.id
      left join plans_tasks whole on whole.plan_id = t.plan_id and whole.id = t.parent_id
      left join tasks w on w.area_id = ${area.id} and w.item_id = t.id
      left join tasks up on up.area_id = p.area_id and up.item_id = t.id and p.area_id <> ${area.id}
      left join organisations d on d.id = w.desk_id
      left join organisations_staff s on s.id = w.staff_id
    where (p.area_id = ${area.id} or (a.lft < ${area.lft} and a.rgt >= ${area.rgt}))
      ${only('p.id', planId)} ${only('t.id', itemId)}
    order by p.no, t.position limit 3000`.execute(db)
  return z.array(ItemRow).parse(rows)
}

/** What this place set itself below the tasks of the plans. */
export async function listActivities(
  db: Db,
  { area, planId, itemId, planTaskId }: Asked & { planTaskId?: string | undefined },
): Promise<ItemRow[]> {
  const { rows } = await sql`
    select w.item_id as "itemId", ${ofPlan}, w.title, '[]'::jsonb as printed, true as "isLeaf",
      null::date as "aboveDue", null::date as "printedDue", null as "dueSaid", w.product, w.state,
      w.delay_reason as "delayReason", ${follow}
    from tasks w
      join plans p on p.id = w.plan_id
      join areas a on a.id = p.area_id
      join plans_tasks t on t.plan_id = w.plan_id and t.id = w.plan_task_id
      left join organisations d on d.id = w.desk_id
      left join organisations_staff s on s.id = w.staff_id
    where w.area_id = ${area.id} and w.item_id <> w.plan_task_id
      ${only('w.plan_id', planId)} ${only('w.item_id', itemId)} ${only('w.plan_task_id', planTaskId)}
    order by w.due_on nulls last, w.recorded_at limit 3000`.execute(db)
  return z.array(ItemRow).parse(rows)
}

/** The bodies somebody works for on `day`. */
export async function listBodiesOfPerson(db: Db, accountId: string, day: Day): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.organisation_id as id from organisations_posts p join organisations_staff s on s.id = p.staff_id
    where s.account_id = ${accountId} and p.organisation_id is not null
      and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** People with a post in the place itself on `day`. */
export async function listPeople(db: Db, areaId: string, day: Day): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select s.id, s.full_name as name from organisations_staff s
    where exists (select from organisations_posts p where p.staff_id = s.id and p.area_id = ${areaId}
      and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day}))
    order by s.name_sort limit 1000`.execute(db)
  return rows
}

/** People of the register by their ids, those who left too. */
export async function listStaffNames(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('organisations_staff')
    .select(['id', 'full_name as name'])
    .where('id', 'in', [...ids])
    .execute()
}

const UnitRow = z.object({
  areaId: z.string(),
  areaName: z.string(),
  itemId: z.string(),
  state: TaskState,
  dueOn: Day.nullable(),
  delayReason: z.string().nullable(),
})
export type UnitRow = z.infer<typeof UnitRow>

/** What the places below the place of a plan have written on its tasks. */
export async function listUnitRows(db: Db, planId: string, planAreaId: string): Promise<UnitRow[]> {
  const { rows } = await sql`
    select w.area_id as "areaId", a.name as "areaName", w.item_id as "itemId", w.state, w.due_on as "dueOn",
      w.delay_reason as "delayReason"
    from tasks w join areas a on a.id = w.area_id
    where w.plan_id = ${planId} and w.item_id = w.plan_task_id and w.area_id <> ${planAreaId}
    order by a.lft limit 20000`.execute(db)
  return z.array(UnitRow).parse(rows)
}
