import { beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '#test/database.ts'
import { placedTables } from '#test/walk.ts'
import { followers } from './followers.ts'

const database = await testDatabase()

/** Tables that stay where they are when units change, each with its reason. A new table stands here or is moved. */
const staying: Record<string, string> = {
  accounts_audit: 'what happened in a place stays there; the application cannot change it',
  accounts_reads: 'who saw what stays where it was seen; the application cannot change it',
  reorganisation_cases: 'of who prepared it',
  reorganisation_units: 'of the case',
  reorganisation_runs: 'of the case',
  reorganisation_rows: 'of the case',
  reorganisation_results: 'written once, for the unit that answers for the old figures',
}

/** Moved by name: columns that repeat the place of a child, rows of places as a whole and what hangs on them. */
const movedByName: Record<string, string> = {
  children: 'moveChildren',
  services_counters: 'moveStatus: counters of a commune move by its children',
  services_sums: 'added up from the counters by their triggers',
  facilities_inspections: 'moveDangers',
  organisations_successions: 'moveOrganisations',
  organisations_members: 'moveBoards',
  organisations_meetings: 'moveBoards',
  organisations_followups: 'moveBoards',
  organisations_matters_changes: 'moveMatters',
  plans_targets: 'movePlans',
  plans_target_values: 'movePlans',
  plans_tasks: 'movePlans',
  plans_task_agencies: 'movePlans',
  plans_deadlines: 'movePlans',
  plans_exemptions: 'movePlans',
  plans_target_shares: 'movePlans',
  library_tokens: 'moveDocuments',
  library_relations: 'moveDocuments',
  library_files: 'moveDocuments',
  library_changes: 'moveDocuments',
  reorganisation_notes: 'placeNotes: with the grant they speak of',
}

/** Columns that repeat a child's commune or village are moved by name although the row follows by its key. */
const repeatedPlaces: Record<string, string> = {
  children: 'moveChildren',
  children_facts: 'moveResidences',
  children_name_tokens: 'moveChildren',
  services_open: 'moveStatus',
  services_status: 'moveStatus',
  services_counters: 'moveStatus',
  services_sums: 'triggers of the counters',
  children_import_runs: 'moveImports',
}

type ForeignKey = { child: string; parent: string }

/** Tables whose rows take `area_lft` from another table by a foreign key with `on update cascade`. */
async function cascades(): Promise<ForeignKey[]> {
  const { rows } = await database.owner.query<ForeignKey>(
    `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent
     from pg_constraint c where c.contype = 'f' and c.confupdtype = 'c' and exists (
       select from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k
       where a.attname = 'area_lft')`,
  )
  return rows
}

let links: ForeignKey[] = []
let tables: string[] = []

beforeAll(async () => {
  links = await cascades()
  tables = await placedTables(database)
})

/** By itself, by name, as a row of a place, or because the table it hangs on is moved. */
function isMoved(table: string): boolean {
  return (
    table in movedByName ||
    followers.some((follower) => follower.table === table) ||
    links.some(({ child, parent }) => child === table && isMoved(parent))
  )
}

describe('every table that carries a place', () => {
  test('moves with its child or its unit, or stays for a written reason', () => {
    expect(tables.filter((table) => !isMoved(table) && !(table in staying))).toEqual([])
  })

  test('is not named here in vain', () => {
    const named = [
      ...Object.keys(staying),
      ...Object.keys(movedByName),
      ...followers.map(({ table }) => table),
    ]
    expect(named.filter((table) => !tables.includes(table))).toEqual([])
    expect(Object.keys(staying).filter(isMoved)).toEqual([])
  })

  test('whose rows repeat a commune or a village is moved by name, not by its key alone', async () => {
    const { rows } = await database.owner.query<{ table: string }>(
      `select distinct table_name as table from information_schema.columns
       join information_schema.tables t using (table_schema, table_name)
       where table_schema = 'public' and t.table_type = 'BASE TABLE' and column_name in ('commune_id', 'village_id')
       order by 1`,
    )
    expect(rows.map(({ table }) => table)).toEqual(Object.keys(repeatedPlaces).toSorted())
  })

  test('with a key that follows a child lets the check wait, so that thousands are moved in sets', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `select conname as name from pg_constraint where contype = 'f' and confrelid = 'children'::regclass
       and confupdtype = 'c' and not condeferrable`,
    )
    expect(rows).toEqual([])
  })
})
