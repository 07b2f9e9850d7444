import type { Tx } from '#platform/db/types.ts'
import { currentStandard } from './current-standard.ts'
import { rescoreChild } from './follow.ts'
import { findChild, listMeasurements } from './queries.ts'

/** A corrected birth date or sex, or a merge, changes every score of the child: they are made again from what was measured. */
export async function followChildren(tx: Tx, childIds: readonly string[]): Promise<void> {
  for (const id of childIds) {
    const child = await findChild(tx, id)
    if (!child) continue
    const standing = (await listMeasurements(tx, id)).filter(({ undoneAt }) => undoneAt === null)
    await rescoreChild(tx, await currentStandard(tx), child, standing)
  }
}
