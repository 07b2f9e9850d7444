import type { Tx } from '#platform/db/types.ts'

export type ChildrenChanged = (tx: Tx, childIds: readonly string[]) => Promise<void>

/**
 * Later modules that must follow a change of children (services: what is due is made again). `apps` fills the
 * list; the hooks run in the transaction of the change, with at most 5,000 ids at a time.
 */
export const onChildrenChanged: ChildrenChanged[] = []

/** Tells the modules that count or list these children, in the same transaction. */
export async function childrenChanged(tx: Tx, childIds: readonly string[]): Promise<void> {
  for (const follow of onChildrenChanged) await follow(tx, childIds)
}

/**
 * Later modules whose results rest on a child's birth date or sex (growth: z-scores), or on records that a merge
 * moved. Not asked when a child is registered: nothing can rest on it yet.
 */
export const onChildrenEdited: ChildrenChanged[] = []

/** As `childrenChanged`, and what rests on birth, sex or moved records is made anew. */
export async function childrenEdited(tx: Tx, childIds: readonly string[]): Promise<void> {
  await childrenChanged(tx, childIds)
  for (const follow of onChildrenEdited) await follow(tx, childIds)
}
