import { daysBetween } from '#base/day.ts'
import { Problem } from '#base/problem.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { EnterValue, FiledPlan, FiledTarget, TargetLink } from '../shared/filing.ts'
import { plansProblem } from '../shared/problems.ts'
import { findPlan, findPlanSeen } from './queries.ts'
import { insertValue, updateLink } from './queries-writing.ts'

/** To read: of the own place, below it or above it. One of another place and one that does not exist look the same. */
export async function getPlan(db: Db, actor: Actor, id: string): Promise<FiledPlan> {
  const plan = await findPlanSeen(db, id, actor.area)
  if (!plan) throw plansProblem('plans.not-found')
  return { ...plan, isClosed: await isClosed(db, id) }
}

/** To change: a plan of a place above is as if it were not there. */
export async function getOwnPlan(db: Db, actor: Actor, id: string): Promise<FiledPlan> {
  const plan = await findPlan(db, id, actor.area)
  if (!plan) throw plansProblem('plans.not-found')
  return plan
}

/** A later module says why a plan is only read for now, by refusing; asked before its targets change. */
export const planGuards: ((db: Db, planId: string) => Promise<void>)[] = []

async function isClosed(db: Db, planId: string): Promise<boolean> {
  try {
    for (const guard of planGuards) await guard(db, planId)
    return false
  } catch (refusal) {
    if (refusal instanceof Problem) return true
    throw refusal
  }
}

/** A plan of the actor's own that nobody closed; a guard of a later module throws its own refusal. */
export async function getOpenPlan(tx: Tx, actor: Actor, planId: string): Promise<FiledPlan> {
  const plan = await getOwnPlan(tx, actor, planId)
  for (const guard of planGuards) await guard(tx, planId)
  return plan
}

type TargetKey = { planId: string; targetId: string }

/** Ties a target to an indicator, or marks it tracked by hand. */
export async function linkTarget(
  { actor, tx }: Writing,
  key: TargetKey,
  link: TargetLink,
): Promise<FiledPlan> {
  const plan = await getOpenPlan(tx, actor, key.planId)
  const before = getTarget(plan, key.targetId)
  if (before.way === link.way && before.indicatorCode === link.indicatorCode) return plan
  await updateLink(tx, key, link)
  await audit(tx, actor, 'plans.target-linked', key.targetId, {
    before: { way: before.way, indicatorCode: before.indicatorCode },
    after: link,
  })
  return getPlan(tx, actor, key.planId)
}

/** A value typed for a target, with its day and where it comes from. */
export async function enterValue(
  { actor, tx, clock }: Writing,
  key: TargetKey,
  input: EnterValue,
): Promise<FiledPlan> {
  const plan = await getOpenPlan(tx, actor, key.planId)
  getTarget(plan, key.targetId)
  if (daysBetween(input.asOf, clock.today()) < 0) throw plansProblem('plans.value-in-future')
  const area = await getArea(tx, plan.areaId)
  await insertValue(tx, { ...key, ...input, areaLft: area.lft, enteredBy: actor.accountId })
  await audit(tx, actor, 'plans.value-entered', key.targetId, {
    after: { value: input.value, asOf: input.asOf },
  })
  return getPlan(tx, actor, key.planId)
}

function getTarget(plan: FiledPlan, targetId: string): FiledTarget {
  const target = plan.targets.find(({ id }) => id === targetId)
  if (!target) throw plansProblem('plans.target-not-found')
  return target
}
