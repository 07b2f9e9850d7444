import type { Tx } from '#platform/db/types.ts'
import { moveChildren } from '#modules/children/server/public.ts'
import { moveStatus } from '#modules/services/server/public.ts'
import type { Move } from './queries-moves.ts'

/** Children in one statement; every row of theirs moves with it. */
export const movesAtOnce = 1000

/**
 * Moves children with all their rows: by their foreign keys (`children (id, area_lft)`), and by name what repeats
 * the commune or the village. The caller holds the status lock.
 */
export async function moveWithRows(tx: Tx, moves: readonly Move[]): Promise<void> {
  for (let from = 0; from < moves.length; from += movesAtOnce) {
    const batch = moves.slice(from, from + movesAtOnce)
    await moveChildren(tx, batch)
    await moveStatus(tx, batch)
  }
}
