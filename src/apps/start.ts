import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { systemClock } from '#platform/clock.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { startJobs } from '#platform/jobs/jobs.ts'
import type { Mailer } from '#platform/mail/mail.ts'
import { createHashProcess } from '#platform/passwords/hash-process.ts'
import { onNpmEnded } from './caller.ts'
import { readConfig, type Config } from './config.ts'
import { allJobs } from './jobs.ts'
import { buildApp, loadReferenceData } from './server.ts'
import { failureLines } from './start-failure.ts'
import { ensureWebPage } from './web-page.ts'
import { startWorkers } from './worker.ts'

const log = pino({ level: 'warn', redact: { paths: ['*.body', '*.query', '*.params'], remove: true } })

/** Opens everything, prints the one address to open, and stops in order on the first signal. */
async function start(config: Config): Promise<void> {
  console.log('Ươm Mầm đang khởi động…')
  if (config.buildsPage) await ensureWebPage(config.webFolder, console.log)
  const queues = allJobs.map(({ name }) => name)
  const database = await openDatabase({ url: config.databaseUrl, folder: config.dataFolder, queues })
  await loadReferenceData(database)
  let address = `http://${config.host}:${config.port}`
  const open = !['127.0.0.1', 'localhost', '::1'].includes(config.host)
  const { server, setupCode } = await buildApp({
    database,
    clock: systemClock,
    log,
    webFolder: config.webFolder,
    publicUrl: () => config.publicUrl ?? address,
    open,
    identityServer: config.identityServer,
    // Only there it is faster than hashing here.
    passwords: process.platform === 'linux' ? createHashProcess() : undefined,
    trustedProxies: config.trustedProxies,
  })
  address = await listen(server, config)
  const parts = { pool: database.pool, clock: systemClock, log }
  const mailer = await mailerOf(config, () => config.publicUrl ?? address)
  const jobs = await startJobs(database.appUrl, allJobs, { ...parts, mailer })
  const workers = startWorkers(parts, database.appUrl)
  const keeper = keepDatabase(database)
  stopOnSignals(async () => {
    clearInterval(keeper)
    await server.close()
    await Promise.all([jobs.stop(), workers.stop()])
    await database.close()
  })
  sayWhereToOpen(config.publicUrl ?? address, { setupCode, database, config })
}

/** Loaded only where a mail server is set. */
async function mailerOf({ mail }: Config, publicUrl: () => string): Promise<Mailer | undefined> {
  if (!mail) return undefined
  const { createMailer } = await import('#platform/mail/mail.ts')
  return createMailer({ ...mail, publicUrl })
}

/** Looks after the database every two seconds, one look at a time: two starts at once would be in each other's way. */
function keepDatabase(database: Database): NodeJS.Timeout {
  let looking = false
  return setInterval(() => {
    if (looking) return
    looking = true
    void database.pool
      .query('select 1')
      .catch(() => database.revive())
      .catch(() => undefined)
      .finally(() => {
        looking = false
      })
  }, 2_000)
}

/** The wanted port, or the next free one when it is taken: the printed address is the one that counts. */
async function listen(server: FastifyInstance, { host, port }: Config): Promise<string> {
  for (let tried = port; ; tried += 1) {
    try {
      const address = new URL(await server.listen({ host, port: tried }))
      if (['0.0.0.0', '[::]', '127.0.0.1'].includes(address.hostname)) address.hostname = 'localhost'
      return address.origin
    } catch (cause) {
      const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
      if (!taken || port === 0 || tried > port + 20) throw cause
    }
  }
}

function sayWhereToOpen(
  address: string,
  { setupCode, database, config }: { setupCode: string | undefined; database: Database; config: Config },
): void {
  const place = database.embedded ? config.dataFolder : 'PostgreSQL (DATABASE_URL)'
  console.log(`Dữ liệu: ${place}`)
  console.log(`Mở trình duyệt tại: ${address}${setupCode ? `/?ma=${setupCode}` : ''}`)
}

/** A second signal ends the process at once. Not SIGHUP: to handle it would undo `nohup`. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false
  const begin = () => {
    stopping = true
    console.log('Đang dừng…')
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => (stopping ? process.exit(1) : begin()))
  onNpmEnded(process.env, () => stopping || begin())
}

try {
  await start(readConfig(process.env))
} catch (cause) {
  for (const line of failureLines(cause)) console.error(line)
  process.exit(1)
}
