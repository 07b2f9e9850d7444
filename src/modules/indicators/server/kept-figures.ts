import { readStamps } from '#platform/db/stamps.ts'
import type { Db } from '#platform/db/types.ts'

/** Boards of all communes of the country in one period; the oldest goes first. */
const mostKept = 4_000

/**
 * Answers that follow from the counters alone, kept in the memory of the server until a counter changes. Its stamp is
 * read in the same transaction as the figures and before them, so an answer never outlives the counters it was made
 * from. The key must say everything else the answer depends on, above all who may see what.
 */
export function keptUntilChange<Answer>() {
  const kept = new Map<string, { stamp: string; answer: Answer }>()
  return async (
    db: Db,
    key: readonly (string | number | boolean)[],
    make: () => Promise<Answer>,
  ): Promise<Answer> => {
    const stamp = (await readStamps(db))['services.counters']
    const name = key.join(' ')
    const found = kept.get(name)
    if (found && found.stamp === stamp) return found.answer
    const answer = await make()
    kept.delete(name)
    if (stamp !== undefined) kept.set(name, { stamp, answer })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
