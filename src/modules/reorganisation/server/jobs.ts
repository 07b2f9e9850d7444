import { z } from 'zod'
import { Id } from '#base/id.ts'
import { type Job, job } from '#platform/jobs/jobs.ts'
import { runCase } from './run-case.ts'

const RunKey = z.object({ runId: Id, range: z.object({ lft: z.int(), rgt: z.int() }) })

export const reorganisationJobs: Job[] = [job('reorganisation.run', RunKey, runCase)]
