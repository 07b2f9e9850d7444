import type { Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { servicesProblem } from '../shared/problems.ts'
import type { Place } from './queries-due.ts'

/** The place asked for, which must lie within the actor's own; else all of the actor's own. */
export async function placeOf(
  { actor, db }: Reading,
  { communeId, villageId }: { communeId?: string | undefined; villageId?: string | undefined },
): Promise<Place> {
  const { lft, rgt } = actor.area
  const asked = villageId ?? communeId
  if (asked === undefined) return { lft, rgt, ...ownPlace(actor.area) }
  const area = await getArea(db, asked)
  if (area.lft < lft || area.lft > rgt) throw servicesProblem('services.village-unknown')
  return { communeId, villageId, lft, rgt }
}

/** Equality on commune or village lets the index in. */
function ownPlace({ id, kind }: { id: string; kind: string }): Pick<Place, 'communeId' | 'villageId'> {
  if (kind === 'village') return { villageId: id }
  return kind === 'commune' ? { communeId: id } : {}
}
