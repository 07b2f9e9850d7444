import type { Db } from '#platform/db/types.ts'
import type { Area } from '../shared/contract.ts'
import { areasProblem } from '../shared/problems.ts'
import { findArea } from './queries.ts'

export async function getArea(db: Db, id: string): Promise<Area> {
  const area = await findArea(db, id)
  if (!area) throw areasProblem('areas.not-found')
  return area
}
