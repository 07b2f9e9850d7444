import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { batchSize, drainSome } from './drain.ts'
import { markNeverSeen } from './queries-status.ts'

let lookedForNew = false

/**
 * Keeps status rows and counters up with the records; a change shows within a second. A batch that was not full waits
 * for company: moving the counters costs nearly the same for forty children as for four hundred.
 */
export const servicesPass = {
  name: 'services.drain',
  everyMs: 500,
  run: async ({ pool, clock }: { pool: pg.Pool; clock: Clock }): Promise<'more' | 'done'> => {
    if (!lookedForNew) {
      await writeScope(pool, everywhere, (tx) => markNeverSeen(tx, 1_000_000))
      lookedForNew = true
    }
    const made = await writeScope(pool, everywhere, (tx) => drainSome(tx, clock.today()))
    return made < batchSize ? 'done' : 'more'
  },
}
