import { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { getArea, resolveAreaByName } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { PlanReading } from '../shared/contract.ts'

type Heading = Pick<PlanReading, 'issuerArea' | 'date'>

/** The day by which a plan's units are told; the day may be blank in a plan, any day of its month finds the same. */
export function dayOfUnits({ date }: Heading): Day | null {
  return Day.safeParse(date).data ?? Day.safeParse(`${date}-01`).data ?? null
}

/**
 * The units that the issuer's place in the heading meant on the plan's day: a plan of 2019 names units of 2019, whose
 * names and codes may belong to others today. Of namesakes that one counts which lies in the province that keeps the
 * plan; several are returned when that does not tell either, none when the place or the day is not printed.
 */
export async function listIssuerUnits(db: Db, heading: Heading, keeper: Area): Promise<Area[]> {
  const day = dayOfUnits(heading)
  if (heading.issuerArea === null || day === null) return []
  const [name = heading.issuerArea, parentName] = heading.issuerArea.split(',').map((part) => part.trim())
  const found = await resolveAreaByName(db, { name, parentName, day })
  if (found.length < 2) return found
  const province = await provinceOf(db, keeper)
  const near = found.filter(({ lft }) => lft >= province.lft && lft <= province.rgt)
  return near.length === 1 ? near : found
}

/** Old units have their range inside the province of today that holds their land (decision 11). */
async function provinceOf(db: Db, area: Area): Promise<Area> {
  let at = area
  while (at.kind !== 'province' && at.parentId !== null) at = await getArea(db, at.parentId)
  return at
}
