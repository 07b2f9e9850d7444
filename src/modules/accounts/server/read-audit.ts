import type pg from 'pg'
import type { SeenRecords } from '#platform/http/mount.ts'
import { insertReads, type SeenEntry } from './queries-audit.ts'

type Waiting = { entry: SeenEntry; done: () => void; fail: (cause: unknown) => void }

/** At most this many entries in one commit. */
const batchSize = 500

/**
 * Writes reads of identified data to the audit. Entries that arrive while a commit is under way share the next
 * one, so durability costs one commit for many readers (one commit for each halves the read rate).
 */
export function createReadAudit(pool: pg.Pool): (seen: SeenRecords) => Promise<void> {
  let waiting: Waiting[] = []
  let writing = false

  async function drain(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize)
      waiting = waiting.slice(batchSize)
      try {
        await insertReads(
          pool,
          batch.map(({ entry }) => entry),
        )
        for (const { done } of batch) done()
      } catch (cause) {
        for (const { fail } of batch) fail(cause)
      }
    }
    writing = false
  }

  return (seen) =>
    new Promise((done, fail) => {
      waiting.push({ entry: { asked: null, ...seen }, done, fail })
      if (!writing) void drain()
    })
}
