import type pg from 'pg'

type Column = { table: string; column: string; type: string; nullable: boolean; fallback: string | null }

/** Tables of ours only: neither those of Better Auth and pg-boss nor what an administrator added elsewhere. */
const ours = `n.nspname = 'public' and c.relkind in ('r', 'p', 'v')`

/** PostgreSQL's types as `pool.ts` gives them: days and moments as text, every number as a number. */
const typeNames: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  'timestamp with time zone': 'string',
  boolean: 'boolean',
  smallint: 'number',
  integer: 'number',
  bigint: 'number',
  numeric: 'number',
  'double precision': 'number',
  real: 'number',
  jsonb: 'Json',
  bytea: 'Buffer',
  'text[]': 'string[]',
  'date[]': 'string[]',
  'smallint[]': 'number[]',
  'double precision[]': 'number[]',
  'integer[]': 'number[]',
  'bigint[]': 'number[]',
  'uuid[]': 'string[]',
}

/** A column of a view may always be null: PostgreSQL does not say what a view's query rules out. */
async function columns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type,
      not a.attnotnull and c.relkind <> 'v' or c.relkind = 'v' as nullable,
      case when a.attidentity <> '' then 'identity' else pg_get_expr(d.adbin, d.adrelid) end as fallback
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where ${ours} and a.attnum > 0 and not a.attisdropped order by c.relname collate "C", a.attnum`)
  return rows
}

/** `Generated` may be left out of an insert. A type not listed above is an error: nobody guesses how it arrives. */
function columnLine({ column, type, nullable, fallback }: Column): string {
  const base = typeNames[type]
  if (!base) throw new Error(`column type ${type} of ${column} has no TypeScript type yet`)
  const whole = nullable ? `${base} | null` : base
  if (fallback !== null) return `  ${column}: Generated<${whole}>`
  return `  ${column}: ${whole}`
}

/** The text of tables.gen.ts for the database as it is. */
export async function describeTypes(client: pg.Client): Promise<string> {
  const byTable = Map.groupBy(await columns(client), (column) => column.table)
  const names = [...byTable.keys()]
  const typeName = (table: string) => table.replaceAll(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())
  const types = names.map(
    (table) => `export type ${typeName(table)} = {\n${(byTable.get(table) ?? []).map(columnLine).join('\n')}\n}\n`,
  )
  const all = `export type Tables = {\n${names.map((name) => `  ${name}: ${typeName(name)}`).join('\n')}\n}\n`
  return [
    '// Written by scripts/generate-tables.ts from the migrated database. Do not edit.',
    `import type { ColumnType, Generated } from 'kysely'\n`,
    'export type Json = ColumnType<unknown, string, string>\n',
    ...types,
    all,
  ].join('\n')
}

/** A dump of the schema for people to read and for the test that migrations from zero give this and no other. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const all = await columns(client)
  const byTable = Map.groupBy(all, (column) => column.table)
  const details = await client.query<{ table: string; line: string }>(`
    select relname as table, line from (
      select c.relname, '  constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid) as line, 1 as place
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and k.contype <> 'n'
      union all
      select c.relname, '  ' || replace(pg_get_indexdef(i.indexrelid), 'public.', ''), 2
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
      union all
      select c.relname, '  row level security' , 3
      from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${ours} and c.relrowsecurity
      union all
      select c.relname, '  policy ' || p.polname || ' using ' || pg_get_expr(p.polqual, p.polrelid), 4
      from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where ${ours}
    ) parts order by relname collate "C", place, line collate "C"`)
  const lines = Map.groupBy(details.rows, (row) => row.table)
  const blocks = [...byTable].map(([table, list]) => {
    const fields = list.map(
      (column) =>
        `  ${column.column} ${column.type}${column.nullable ? '' : ' not null'}${column.fallback ? ` default ${column.fallback}` : ''}`,
    )
    return [`table ${table}`, ...fields, ...(lines.get(table) ?? []).map((row) => row.line)].join('\n')
  })
  return `-- Written by scripts/generate-tables.ts from the migrated database. Do not edit.\n\n${blocks.join('\n\n')}\n`
}
