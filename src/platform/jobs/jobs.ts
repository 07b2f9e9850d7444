import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import { ownName } from '../db/pool.ts'
import { readScope, writeScope } from '../db/scope.ts'
import type { Db, Range, Tx } from '../db/types.ts'
import type { Mailer } from '../mail/mail.ts'

const schema = 'jobs'

/** What a job may use. It opens its own transactions, each within a range of places. */
export type JobContext = {
  clock: Clock
  log: Logger
  reading: <T>(range: Range, work: (db: Db) => Promise<T>) => Promise<T>
  writing: <T>(range: Range, work: (tx: Tx) => Promise<T>) => Promise<T>
  /** Missing where no mail server is set. */
  mailer: Mailer | undefined
}

export type Job = { name: string; run: (context: JobContext, payload: unknown) => Promise<void> }

/** A kind of job with the contract of its payload: what does not fit the contract never reaches `run`. */
export function job<Payload>(
  name: string,
  payload: z.ZodType<Payload>,
  run: (context: JobContext, payload: Payload) => Promise<void>,
): Job {
  return { name, run: (context, raw) => run(context, payload.parse(raw)) }
}

/** Queues a job in the caller's transaction: a rollback leaves no job, a commit always leaves one. */
export async function sendJob(
  tx: Tx,
  name: string,
  payload: object,
  { afterSeconds = 0 }: { afterSeconds?: number } = {},
): Promise<void> {
  await new PgBoss({ schema, db: fromKysely(tx) }).send(name, payload, { startAfter: afterSeconds })
}

/** Creates the tables and queues of pg-boss; run by the owner when migrating. */
export async function installJobs(url: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: ownName,
    schema,
    max: 1,
    supervise: false,
    schedule: false,
    reindex: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  for (const name of names) {
    if (!(await boss.getQueue(name)))
      await boss.createQueue(name, {
        retryLimit: 3,
        retryDelay: 5,
        expireInSeconds: 1800,
        heartbeatSeconds: 20,
      })
  }
  await boss.stop({ graceful: false })
}

/** Works the queues until stopped; a job interrupted by a stop or a kill is run again. */
export async function startJobs(
  url: string,
  jobs: readonly Job[],
  { pool, clock, log, mailer }: { pool: pg.Pool; clock: Clock; log: Logger; mailer?: Mailer | undefined },
): Promise<{ stop: () => Promise<void> }> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: ownName,
    schema,
    max: 3,
    migrate: false,
    createSchema: false,
    reindex: false,
  })
  boss.on('error', (error) => log.warn({ kind: error.name }, 'jobs'))
  await boss.start()
  const context: JobContext = {
    clock,
    log,
    mailer,
    reading: (range, work) => readScope(pool, range, work),
    writing: (range, work) => writeScope(pool, range, work),
  }
  for (const { name, run } of jobs) {
    await boss.work(name, { pollingIntervalSeconds: 0.5 }, async (list) => {
      for (const { data } of list) await run(context, data).catch((cause: unknown) => failWithoutData(cause))
    })
  }
  return { stop: async () => boss.stop({ graceful: true, timeout: 10_000 }) }
}

/** pg-boss keeps the error of a failed job; PostgreSQL puts row values into its details, so only the kind goes on. */
function failWithoutData(cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? ` ${String(cause.code)}` : ''
  throw new Error(`${cause instanceof Error ? cause.name : 'unknown'}${code}`)
}
