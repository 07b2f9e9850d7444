import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, describe, expect, test } from 'vitest'
import { nameSortKey } from '#base/vietnamese-order.ts'
import { buildApp, loadReferenceData } from '#apps/server.ts'
import { clockAt } from '#platform/clock.ts'
import { connectDatabase } from '#platform/db/database.ts'
import { readScope } from '#platform/db/scope.ts'
import { everywhere } from '#platform/db/types.ts'
import { recountDifferences } from '#modules/services/server/public.ts'
import { testDatabase } from './database.ts'

/**
 * What installations held on the day of a landing, dumped by pg_dump from the product as it was then, in use: set up in
 * a browser's way, a roster imported, a plan filed, services recorded, a report built. Each landing adds its own.
 */
const folder = new URL('./landings/', import.meta.url)
const landings = readdirSync(folder).filter((name) => name.endsWith('.sql.gz'))

const server = await testDatabase()
const made: string[] = []

afterAll(async () => {
  for (const name of made) await server.owner.query(`drop database if exists ${name} with (force)`)
})

async function restored(landing: string): Promise<string> {
  const name = `uommam_landing_${randomBytes(6).toString('hex')}`
  await server.owner.query(`create database ${name}`)
  made.push(name)
  const url = Object.assign(new URL(server.ownerUrl), { pathname: `/${name}` }).href
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('create schema jobs')
  await client.query(gunzipSync(readFileSync(new URL(landing, folder))).toString('utf8'))
  await client.end()
  return url
}

async function ask<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const [rows = []] = await askAll<Row>(url, [text])
  return rows
}

/** The rows of each statement, one connection for all. */
async function askAll<Row extends pg.QueryResultRow>(
  url: string,
  texts: readonly string[],
): Promise<Row[][]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const answers: Row[][] = []
  for (const text of texts) answers.push((await client.query<Row>(text)).rows)
  await client.end()
  return answers
}

/** Made again from reference data or from other rows at each start, or about the installation itself. */
const remade =
  /^(platform_|services_(packages|items|status|open|counters|stale)|indicators_(definitions|editions)|screening_tools)/

type Written = { table: string; columns: string }

/**
 * Every table that people fill, with the columns that the landing had: none of it may change, but that roles may do
 * more as the product grows, and that names may be sorted better.
 */
async function listWritten(url: string): Promise<Written[]> {
  const tables = await ask<Written>(
    url,
    `select table_name as table, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE'
       and (table_name, column_name) not in (('accounts_roles', 'capabilities'), ('accounts_roles', 'purposes'))
       and column_name <> 'name_sort' group by 1 order by 1`,
  )
  return tables.filter(({ table }) => !remade.test(table))
}

/** The rows of each table as texts, told apart by its name. */
async function readWritten(url: string, written: readonly Written[]): Promise<Set<string>> {
  const tables = await askAll(
    url,
    written.map(({ table, columns }) => `select ${columns} from ${table}`),
  )
  const rows = tables.flatMap((answer, at) =>
    answer.map((row) => `${written[at]?.table} ${JSON.stringify(row)}`),
  )
  return new Set(rows)
}

describe.each(landings)('an installation of %s', (landing) => {
  test('keeps what people wrote, shows the same figures, and lets its people in', async () => {
    const url = await restored(landing)
    const written = await listWritten(url)
    const wanted = await readWritten(url, written)
    expect([...wanted].filter((row) => row.startsWith('children '))).not.toHaveLength(0)

    const database = await connectDatabase(url, { queues: [], poolSize: 4 })
    await loadReferenceData(database)
    expect([...wanted.difference(await readWritten(url, written))]).toEqual([])

    // Names are sorted as those written today.
    const named = await ask<{ name: string; key: string }>(
      url,
      `select full_name as name, name_sort as key from children union
         select full_name, name_sort from organisations_staff`,
    )
    expect(named.filter(({ name, key }) => key !== nameSortKey(name))).toEqual([])

    // Plans filed before there was a library have entered it.
    expect(
      await ask(
        url,
        'select p.id from plans p where not exists (select 1 from library_documents d where d.plan_id = p.id)',
      ),
    ).toEqual([])

    const [commune] = await ask<{ id: string }>(url, 'select distinct commune_id as id from children')
    for (const period of ['2026', '2026-H1', '2026-H2'] as const)
      expect(
        await readScope(database.pool, everywhere, (db) =>
          recountDifferences(db, { communeId: commune?.id ?? '', period, today: '2026-11-23' }),
        ),
      ).toEqual([])

    const { server: app } = await buildApp({
      database,
      clock: clockAt('2026-11-23T09:00:00+07:00'),
      log: pino({ level: 'silent' }),
      webFolder: '/nonexistent',
      publicUrl: () => 'http://localhost',
      open: false,
    })
    const signIn = await app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      headers: { origin: 'http://localhost', host: 'localhost' },
      payload: { username: 'quantri', password: 'Ươm mầm xanh 2026' },
    })
    expect({ status: signIn.statusCode, body: signIn.body }).toMatchObject({ status: 200 })
    await app.close()
    await database.close()
  })
})
