import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { areaAsOf, getArea, listSuccessors } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { dayOfUnits, getPlan, listIssuerUnits } from '#modules/plans/server/public.ts'
import type { FiledPlan } from '#modules/plans/shared/filing.ts'
import type { PlanUnits } from '../shared/contract.ts'
import { findIssuerId } from './queries-units-then.ts'

/**
 * The unit that issued a plan as units stood on the plan's day, what became of it, and the unit of today that keeps the
 * plan. What was found at filing stays, also when namesakes enter the list of old units later.
 */
export async function unitsOfPlan(
  { actor, db }: { actor: Actor; db: Db },
  planId: string,
): Promise<PlanUnits> {
  const plan = await getPlan(db, actor, planId)
  const units = await Promise.all(
    (await issuersOf(db, plan)).map(async ({ id, fullName, validTo }) => ({
      ...{ id, fullName, validTo },
      successors: (await listSuccessors(db, id)).map(({ area, extent }) => ({
        ...{ id: area.id, fullName: area.fullName, extent },
      })),
    })),
  )
  return {
    ...{ name: plan.reading.issuerArea, day: dayOfUnits(plan.reading), units },
    keptBy: { id: plan.areaId, name: plan.areaName },
  }
}

async function issuersOf(db: Db, { id, areaId, reading }: FiledPlan): Promise<Area[]> {
  const day = dayOfUnits(reading)
  const issuerId = await findIssuerId(db, id)
  const filed = issuerId !== undefined && day !== null ? await areaAsOf(db, { id: issuerId }, day) : undefined
  return filed ? [filed] : listIssuerUnits(db, reading, await getArea(db, areaId))
}
