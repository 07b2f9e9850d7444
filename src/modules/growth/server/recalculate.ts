import type { Tx } from '#platform/db/types.ts'
import { currentStandard } from './current-standard.ts'
import { listChildrenToRescore, listMeasurements } from './queries.ts'
import { rescoreChild } from './follow.ts'

/** Children at a time: each batch is a transaction of a second or so. */
const batchSize = 200

/** Scores anew what is of another version; returns how many measurements, 0 when all are current. */
export async function recalculateBatch(tx: Tx): Promise<number> {
  const standard = await currentStandard(tx)
  let count = 0
  for (const child of await listChildrenToRescore(tx, standard.version, batchSize)) {
    const standing = (await listMeasurements(tx, child.id)).filter(({ undoneAt }) => undoneAt === null)
    await rescoreChild(tx, standard, child, standing)
    count += standing.length
  }
  return count
}
