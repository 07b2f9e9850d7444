import type { Tx } from '#platform/db/types.ts'
import { markStale } from './queries.ts'
import { listNeeds, type NeedsOf, replaceNeeds } from './queries-needs.ts'

/**
 * Another module says what a child needs now and why, in its own transaction: it then stands on the list of work
 * like what the package owes. Said again without a need, the need is gone.
 */
export async function raiseNeeds(tx: Tx, asked: NeedsOf): Promise<void> {
  const before = (await listNeeds(tx, [asked.childId])).get(asked.childId) ?? []
  if (before.length === 0 && asked.needs.length === 0) return
  await replaceNeeds(tx, asked)
  await markStale(tx, [asked.childId])
}
