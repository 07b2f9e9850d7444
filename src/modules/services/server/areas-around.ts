import { addDays, type Day } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import type { Stamps } from '#platform/db/stamps.ts'
import type { Db } from '#platform/db/types.ts'
import { type FeatureAround, featuresAround } from '#modules/facilities/server/public.ts'
import { AreaFeature, type ChildFacts } from '../shared/contract.ts'
import type { KnownChild } from './queries.ts'

/** A child with what its place is. `areaChangeOn`: the next day on which the place becomes something else. */
export type PlacedChild = KnownChild & Pick<ChildFacts, 'areaFeatures'> & { areaChangeOn: Day | null }

/** Null when nobody has said anything of the place: then a condition on it is not known to hold or not to hold. */
function featuresOn(around: readonly FeatureAround[], day: Day): AreaFeature[] | null {
  if (around.length === 0) return null
  const kinds = around
    .filter((feature) => isOn(feature, day))
    .flatMap(({ kind }) => AreaFeature.safeParse(kind).data ?? [])
  return [...new Set(kinds)]
}

function nextChange(around: readonly FeatureAround[], day: Day): Day | null {
  const days = around.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null ? [] : [addDays(validTo, 1)]),
  ])
  return days.filter((one) => one > day).toSorted()[0] ?? null
}

/** The children with the features of their places on a day, which are kept in memory. `stamps`: as read before. */
export async function placeChildren<Child extends KnownChild>(
  db: Db,
  children: readonly Child[],
  day: Day,
  stamps?: Stamps,
): Promise<(Child & PlacedChild)[]> {
  if (children.length === 0) return []
  const aroundOf = await featuresAround(db, stamps)
  return children.map((child) => {
    const around = aroundOf(child.areaLft)
    return { ...child, areaFeatures: featuresOn(around, day), areaChangeOn: nextChange(around, day) }
  })
}
