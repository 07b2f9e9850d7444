import type { Tx } from '#platform/db/types.ts'
import { childrenChanged } from './hooks.ts'
import { type ChildToWrite, toNewChild } from './new-child.ts'
import { type ChildPlace, insertChildren, withHouseholds } from './queries-children.ts'

const batchSize = 5000

/** Writes checked children in batches, each followed by the hooks. For imports and the sample commune. */
export async function registerChildren(
  tx: Tx,
  children: readonly { child: ChildToWrite; place: ChildPlace }[],
): Promise<void> {
  for (let from = 0; from < children.length; from += batchSize) {
    const batch = children.slice(from, from + batchSize)
    await insertChildren(
      tx,
      await withHouseholds(
        tx,
        batch.map(({ child, place }) => toNewChild(child, place)),
      ),
    )
    await childrenChanged(
      tx,
      batch.map(({ child }) => child.id),
    )
  }
}
