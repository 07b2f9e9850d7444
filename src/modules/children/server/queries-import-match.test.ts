import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { testDatabase } from '#test/database.ts'
import { people, places } from '#test/people.ts'
import { listChildPairs, listRowPairs } from './queries-import-match.ts'

const database = await testDatabase()
const rows = 20_000

/** A run of many rows, and a commune of many children, of which the planner believes that there is one of each. */
async function fillBehindThePlanner(runId: string): Promise<void> {
  const { owner } = database
  await owner.query('alter table children_import_rows set (autovacuum_enabled = off)')
  await owner.query('alter table children set (autovacuum_enabled = off)')
  await owner.query(
    `insert into children_import_runs (id, area_lft, commune_id, file_name, status, columns, new_villages, created_by)
     select $1, lft, id, 'ds.csv', 'checked', '[]', '[]', $2 from areas where id = $3`,
    [runId, people.lanOfficerDakHa.id, places.dakHa],
  )
  await owner.query(
    `insert into children_import_rows (run_id, row_number, area_lft, state, cells, reasons)
     select id, 1000000, area_lft, 'refused', '[]', '[]' from children_import_runs`,
  )
  await owner.query('vacuum analyze children_import_rows')
  await owner.query('vacuum analyze children')
  await owner.query(
    `insert into children_import_rows
       (run_id, row_number, area_lft, state, cells, reasons, child, name_folded, born_on, mother_folded)
     select r.id, n, r.area_lft, 'taken', '[]', '[]', '{"fullName":"A Mai","sex":"male"}', 'a ' || n % ($1 / 2),
       date '2020-01-01' + n % 500, 'y ' || n % ($1 / 2) from children_import_runs r, generate_series(1, $1::int) n`,
    [rows],
  )
  await owner.query(
    `insert into children (id, area_lft, commune_id, full_name, name_folded, name_sort, born_on, sex)
     select gen_random_uuid(), lft, id, 'A Mai', 'a ' || n, 'a', date '2020-01-01' + n % 500, 'male'
     from areas, generate_series(0, $2::int - 1) n where id = $1`,
    [places.dakHa, rows / 2],
  )
}

test('pairs are found row by row even when the planner knows nothing of the tables', async () => {
  const runId = newId()
  await fillBehindThePlanner(runId)
  // A plan that reads the file for each row needs 100 million steps: minutes, not a tenth of this time.
  await database.owner.query(
    `alter database ${new URL(database.url).pathname.slice(1)} set statement_timeout = '20s'`,
  )
  const pages = { runId, from: rows - 4_999, to: rows }
  expect(await database.read((db) => listRowPairs(db, pages))).toHaveLength(5_000)
  expect(await database.read((db) => listChildPairs(db, pages, places.dakHa))).toHaveLength(5_000)
})
