import { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { listSuccessors, resolveAreaByName } from '#modules/areas/server/public.ts'
import { getPlan } from '#modules/plans/server/public.ts'
import type { PlanUnits } from '../shared/contract.ts'

/**
 * The units that a plan's issuer meant on the day of the plan: a plan of 2019 names units of 2019, and their codes and
 * names may belong to others today. With what became of each.
 */
export async function unitsOfPlan(
  { actor, db }: { actor: Actor; db: Db },
  planId: string,
): Promise<PlanUnits> {
  const { reading } = await getPlan(db, actor, planId)
  const { issuerArea, date } = reading
  // The day may be blank in a draft; any day of its month finds the same units.
  const day = Day.safeParse(date).data ?? Day.safeParse(`${date}-01`).data ?? null
  if (issuerArea === null || day === null) return { name: issuerArea, day, units: [] }
  const [name = issuerArea, parentName] = issuerArea.split(',').map((part) => part.trim())
  const found = await resolveAreaByName(db, { name, parentName, day })
  const units = await Promise.all(
    found.map(async ({ id, fullName, validTo }) => ({
      ...{ id, fullName, validTo },
      successors: (await listSuccessors(db, id)).map(({ area, extent }) => ({
        ...{ id: area.id, fullName: area.fullName, extent },
      })),
    })),
  )
  return { name: issuerArea, day, units }
}
