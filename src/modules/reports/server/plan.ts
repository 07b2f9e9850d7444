import type { Period } from '#base/period.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { getPlan, listPlans } from '#modules/plans/server/public.ts'
import { planName, toReportPlan, type ReportPlan } from '../shared/report-plan.ts'

/** The plan as filed now; throws when it is not in the actor's area. */
export async function getReportPlan(db: Db, actor: Actor, id: string, period: Period): Promise<ReportPlan> {
  return toReportPlan(await getPlan(db, actor, id), Number(period.slice(0, 4)))
}

/** Undefined for a plan of a higher level: a commune's report on it keeps what it took over. */
export async function findReportPlan(
  db: Db,
  actor: Actor,
  id: string,
  period: Period,
): Promise<ReportPlan | undefined> {
  const isSeen = (await listPlans(db, actor.area)).some((plan) => plan.id === id)
  return isSeen ? getReportPlan(db, actor, id, period) : undefined
}

export async function listPlanChoices(db: Db, actor: Actor): Promise<{ id: string; name: string }[]> {
  const plans = await listPlans(db, actor.area)
  return plans.filter(({ kind }) => /plan/.test(kind)).map((plan) => ({ id: plan.id, name: planName(plan) }))
}
