import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { tasksProblem } from '../shared/problems.ts'

/** A unit within the actor's area; one elsewhere and one that does not exist look the same. */
export async function getPlace(db: Db, actor: Actor, areaId: string = actor.area.id): Promise<Area> {
  const area = await findAreaWithin(db, actor.area, areaId)
  if (!area) throw tasksProblem('tasks.area-not-found')
  return area
}
