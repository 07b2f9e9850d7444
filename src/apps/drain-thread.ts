/** Started by worker.ts: makes status rows and counters beside the thread that answers people. */
import { constants, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { pino } from 'pino'
import { z } from 'zod'
import { systemClock } from '#platform/clock.ts'
import { createPool } from '#platform/db/pool.ts'
import { servicesPass } from '#modules/services/server/public.ts'
import { repeatPasses } from './passes.ts'

const { appUrl } = z.object({ appUrl: z.string() }).parse(workerData)

// On Linux a priority is a thread's own (setpriority(2), "C library/kernel differences"); elsewhere a process's.
if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)

const pool = createPool(appUrl, { max: 1 })
const repeated = repeatPasses([servicesPass], { pool, clock: systemClock, log: pino({ level: 'warn' }) })

parentPort?.once('message', () => {
  void repeated
    .stop()
    .then(() => pool.end())
    .finally(() => process.exit(0))
})
