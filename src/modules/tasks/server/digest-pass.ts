import type pg from 'pg'
import type { Clock } from '#platform/clock.ts'
import { writeScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { sendJob } from '#platform/jobs/jobs.ts'
import { beginRun } from './queries-reminders.ts'

/** Seven in the morning in Viet Nam (UTC+7, no summer time): before offices open at half past seven. */
const firstHour = 7

function vietnamHour(moment: Date): number {
  return (moment.getUTCHours() + 7) % 24
}

/**
 * Asks for the letters of the day, once, at seven or when the machine is switched on later: a commune's computer is
 * off at night, and a schedule of pg-boss alone would miss its minute.
 */
export const digestPass = {
  name: 'tasks.digest',
  everyMs: 60_000,
  run: async ({ pool, clock }: { pool: pg.Pool; clock: Clock }): Promise<'done'> => {
    if (vietnamHour(clock.now()) < firstHour) return 'done'
    const day = clock.today()
    await writeScope(pool, everywhere, async (tx) => {
      if (await beginRun(tx, day)) await sendJob(tx, 'tasks.digest', { day })
    })
    return 'done'
  },
}
