import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { ImportRow, ImportRun, type ImportStatus, type RowState } from '../shared/contract-import.ts'
import type { RosterColumn } from '../shared/roster/columns.ts'
import type { RowReason } from '../shared/roster/reasons.ts'
import type { RosterChild } from '../shared/roster/rows.ts'

export type StagedRow = {
  rowNumber: number
  state: RowState
  cells: string[]
  reasons: RowReason[]
  child: RosterChild | null
  nameFolded: string | null
  bornOn: Day | null
  bornSwapped: Day | null
  motherFolded: string | null
  personalId: string | null
}

type NewRun = { id: string; areaLft: number; communeId: string; fileName: string; createdBy: string }

/** The file is kept as it came until it has been read. */
export async function insertRun(tx: Tx, run: NewRun, bytes: Buffer): Promise<void> {
  await tx
    .insertInto('children_import_runs')
    .values({
      id: run.id,
      area_lft: run.areaLft,
      commune_id: run.communeId,
      file_name: run.fileName,
      status: 'waiting',
      columns: '[]',
      new_villages: '[]',
      created_by: run.createdBy,
    })
    .execute()
  await tx
    .insertInto('children_import_files')
    .values({ run_id: run.id, area_lft: run.areaLft, bytes })
    .execute()
}

const runColumns = sql`
  r.id, r.commune_id as "communeId", a.name as "communeName", r.file_name as "fileName", r.status,
  r.failure::jsonb as failure, r.total_rows as "totalRows", r.taken_rows as "takenRows",
  r.refused_rows as "refusedRows", r.held_rows as "heldRows", r.known_rows as "knownRows",
  r.imported_rows as "importedRows", r.columns, r.new_villages as "newVillages", r.created_at as "createdAt",
  r.finished_at as "finishedAt"`

/** With the counts of its rows by state. */
export async function findRun(db: Db, id: string): Promise<ImportRun | undefined> {
  const { rows } = await sql`
    select ${runColumns} from children_import_runs r join areas a on a.id = r.commune_id where r.id = ${id}`.execute(
    db,
  )
  return rows[0] === undefined ? undefined : ImportRun.parse(rows[0])
}

/** The latest 20 that row-level security shows. */
export async function listRuns(db: Db): Promise<ImportRun[]> {
  const { rows } = await sql`
    select ${runColumns} from children_import_runs r join areas a on a.id = r.commune_id
    order by r.created_at desc limit 20`.execute(db)
  return rows.map((row) => ImportRun.parse(row))
}

/** Waits for others who change the run, and says its state. */
export async function lockRun(tx: Tx, id: string): Promise<ImportStatus | undefined> {
  const row = await tx
    .selectFrom('children_import_runs')
    .select('status')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && ImportRun.shape.status.parse(row.status)
}

export async function setStatus(tx: Tx, id: string, status: ImportStatus): Promise<void> {
  await tx.updateTable('children_import_runs').set({ status }).where('id', '=', id).execute()
}

export async function setLayout(tx: Tx, id: string, columns: readonly RosterColumn[]): Promise<void> {
  await tx
    .updateTable('children_import_runs')
    .set({ columns: JSON.stringify(columns) })
    .where('id', '=', id)
    .execute()
}

export async function setNewVillages(tx: Tx, id: string, names: readonly string[]): Promise<void> {
  await tx
    .updateTable('children_import_runs')
    .set({ new_villages: JSON.stringify(names) })
    .where('id', '=', id)
    .execute()
}

/** `failure` is why the file as a whole was refused. Its bytes and rows go. */
export async function endRun(
  tx: Tx,
  id: string,
  end: { status: 'refused'; failure: { code: string; vi: string; en: string } } | { status: 'cancelled' },
): Promise<void> {
  await tx
    .updateTable('children_import_runs')
    .set({
      status: end.status,
      failure: 'failure' in end ? JSON.stringify(end.failure) : null,
      finished_at: sql`now()`,
    })
    .where('id', '=', id)
    .execute()
  await deleteRows(tx, id)
  await deleteFile(tx, id)
}

export async function findFile(db: Db, runId: string): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('children_import_files')
    .select('bytes')
    .where('run_id', '=', runId)
    .executeTakeFirst()
  return row?.bytes
}

export async function deleteFile(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('children_import_files').where('run_id', '=', runId).execute()
}

export async function deleteRows(tx: Tx, runId: string): Promise<void> {
  await tx.deleteFrom('children_import_rows').where('run_id', '=', runId).execute()
}

/** Rows that were imported are in the register: their copies go. */
export async function deleteImportedRows(tx: Tx, runId: string): Promise<void> {
  await tx
    .deleteFrom('children_import_rows')
    .where('run_id', '=', runId)
    .where('state', 'in', ['taken', 'decided-another'])
    .execute()
}

