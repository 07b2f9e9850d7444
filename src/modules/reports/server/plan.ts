import type { Period } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { getPlan, listPlans, listPlansAbove } from '#modules/plans/server/public.ts'
import type { PlanSummary } from '#modules/plans/shared/filing.ts'
import { planName, toReportPlan, type ReportPlan } from '../shared/report-plan.ts'

/** The plan as filed now; throws when it is not in the actor's area. */
export async function getReportPlan(db: Db, actor: Actor, id: string, period: Period): Promise<ReportPlan> {
  return toReportPlan(await getPlan(db, actor, id), Number(period.slice(0, 4)))
}

/** Undefined for a plan that is not seen any more: the report keeps what it took over. */
export async function findReportPlan(
  db: Db,
  actor: Actor,
  id: string,
  period: Period,
): Promise<ReportPlan | undefined> {
  const isSeen = (await seenPlans(db, actor)).some((plan) => plan.id === id)
  return isSeen ? getReportPlan(db, actor, id, period) : undefined
}

/** Plans one may report on: of the own place and of those above; directives and resolutions are none. */
export async function listPlanChoices(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const plans = await seenPlans(db, actor)
  return plans.filter(({ kind }) => /plan/.test(kind)).map((plan) => ({ id: plan.id, name: planName(plan) }))
}

/** Of the own place first, then those of the places above: a commune reports on the plan of its province. */
async function seenPlans(db: Db, { area }: Actor): Promise<PlanSummary[]> {
  return [...(await listPlans(db, area)), ...(await listPlansAbove(db, area))]
}
