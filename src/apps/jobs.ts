import type { Job } from '#platform/jobs/jobs.ts'
import { childrenJobs } from '#modules/children/server/jobs.ts'
import { growthJobs } from '#modules/growth/server/jobs.ts'
import { indicatorsJobs } from '#modules/indicators/server/jobs.ts'
import { reorganisationJobs } from '#modules/reorganisation/server/jobs.ts'
import { tasksJobs } from '#modules/tasks/server/jobs.ts'
import { servicesJobs } from '#modules/services/server/jobs.ts'

/** Every job of the application, in the order of the modules. */
export const allJobs: Job[] = [
  ...childrenJobs,
  ...servicesJobs,
  ...growthJobs,
  ...tasksJobs,
  ...indicatorsJobs,
  ...reorganisationJobs,
]
