import { keptByStamp } from '#platform/db/stamps.ts'
import { listPlacedFeatures, type PlacedFeature } from './queries-features.ts'

export type FeatureAround = Pick<PlacedFeature, 'kind' | 'validFrom' | 'validTo'>

/** More than an installation has communes; each of its places is looked up once. */
const mostPlaces = 20_000

/** By the `lft` of a place the features of it and of the places above it, of all days, the earliest first. */
function byPlace(features: readonly PlacedFeature[]): (at: number) => readonly FeatureAround[] {
  const found = new Map<number, FeatureAround[]>()
  return (at) => {
    const known = found.get(at)
    if (known) return known
    const around = features.filter(({ lft, rgt }) => lft <= at && at <= rgt)
    if (found.size >= mostPlaces) found.clear()
    found.set(at, around)
    return around
  }
}

/**
 * What places are, to look up one after the other; kept in memory until a feature or the range of a place changes. Some
 * thousand rows for the whole country.
 */
export const featuresAround = keptByStamp('facilities.features', async (db) =>
  byPlace(await listPlacedFeatures(db)),
)
