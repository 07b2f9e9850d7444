import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'
import { Step } from '../shared/contract-together.ts'

/** What one step wrote for one child: a fact, or another village than before. */
export type StepOfChild = { childId: string } & (
  { factId: string; valueBefore: string | null } | { villageBefore: string | null; villageAfter: string }
)

/** The child's place is taken from the child. Sent again, it is there already. */
export async function insertStepOf(
  tx: Tx,
  { id, by }: { id: string; by: string },
  of: StepOfChild,
): Promise<void> {
  const village = 'factId' in of ? { villageBefore: null, villageAfter: null } : of
  await sql`
    insert into children_steps (child_id, step_id, area_lft, fact_id, value_before, village_before, village_after, recorded_by)
    select c.id, ${id}, c.area_lft, ${'factId' in of ? of.factId : null}::uuid,
      ${'factId' in of ? of.valueBefore : null}, ${village.villageBefore}::uuid,
      ${village.villageAfter}::uuid, ${by}
    from children c where c.id = ${of.childId} on conflict do nothing`.execute(tx)
}

const StepRow = z.object({
  childId: z.string(),
  factId: z.string().nullable(),
  valueBefore: z.string().nullable(),
  villageBefore: z.string().nullable(),
  villageAfter: z.string().nullable(),
})
export type StepRow = z.infer<typeof StepRow>

/** The children of a step for whom it was not taken back yet, as far as the person may see. */
export async function listStanding(db: Db, stepId: string): Promise<StepRow[]> {
  const { rows } = await sql`
    select child_id as "childId", fact_id as "factId", value_before as "valueBefore", village_before as "villageBefore",
      village_after as "villageAfter"
    from children_steps where step_id = ${stepId} and undone_at is null order by child_id`.execute(db)
  return rows.map((row) => StepRow.parse(row))
}

export async function markStepUndone(
  tx: Tx,
  { id, by }: { id: string; by: string },
  childId: string,
): Promise<void> {
  await sql`update children_steps set undone_at = now(), undone_by = ${by}
    where child_id = ${childId} and step_id = ${id} and undone_at is null`.execute(tx)
}

/** The fact that a correction replaced stands again, unless another has come from that day since. */
export async function restoreReplaced(tx: Tx, { childId, factId }: { childId: string; factId: string }) {
  await sql`
    update children_facts f set undone_at = null, undone_by = null from children_facts done
    where done.child_id = ${childId} and done.id = ${factId} and f.child_id = done.child_id and f.id = done.replaces
      and not exists (select from children_facts o where o.child_id = f.child_id and o.kind = f.kind
        and o.from_day = f.from_day and o.undone_at is null)`.execute(tx)
}

/** The latest steps of the area; `count` are the children of it that the person may see. */
export async function listSteps(db: Db, limit: number): Promise<Step[]> {
  const { rows } = await sql`
    select s.*, person.full_name as "personName", village.name as "villageName",
      f.kind, f.value, f.from_day as "fromDay", f.source, h.code as "householdCode"
    from (
      select step_id as id, min(recorded_at) as "recordedAt", min(recorded_by::text)::uuid as recorded_by,
        count(*)::int as count, count(undone_at)::int as undone, (array_agg(child_id))[1] as child_id,
        (array_agg(fact_id))[1] as fact_id, (array_agg(village_after))[1] as village_after
      from children_steps group by step_id order by min(recorded_at) desc, step_id limit ${limit}
    ) s
    left join children_facts f on f.child_id = s.child_id and f.id = s.fact_id
    left join areas village on village.id = s.village_after
    left join accounts_people person on person.id = s.recorded_by
    left join children_household_years y on y.id = s.id left join children_households h on h.id = y.household_id
    order by s."recordedAt" desc, s.id`.execute(db)
  return rows.map((row) => Step.parse(row))
}
