import type { Tx } from '#platform/db/types.ts'
import { childrenChanged } from './hooks.ts'
import { findHouseholdOf } from './queries-facts.ts'
import { eraseEmptyHousehold } from './queries-households.ts'
import { eraseBirths } from './queries-pregnancies.ts'
import { eraseChildData, eraseChildWords } from './queries-erase.ts'

/** For `privacy`, which decides: what is owed and the counters follow as after any other change. */
export async function eraseChild(tx: Tx, childId: string, at: Date): Promise<number> {
  const { householdId } = await findHouseholdOf(tx, childId)
  const words = await eraseChildWords(tx, childId)
  const count = words + (await eraseBirths(tx, childId)) + (await eraseChildData(tx, childId, at))
  if (householdId) await eraseEmptyHousehold(tx, householdId)
  await childrenChanged(tx, [childId])
  return count
}
