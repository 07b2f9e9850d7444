import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { drainBatch } from './drain.ts'
import { markNeverSeen } from './queries-status.ts'

let lookedForNew = false

/** Keeps status rows and counters up with the records; a change shows within a second. */
export const servicesPass = {
  name: 'services.drain',
  everyMs: 300,
  run: async ({ pool, clock }: { pool: pg.Pool; clock: Clock }): Promise<'more' | 'done'> => {
    if (!lookedForNew) {
      await writeScope(pool, everywhere, (tx) => markNeverSeen(tx, 1_000_000))
      lookedForNew = true
    }
    return writeScope(pool, everywhere, (tx) => drainBatch(tx, clock.today()))
  },
}
