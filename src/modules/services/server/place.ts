import type { Reading } from '#platform/http/route.ts'
import { type AskedPlace, findListedPlace, type ListedPlace } from '#modules/areas/server/public.ts'
import { servicesProblem } from '../shared/problems.ts'

/** The place whose children or women are listed: the one asked for, which must lie within the grant's, or the grant's. */
export async function getListedPlace(
  { actor, db }: Pick<Reading, 'actor' | 'db'>,
  search: AskedPlace,
): Promise<ListedPlace> {
  const place = await findListedPlace(db, actor.area, search)
  if (!place) throw servicesProblem('services.village-unknown')
  return place
}
