import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/db/types.ts'

/** Who changes places; without an actor it is the command line, which acts for the system. */
export type Changing = { tx: Tx; actor: Actor | undefined }

export type AreasChange = { action: string; areaId: string; before?: unknown; after?: unknown }

/**
 * Who must know of a change of places: the audit, which lies in a later module. `apps` fills the list; the hooks run
 * in the transaction of the change.
 */
export const onAreasChanged: ((changing: Changing, change: AreasChange) => Promise<void>)[] = []

export async function areasChanged(changing: Changing, change: AreasChange): Promise<void> {
  for (const follow of onAreasChanged) await follow(changing, change)
}
