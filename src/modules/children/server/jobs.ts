import { z } from 'zod'
import { Id } from '#base/id.ts'
import { type Job, job } from '#platform/jobs/jobs.ts'
import { everywhere } from '#platform/db/types.ts'
import { findPairs } from './find-pairs.ts'
import { readRoster } from './import-read.ts'
import { writeRoster } from './import-write.ts'

const RunKey = z.object({ runId: Id, range: z.object({ lft: z.number().int(), rgt: z.number().int() }) })

export const childrenJobs: Job[] = [
  job('children.find-pairs', z.object({}), async ({ reading, writing }) => {
    await findPairs({
      reading: (work) => reading(everywhere, work),
      writing: (work) => writing(everywhere, work),
    })
  }),
  job('children.read-roster', RunKey, readRoster),
  job('children.write-roster', RunKey, writeRoster),
]