/** What was read of the file, with reasons; a second reading begins after `deleteRows`. */
export async function insertRows(
  tx: Tx,
  { runId, areaLft }: { runId: string; areaLft: number },
  rows: readonly StagedRow[],
): Promise<void> {
  const of = <Value>(pick: (row: StagedRow) => Value) => rows.map(pick)
  await sql`
    insert into children_import_rows (run_id, area_lft, row_number, state, cells, reasons, child, name_folded, born_on,
      born_swapped, mother_folded, personal_id)
    select ${runId}, ${areaLft}::int, n, s, c::jsonb, e::jsonb, k::jsonb, f, b, w, m, p from unnest(
      ${of((row) => row.rowNumber)}::int[], ${of((row) => row.state)}::text[],
      ${of((row) => JSON.stringify(row.cells))}::text[], ${of((row) => JSON.stringify(row.reasons))}::text[],
      ${of((row) => row.child && JSON.stringify(row.child))}::text[], ${of((row) => row.nameFolded)}::text[],
      ${of((row) => row.bornOn)}::date[], ${of((row) => row.bornSwapped)}::date[],
      ${of((row) => row.motherFolded)}::text[], ${of((row) => row.personalId)}::text[]
    ) as t (n, s, c, e, k, f, b, w, m, p)`.execute(tx)
}

/** Counts rows read; false when the run is no longer being read (cancelled). */
export async function addRowsRead(tx: Tx, runId: string, count: number): Promise<boolean> {
  const result = await tx
    .updateTable('children_import_runs')
    .set((set) => ({ total_rows: set('total_rows', '+', count) }))
    .where('id', '=', runId)
    .where('status', '=', 'reading')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Starts the reading of a file from its beginning, whatever an earlier try left. */
export async function resetRows(tx: Tx, runId: string): Promise<void> {
  await deleteRows(tx, runId)
  await tx
    .updateTable('children_import_runs')
    .set({ status: 'reading', total_rows: 0 })
    .where('id', '=', runId)
    .execute()
}

/** Counts the rows by state into the run and gives it its new state. */
export async function countRows(
  tx: Tx,
  runId: string,
  status: 'checked' | 'imported',
  imported = 0,
): Promise<void> {
  await sql`
    update children_import_runs r set status = ${status}, imported_rows = imported_rows + ${imported},
      taken_rows = coalesce(s.taken, 0), refused_rows = coalesce(s.refused, 0), held_rows = coalesce(s.held, 0),
      known_rows = coalesce(s.known, 0),
      finished_at = case when ${status} = 'imported' then now() else finished_at end
    from (
      select count(*) filter (where state in ('taken', 'decided-another')) as taken,
        count(*) filter (where state = 'refused') as refused, count(*) filter (where state = 'held') as held,
        count(*) filter (where state in ('known', 'decided-same')) as known
      from children_import_rows where run_id = ${runId}
    ) s where r.id = ${runId}`.execute(tx)
}

const rowColumns = [
  'row_number as rowNumber',
  'state',
  'cells',
  'child',
  'reasons',
  'same_as_child as sameAsChild',
  'same_as_row as sameAsRow',
] as const

/** Rows in the states asked for, in the order of the file, after a row number. */
export async function listRows(
  db: Db,
  runId: string,
  { states, after, limit }: { states: readonly RowState[]; after: number; limit: number },
): Promise<ImportRow[]> {
  const rows = await db
    .selectFrom('children_import_rows')
    .select(rowColumns)
    .where('run_id', '=', runId)
    .where('state', 'in', [...states])
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(limit)
    .execute()
  return rows.map((row) => ImportRow.parse(row))
}

/** What a person said of held rows; of all when `rows` is undefined. */
export async function decideRows(
  tx: Tx,
  runId: string,
  { rows, state }: { rows: readonly number[] | undefined; state: RowState },
): Promise<void> {
  let query = tx
    .updateTable('children_import_rows')
    .set({ state })
    .where('run_id', '=', runId)
    .where('state', 'in', ['held', 'decided-same', 'decided-another'])
  query = rows ? query.where('row_number', 'in', [...rows]) : query.where('state', '=', 'held')
  await query.execute()
}

export type Verdict = {
  rowNumber: number
  state: RowState
  reason: RowReason
  sameAsChild: string | null
  sameAsRow: number | null
}

/** Changes the state of rows and adds the reason; a refused row loses its child. */
export async function applyVerdicts(tx: Tx, runId: string, verdicts: readonly Verdict[]): Promise<void> {
  if (verdicts.length === 0) return
  const of = <Value>(pick: (verdict: Verdict) => Value) => verdicts.map(pick)
  await sql`
    update children_import_rows r set state = v.s, reasons = r.reasons || v.e::jsonb, same_as_child = v.c,
      same_as_row = v.w, child = case when v.s = 'refused' then null else r.child end
    from unnest(
      ${of((verdict) => verdict.rowNumber)}::int[], ${of((verdict) => verdict.state)}::text[],
      ${of((verdict) => JSON.stringify([verdict.reason]))}::text[], ${of((verdict) => verdict.sameAsChild)}::uuid[],
      ${of((verdict) => verdict.sameAsRow)}::int[]
    ) as v (n, s, e, c, w) where r.run_id = ${runId} and r.row_number = v.n`.execute(tx)
}

/** Village names as written in rows that may be imported, the longest last: "Thôn Đăk Mế" after "Đăk Mế". */
export async function listWrittenVillages(db: Db, runId: string): Promise<string[]> {
  const { rows } = await sql<{ village: string }>`
    select village from (
      select distinct child ->> 'village' as village from children_import_rows
      where run_id = ${runId} and child ->> 'village' is not null) written
    order by length(village), village collate "C"`.execute(db)
  return rows.map(({ village }) => village)
}

export async function findAreaLft(db: Db, runId: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('children_import_runs')
    .select('area_lft')
    .where('id', '=', runId)
    .executeTakeFirst()
  return row?.area_lft
}
