import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { loadReferenceData } from '#apps/server.ts'
import { describeSchema } from '#platform/db/describe.ts'
import { connectDatabase } from '#platform/db/database.ts'
import { migrate } from '#platform/db/migrate.ts'
import { testDatabase } from './database.ts'
import { places } from './people.ts'

/** The newest tables are made by the migrations alone: the database of the other tests is the yardstick. */
const newest = await testDatabase()
const name = `uommam_older_${randomBytes(6).toString('hex')}`
const url = Object.assign(new URL(newest.ownerUrl), { pathname: `/${name}` }).href

/** The state of the first installations: the register and its imports, nothing after them. */
const older = '0011'

let client: pg.Client

async function reconnect(): Promise<void> {
  client = new pg.Client({ connectionString: url })
  await client.connect()
}

beforeAll(async () => {
  await newest.owner.query(`create database ${name}`)
  await migrate(url, undefined, older)
  await reconnect()
})

afterAll(async () => {
  await client.end()
  await newest.owner.query(`drop database if exists ${name} with (force)`)
})

/**
 * Every row of every table that the older state has, without the columns that came later, and without the words that
 * search makes from names.
 */
async function contents(tables: ReadonlyMap<string, string>): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {}
  for (const [table, columns] of tables) {
    const { rows } = await client.query(`select ${columns} from ${table} t order by t::text`)
    found[table] = rows
  }
  return found
}

async function tablesNow(): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; columns: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('platform_migrations', 'children_name_tokens')
     group by table_name`,
  )
  return new Map(rows.map((row) => [row.name, row.columns]))
}

async function fillOlder(): Promise<void> {
  const nation = newId()
  const [childId, personId] = [newId(), newId()]
  const run = newId()
  await client.query(
    `insert into areas (id, code, kind, name, full_name, name_folded, lft, rgt, valid_from)
     values ('${nation}', 'VN', 'nation', 'Việt Nam', 'Việt Nam', 'viet nam', 0, 2147483646, '2025-07-01'),
       ('${places.dakHa}', '23500', 'commune', 'Xã Đăk Hà', 'Xã Đăk Hà', 'xa dak ha', 16384, 32767, '2025-07-01');
     insert into accounts_people (id, full_name, username) values ('${personId}', 'Phạm Thị Lan', 'lan');
     insert into accounts_grants (id, person_id, role, area_id, area_lft, valid_from)
     values ('${newId()}', '${personId}', 'officer', '${places.dakHa}', 16384, '2025-07-01');
     insert into children (id, area_lft, commune_id, full_name, name_folded, name_sort, born_on, sex)
     values ('${childId}', 16384, '${places.dakHa}', 'Y Mai', 'y mai', 'mai', '2022-03-04', 'female');
     insert into children_carers (child_id, id, area_lft, full_name, name_folded, relation, phone)
     values ('${childId}', '${newId()}', 16384, 'Y Nga', 'y nga', 'mother', '0912345678');
     insert into children_identifiers (kind, value, child_id, area_lft)
     values ('personal-id', '062322760046', '${childId}', 16384);
     insert into children_import_runs (id, area_lft, commune_id, file_name, status, columns, new_villages, created_by)
     values ('${run}', 16384, '${places.dakHa}', 'ds.csv', 'checked', '[]', '[]', '${personId}');
     insert into children_import_rows (run_id, row_number, area_lft, state, cells, reasons)
     values ('${run}', 2, 16384, 'refused', '["Y Mai"]', '[]');
     insert into accounts_audit (id, person_id, grant_id, area_lft, action, child_id, after)
     values ('${newId()}', '${personId}', '${newId()}', 16384, 'children.registered', '${childId}', '{"sex":"female"}')`,
  )
}

describe('an older database', () => {
  test('keeps every row when it is brought to the newest schema, and gets the same schema as a new one', async () => {
    await fillOlder()
    const tables = await tablesNow()
    const before = await contents(tables)
    expect(before['children']).toHaveLength(1)
    expect([...tables.keys()].some((table) => table.startsWith('services_'))).toBe(false)
    await client.end()

    const database = await connectDatabase(url, { queues: [], poolSize: 2 })
    await reconnect()
    expect(await contents(tables)).toEqual(before)
    const yardstick = new pg.Client({ connectionString: newest.ownerUrl })
    await yardstick.connect()
    expect(await describeSchema(client)).toBe(await describeSchema(yardstick))
    await yardstick.end()
    await database.close()
  })

  test('brought up again nothing happens, and the reference data load beside the older rows', async () => {
    const tables = await tablesNow()
    const before = await contents(tables)
    const database = await connectDatabase(url, { queues: [], poolSize: 2 })
    expect(await contents(tables)).toEqual(before)
    await loadReferenceData(database)
    const { children, accounts_audit: audit } = await contents(tables)
    expect([children, audit]).toEqual([before['children'], before['accounts_audit']])
    await database.close()
  })
})
