import { z } from 'zod'
import { job } from '#platform/jobs/jobs.ts'
import { recalculateBatch } from './recalculate.ts'

const Payload = z.object({ jobId: z.string(), lft: z.int(), rgt: z.int() })

export const growthJobs = [
  job('growth.recalculate', Payload, async ({ writing, log }, { jobId, lft, rgt }) => {
    let count = 0
    let batch = 0
    do {
      batch = await writing({ lft, rgt }, (tx) => recalculateBatch(tx))
      count += batch
    } while (batch > 0)
    log.info({ jobId, count }, 'growth recalculated')
  }),
]
