import { type Job, job } from '#platform/jobs/jobs.ts'
import { RecountKey, runRecount } from './recount-job.ts'

export const indicatorsJobs: Job[] = [job('indicators.recount', RecountKey, runRecount)]
