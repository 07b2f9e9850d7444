import type { Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import { getPlan } from '#modules/plans/server/public.ts'
import type { PlanWork, UnitState, Work } from '../shared/contract.ts'
import { unitsOf } from './get-task.ts'
import { lineOf, listWork, sightOf } from './lines.ts'
import { getPlace } from './place.ts'
import { closedDayOf } from './queries-reviews.ts'
import { listActivities, listPlanTasks } from './queries-work.ts'

/** Everything a place must carry out: of its own plans, and of plans above that name it. */
export async function workOf({ actor, db, clock }: Reading, areaId: string | undefined): Promise<Work> {
  const today = clock.today()
  const area = await getPlace(db, actor, areaId)
  const lines = await listWork(db, await sightOf(db, { accountId: actor.accountId, area, today }))
  return { today, areaId: area.id, areaName: area.fullName, lines }
}

/** The tasks of a plan: as its own place is with them, or, for a plan from above, as the asker's place is. */
export async function planWork({ actor, db, clock }: Reading, planId: string): Promise<PlanWork> {
  const today = clock.today()
  const plan = await getPlan(db, actor, planId)
  const planArea = await getArea(db, plan.areaId)
  const area = isWithin(planArea, actor.area) ? planArea : await getPlace(db, actor)
  const sight = await sightOf(db, { accountId: actor.accountId, area, today })
  const rows = await listPlanTasks(db, { area, planId })
  const activities = await listActivities(db, { area, planId })
  const units = await unitsOf(db, { area, rows, today })
  return {
    today,
    areaId: area.id,
    lines: [...rows, ...activities].map((row) => lineOf(row, sight)),
    units: [...units].map(([itemId, states]) => ({ itemId, ...counted(states) })),
    closedOn: await closedDayOf(db, planId),
  }
}

function counted(states: readonly UnitState[]): { total: number; done: number; late: number } {
  const count = (wanted: UnitState['state']) => states.filter(({ state }) => state === wanted).length
  return { total: states.length, done: count('done'), late: count('late') }
}
