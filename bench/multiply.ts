import type pg from 'pg'
import { loading } from './fill.ts'

/** Tables in which a child stands whose status the product has made. */
const ofChildren = [
  'children_carers',
  'children_name_tokens',
  'children_identifiers',
  'services_records',
  'services_status',
  'services_open',
]

/** What a copy has of its own; everything else is that of the child it was copied from. */
const ownValues: Readonly<Record<string, string>> = {
  'children.id': 'n.id',
  child_id: 'n.id',
  'children_carers.id': 'gen_random_uuid()',
  'services_records.id': 'gen_random_uuid()',
  'children_carers.phone': `'09' || lpad((hashtext(n.id::text) & 67108863)::text, 8, '0')`,
  'children_identifiers.value': "lpad((t.value::bigint + n.turn * 10000000::bigint)::text, 12, '0')",
}

/**
 * Makes each child `times` children: same place, birth, name, services, and so the same status, to the row what the
 * product would make of them; the counters are multiplied. A million children are there in minutes where making the
 * status of each anew takes a quarter of an hour.
 */
export async function multiply(owner: pg.Pool, times: number): Promise<void> {
  await owner.query(
    `create unlogged table bench_copies as select c.id as of_id, uuidv7() as id, turn
     from generate_series(1, $1::int - 1) as turn cross join children c order by turn, c.id`,
    [times],
  )
  await owner.query('analyze bench_copies')
  const tables = ['children', ...ofChildren]
  await loading(owner, tables, async (client) => {
    for (const table of tables) await copyRows(client, table)
  })
  // Not while loading: triggers keep the sums of the counters.
  await owner.query(
    `update services_counters set due = array(select v * $1 from unnest(due) with ordinality as u (v, n) order by n),
       got = array(select v * $1 from unnest(got) with ordinality as u (v, n) order by n)`,
    [times],
  )
  await owner.query('drop table bench_copies')
  await owner.query('vacuum (analyze) services_counters, services_sums')
  // What was loaded is written to the disk before anything is measured, so that neither server is measured beside it.
  await owner.query('checkpoint')
}

async function copyRows(client: pg.PoolClient, table: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const columns = rows.map(({ name }) => name)
  const values = columns.map((name) => ownValues[`${table}.${name}`] ?? ownValues[name] ?? `t.${name}`)
  const key = table === 'children' ? 'id' : 'child_id'
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')}
     from bench_copies n join ${table} t on t.${key} = n.of_id order by n.id`,
  )
}
