import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll } from 'vitest'
import type { Secrets } from '#platform/db/migrate.ts'
import { createPool } from '#platform/db/pool.ts'
import { readScope, writeScope } from '#platform/db/scope.ts'
import { type Db, everywhere, type Range, type Tx } from '#platform/db/types.ts'

export type TestDatabase = {
  /** The owner's address: migrations, and looking past row-level security. */
  ownerUrl: string
  /** The application's address: may not pass row-level security. */
  url: string
  secrets: Secrets
  /** The owner's connections. Row-level security does not hold them back. */
  owner: pg.Pool
  /** The application's connections, as the server has them. */
  pool: pg.Pool
  /** The same, looking into the schema of the sign-in tables. */
  authPool: pg.Pool
  read: <T>(work: (db: Db) => Promise<T>, range?: Range) => Promise<T>
  write: <T>(work: (tx: Tx) => Promise<T>, range?: Range) => Promise<T>
}

/** Advisory lock: the workers build the template one after the other, the second finds it built. */
const templateLock = 1_437_2019

const template = 'uommam_template'

/**
 * A database of its own for this test file: migrated, with reference data and the places and people of
 * `people.ts`, dropped at the end. Call it at the top of the file: `const database = await testDatabase()`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL'] ?? ''
  const secrets = await ensureTemplate(server)
  const name = `uommam_test_${randomBytes(6).toString('hex')}`
  // Copied as files: through the log it takes twice as long.
  await onServer(server, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  )
  const ownerUrl = withDatabase(server, name)
  const url = withUser(ownerUrl, secrets)
  const owner = createPool(ownerUrl, { max: 2 })
  const pool = createPool(url, { max: 5 })
  const authPool = createPool(url, { max: 2, schema: 'auth' })
  afterAll(async () => {
    await Promise.all([owner.end(), pool.end(), authPool.end()])
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return {
    ownerUrl,
    url,
    secrets,
    owner,
    pool,
    authPool,
    read: (work, range = everywhere) => readScope(pool, range, work),
    write: (work, range = everywhere) => writeScope(pool, range, work),
  }
}

/** Tables whose rows come with the migrations, the reference data or the named people. */
const keptTables = /^(platform_|areas|accounts_(?!audit)|services_(items|packages)|indicators_definitions)/

/**
 * Empties the tables that tests fill, between tests. Places, accounts and reference data stay. Deleting few rows
 * without looking at references is a hundred times faster than `truncate`, which makes new files for each index.
 */
export async function truncateAll({ owner }: TestDatabase): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  )
  const names = rows.map((row) => row.name).filter((name) => !keptTables.test(name))
  const deletions = names.map((name) => `delete from ${name};`).join(' ')
  await owner.query(`begin; set local session_replication_role = replica; ${deletions} commit`)
}

async function ensureTemplate(server: string): Promise<Secrets> {
  return onServer(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    const url = withDatabase(server, template)
    if (rowCount) return readSecrets(url)
    await client.query(`drop database if exists ${template}_new with (force)`)
    await client.query(`create database ${template}_new`)
    // Loaded only by the file that builds the template: the whole application comes with it.
    const { fillTemplate } = await import('./template.ts')
    const secrets = await fillTemplate(withDatabase(server, `${template}_new`))
    await client.query(`alter database ${template}_new rename to ${template}`)
    return secrets
  })
}

async function readSecrets(url: string): Promise<Secrets> {
  return onServer(url, async (client) => {
    const { rows } = await client.query<Secrets>(
      `select app_role as "appRole", app_password as "appPassword", auth_secret as "authSecret" from platform_secrets`,
    )
    const [secrets] = rows
    if (!secrets) throw new Error(`the template database holds no secrets`)
    return secrets
  })
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function withUser(server: string, { appRole, appPassword }: Secrets): string {
  const url = new URL(server)
  url.username = appRole
  url.password = appPassword
  return url.href
}
