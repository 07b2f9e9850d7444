import type { Db, Range } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { isWithin } from '../shared/rules.ts'
import { findArea } from './queries.ts'

/** A unit within a range, usually that of a grant: one elsewhere and one that does not exist look the same. */
export async function findAreaWithin(db: Db, outer: Range, id: string): Promise<Area | undefined> {
  const area = await findArea(db, id)
  return area && isWithin(area, outer) ? area : undefined
}

/** Refuses `areas.not-found`. The tree is public: whether the asker may do anything there is a question of its own. */
export async function getArea(db: Db, id: string): Promise<Area> {
  const area = await findArea(db, id)
  if (!area) throw areasProblem('areas.not-found')
  return area
}
