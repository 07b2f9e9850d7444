import type { Job } from '#platform/jobs/jobs.ts'

/** Every job of the application, in the order of the modules. */
export const allJobs: Job[] = []
