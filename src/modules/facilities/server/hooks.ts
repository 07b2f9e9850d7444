import type { Range, Tx } from '#platform/db/types.ts'

export type FeaturesChanged = (tx: Tx, range: Range) => Promise<void>

/**
 * Later modules whose results rest on what a place is (services: what children there are owed). `apps` fills the list;
 * the hooks run in the transaction of the change, with the range of the place.
 */
export const onFeaturesChanged: FeaturesChanged[] = []

export async function featuresChanged(tx: Tx, range: Range): Promise<void> {
  for (const follow of onFeaturesChanged) await follow(tx, range)
}
