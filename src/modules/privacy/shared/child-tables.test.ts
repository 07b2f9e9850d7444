import { describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { childTables } from './child-tables.ts'
import { purposes } from './processing.ts'

const database = await testDatabase()

async function tablesOfChildren(): Promise<Map<string, string[]>> {
  const { rows } = await database.owner.query<{ table: string; columns: string[] }>(
    `select c.relname as "table", array_agg(a.attname::text) as columns from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace group by 1`,
  )
  return new Map(rows.map(({ table, columns }) => [table, columns]))
}

describe('what is held of one child', () => {
  test('every table with a child in it is in the copy for the family and says what erasing does', async () => {
    const found = [...(await tablesOfChildren())]
      .filter(([table, columns]) => table === 'children' || columns.includes('child_id'))
      .map(([table]) => table)
    expect(childTables.map(({ table }) => table).toSorted()).toEqual(found.toSorted())
  })

  test('every column that the copy shows is there', async () => {
    const tables = await tablesOfChildren()
    const added = [
      'commune',
      'village',
      'household_head',
      'household_address',
      'household_years',
      'item',
      'expected',
      'care',
      'noticed',
      'kind',
      'told',
    ]
    const missing = childTables.flatMap(({ table, columns }) =>
      Object.keys(columns)
        .filter((column) => !added.includes(column) && !tables.get(table)?.includes(column))
        .map((column) => `${table}.${column}`),
    )
    expect(missing).toEqual([])
  })

  test('every purpose of the record counts a table that is there', async () => {
    const tables = await tablesOfChildren()
    expect(purposes.filter(({ table }) => !tables.has(table))).toEqual([])
  })
})
