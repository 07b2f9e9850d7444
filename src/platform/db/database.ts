import pg from 'pg'
import { installJobs } from '../jobs/jobs.ts'
import { startEmbeddedPostgres } from './embedded.ts'
import { migrate, type Secrets } from './migrate.ts'
import { createPool, ownName } from './pool.ts'

export type Database = {
  /** The application's role: row-level security holds. */
  pool: pg.Pool
  /** The same role, looking into the schema of the sign-in tables. */
  authPool: pg.Pool
  appUrl: string
  ownerUrl: string
  secrets: Secrets
  embedded: boolean
  /** Brings the embedded server back when something killed it; another server has its own keeper. */
  revive: () => Promise<void>
  close: () => Promise<void>
}

export type DatabaseOptions = {
  /** A PostgreSQL 15 or later; without it the embedded one is started. */
  url: string | undefined
  folder: string
  queues: readonly string[]
  poolSize?: number
}

/** Finds or starts the database server, brings it to the newest schema and connects as the application's role. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const server = options.url ? undefined : await startEmbeddedPostgres(options.folder)
  const ownerUrl = options.url ?? (await ownDatabase(server?.url ?? ''))
  const database = await connectDatabase(ownerUrl, options)
  const close = async () => {
    await database.close()
    if (server && !(await othersConnected(ownerUrl))) await server.stop()
  }
  const revive = async () => server?.revive()
  return { ...database, embedded: server !== undefined, revive, close }
}

/** Migrates and connects to a database whose server is running. */
export async function connectDatabase(
  ownerUrl: string,
  { queues, poolSize = 20 }: Pick<DatabaseOptions, 'queues' | 'poolSize'>,
): Promise<Database> {
  const secrets = await migrate(ownerUrl, () => installJobs(ownerUrl, queues))
  const appUrl = withAccount(ownerUrl, secrets)
  const pool = createPool(appUrl, { max: poolSize })
  const authPool = createPool(appUrl, { max: 4, schema: 'auth' })
  await pool.query('select 1')
  const close = async () => {
    await Promise.all([pool.end(), authPool.end()])
  }
  return { pool, authPool, appUrl, ownerUrl, secrets, embedded: false, revive: async () => undefined, close }
}

/** The same server and database, entered as the application's role. */
function withAccount(url: string, { appRole, appPassword }: Secrets): string {
  const changed = new URL(url)
  changed.username = appRole
  changed.password = appPassword
  return changed.href
}

/** The embedded server's own database is made at the first start. */
async function ownDatabase(serverUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'uommam'`)
    if (!found.rowCount) await client.query('create database uommam')
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === '42P04')) throw cause
  } finally {
    await client.end()
  }
  const url = new URL(serverUrl)
  url.pathname = '/uommam'
  return url.href
}

/** A command must not stop the server under a running application, nor the other way round. */
async function othersConnected(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $1`,
      [ownName],
    )
    return (rows[0]?.others ?? 0) > 0
  } finally {
    await client.end()
  }
}
