import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Made once for each database and kept in it: the application's role and the key that signs cookies of sessions. */
export type Secrets = { appRole: string; appPassword: string; authSecret: string }

const migrationsFolder = join(import.meta.dirname, '../../../db/migrations')

/** One number for `pg_advisory_lock`, so that two starting processes migrate one after the other. */
const migrationLock = 1_437_2018

/**
 * Brings the database at `url` (an owner of it, with the right to create a role) to the newest schema, and makes
 * the application's own role, which owns nothing and cannot pass row-level security.
 * `installMore` adds what a library keeps in the database, before rights are given.
 * Returns what the application needs to sign in as that role. `upTo` ends at a file name's beginning ('0011'), for
 * tests of what later migrations do to older data.
 */
export async function migrate(
  url: string,
  installMore?: () => Promise<void>,
  upTo?: string,
): Promise<Secrets> {
  const client = new pg.Client({ connectionString: url, application_name: 'uommam-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create table if not exists platform_migrations (
      name text primary key, applied_at timestamptz not null default now())`)
    await applyMissing(client, upTo)
    await installMore?.()
    const secrets = await ensureSecrets(client)
    await ensureAppRole(client, secrets)
    return secrets
  } finally {
    await client.end()
  }
}

/** In the order of their names, each in a transaction of its own: one that fails leaves those before it in place. */
async function applyMissing(client: pg.Client, upTo: string | undefined): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select name from platform_migrations')
  const applied = new Set(rows.map((row) => row.name))
  const files = (await readdir(migrationsFolder)).filter((name) => name.endsWith('.sql')).sort()
  for (const name of files.filter((file) => !applied.has(file) && (!upTo || file.slice(0, upTo.length) <= upTo))) {
    const text = await readFile(join(migrationsFolder, name), 'utf8')
    try {
      await client.query('begin')
      await client.query(text)
      await client.query('insert into platform_migrations (name) values ($1)', [name])
      await client.query('commit')
    } catch (cause) {
      await client.query('rollback').catch(() => undefined)
      throw new Error(`migration ${name} failed; the database is as before it`, { cause })
    }
  }
}

/** Two first starts at once agree: what was stored first is what both use. */
async function ensureSecrets(client: pg.Client): Promise<Secrets> {
  const made = {
    appRole: `uommam_app_${randomBytes(4).toString('hex')}`,
    appPassword: randomBytes(24).toString('hex'),
    authSecret: randomBytes(32).toString('base64url'),
  }
  await client.query(
    `insert into platform_secrets (one, app_role, app_password, auth_secret) values (true, $1, $2, $3)
     on conflict (one) do nothing`,
    [made.appRole, made.appPassword, made.authSecret],
  )
  const { rows } = await client.query<Secrets>(
    `select app_role as "appRole", app_password as "appPassword", auth_secret as "authSecret" from platform_secrets`,
  )
  return rows[0] ?? made
}

/** Grants are given again at each start: a table made by a new migration is covered without further thought. */
async function ensureAppRole(client: pg.Client, { appRole, appPassword }: Secrets): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [appRole])
  if (!rowCount) await client.query(`create role ${appRole} login nosuperuser nobypassrls`)
  await client.query('begin')
  await client.query(`alter role ${appRole} password '${appPassword}'`)
  for (const schema of ['public', 'auth', 'jobs']) {
    await client.query(`grant usage on schema ${schema} to ${appRole}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${schema} to ${appRole}`)
    await client.query(`grant usage, select on all sequences in schema ${schema} to ${appRole}`)
    await client.query(`grant execute on all functions in schema ${schema} to ${appRole}`)
  }
  await client.query(`revoke all on platform_secrets, platform_migrations from ${appRole}`)
  for (const name of await appendOnlyTables(client))
    await client.query(`revoke update, delete, truncate on ${name} from ${appRole}`)
  await client.query('commit')
}

/** Tables whose comment begins with "append-only": the application adds and reads, it never changes or deletes. */
async function appendOnlyTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and obj_description(c.oid, 'pg_class') like 'append-only%' order by 1`,
  )
  return rows.map(({ name }) => name)
}
