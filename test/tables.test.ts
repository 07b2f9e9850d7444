import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { describeSchema, describeTypes } from '#platform/db/describe.ts'
import { testDatabase } from './database.ts'

const database = await testDatabase()

/** The owner's connection without the pool's own types, as the generator has it. */
async function asGenerator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('the tables', () => {
  test('the generated table types are current (node scripts/generate-tables.ts)', async () => {
    expect(await asGenerator(describeTypes)).toBe(await readFile('src/platform/db/tables.gen.ts', 'utf8'))
  })

  test('db/schema.sql equals the migrations from zero', async () => {
    expect(await asGenerator(describeSchema)).toBe(await readFile('db/schema.sql', 'utf8'))
  })

  test('every table that carries a place is held by row-level security', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'area_lft'
         and not (c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(rows).toEqual([])
  })

  test('the application neither owns a table nor passes row-level security', async () => {
    const { rows } = await database.owner.query<{ owned: number; passes: boolean }>(
      `select (select count(*) from pg_class where relowner = r.oid) as owned, rolbypassrls or rolsuper as passes
       from pg_roles r where rolname = $1`,
      [database.secrets.appRole],
    )
    expect(rows).toEqual([{ owned: 0, passes: false }])
  })

  test('without a place set, a table with children refuses to be read', async () => {
    await expect(database.pool.query('select * from children')).rejects.toThrow('app.lft')
  })
})
