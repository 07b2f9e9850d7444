import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import { facilitiesProblem } from '../shared/problems.ts'

/** A unit within the actor's area; one elsewhere and one that does not exist look the same. */
export async function getPlace(db: Db, actor: Actor, areaId: string): Promise<Area> {
  const area = await findAreaWithin(db, actor.area, areaId)
  if (!area) throw facilitiesProblem('facilities.area-not-found')
  return area
}

/** As `getPlace`, for what is recorded today. */
export async function getPlaceOfToday(
  db: Db,
  actor: Actor,
  { areaId, today }: { areaId: string; today: Day },
) {
  const area = await getPlace(db, actor, areaId)
  if (!isOn(area, today)) throw facilitiesProblem('facilities.area-ended')
  return area
}

/** The asked unit, or the actor's own. */
export async function rangeOf(db: Db, actor: Actor, areaId: string | undefined) {
  return areaId === undefined ? actor.area : getPlace(db, actor, areaId)
}
