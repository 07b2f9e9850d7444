import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#platform/db/types.ts'
import { ComparedChild } from '../shared/duplicates.ts'
import { RosterChild } from '../shared/roster/rows.ts'

/**
 * A row of the file beside a child of the register, or beside an earlier row, that may be the same child. Villages are
 * compared by name, as written or as listed.
 */
const Pair = z.object({
  rowNumber: z.number().int(),
  row: ComparedChild,
  other: ComparedChild,
  otherName: z.string(),
  /** Of a child of the register, as written there. */
  otherMother: z.string().nullable(),
  otherChild: z.string().nullable(),
  otherRow: z.number().int().nullable(),
  otherLeft: z.boolean(),
})
export type Pair = z.infer<typeof Pair>

export type RowRange = { runId: string; from: number; to: number }

const rowSide = (alias: string) => {
  const row = sql.raw(alias)
  return sql`json_build_object('name', ${row}.name_folded, 'bornOn', ${row}.born_on,
    'bornPrecision', coalesce(${row}.child ->> 'bornPrecision', 'day'), 'sex', ${row}.child ->> 'sex',
    'personalId', ${row}.personal_id, 'mother', ${row}.mother_folded, 'village', ${row}.child ->> 'village',
    'household', ${row}.child ->> 'householdCode')`
}

/**
 * Both questions below ask thousands of small ones, and must stay so with statistics from an almost empty table: then
 * a join behind them read the whole file, or the whole commune, for each row (34 s for 50,000 rows). Hence no join
 * (the pairs bring their columns along), "offset 0" around the look-up by id, and a commune and a mother's name that no index answers.
 */

/**
 * Children of the register that rows in the range may be. Few for each row: the first five of each way to match,
 * so that a file of equal rows stays cheap.
 */
export async function listChildPairs(
  db: Db,
  { runId, from, to }: RowRange,
  communeId: string,
): Promise<Pair[]> {
  const { rows } = await sql`
    select r.row_number as "rowNumber", ${rowSide('r')} as row, c.full_name as "otherName", c.id as "otherChild",
      (select k.full_name from children_carers k where k.child_id = c.id and k.relation = 'mother' limit 1) as "otherMother",
      null as "otherRow", c.left_on is not null as "otherLeft",
      json_build_object('name', c.name_folded, 'bornOn', c.born_on, 'bornPrecision', c.born_precision, 'sex', c.sex, 'household', c.household_code,
        'village', (select v.name from areas v where v.id = c.village_id),
        'personalId', (select i.value from children_identifiers i where i.child_id = c.id and i.kind = 'personal-id'),
        'mother', (select k.name_folded from children_carers k
          where k.child_id = c.id and k.relation = 'mother' limit 1)) as other
    from children_import_rows r cross join lateral (
      select i.child_id as id from children_identifiers i where i.kind = 'personal-id' and i.value = r.personal_id
      union (select b.id from children b
        where b.born_on = r.born_on and b.name_folded = r.name_folded and r.name_folded <> '' limit 5)
      union (select b.id from children b
        where b.born_on = r.born_swapped and b.name_folded = r.name_folded and r.name_folded <> '' limit 5)
      union (select b.id from children b join children_carers k on k.child_id = b.id
        where b.born_on = r.born_on and b.commune_id is not distinct from ${communeId} and k.relation = 'mother'
          and k.name_folded is not distinct from r.mother_folded and r.mother_folded is not null limit 5)
      union (select b.id from children b
        where b.commune_id = ${communeId} and b.born_precision <> 'day' and b.name_folded = r.name_folded
          and r.name_folded <> '' and b.born_on between date_trunc('year', r.born_on)
          and date_trunc('year', r.born_on) + interval '1 year - 1 day' limit 5)
      union (select b.id from children b
        where r.child ->> 'bornPrecision' <> 'day' and b.commune_id is not distinct from ${communeId}
          and b.name_folded = r.name_folded and r.name_folded <> '' and b.born_on between date_trunc('year', r.born_on)
          and date_trunc('year', r.born_on) + interval '1 year - 1 day' limit 5)
    ) alike cross join lateral (select * from children c where c.id = alike.id offset 0) c
    where r.run_id = ${runId} and r.row_number between ${from} and ${to} and r.state = 'taken'
    order by r.row_number`.execute(db)
  return rows.map((row) => Pair.parse(row))
}

/** Earlier rows of the same file that rows in the range may repeat. */
export async function listRowPairs(db: Db, { runId, from, to }: RowRange): Promise<Pair[]> {
  const earlier = sql`e.run_id = r.run_id and e.row_number < r.row_number and e.child is not null`
  const { rows } = await sql`
    select r.row_number as "rowNumber", ${rowSide('r')} as row, ${rowSide('o')} as other,
      o.child ->> 'fullName' as "otherName", null as "otherMother", null as "otherChild", o.row_number as "otherRow", false as "otherLeft"
    from children_import_rows r cross join lateral (
      select distinct on (e.row_number) e.* from (
        (select e.* from children_import_rows e
          where ${earlier} and e.personal_id = r.personal_id order by e.row_number limit 1)
        union all (select e.* from children_import_rows e
          where ${earlier} and e.born_on = r.born_on and e.name_folded = r.name_folded and r.name_folded <> ''
          order by e.row_number limit 3)
        union all (select e.* from children_import_rows e
          where ${earlier} and e.born_on = r.born_swapped and e.name_folded = r.name_folded and r.name_folded <> ''
          order by e.row_number limit 3)
        union all (select e.* from children_import_rows e
          where ${earlier} and e.born_on = r.born_on and e.mother_folded = r.mother_folded
          order by e.row_number limit 3)) e
      order by e.row_number) o
    where r.run_id = ${runId} and r.row_number between ${from} and ${to} and r.state = 'taken'
    order by r.row_number`.execute(db)
  return rows.map((row) => Pair.parse(row))
}

/** Rows to be taken whose personal ID some child of the country has already. */
export async function listRowsWithTakenNumbers(db: Db, { runId, from, to }: RowRange): Promise<number[]> {
  const { rows } = await sql<{ row_number: number }>`
    select row_number from children_import_rows
    where run_id = ${runId} and row_number between ${from} and ${to} and state in ('taken', 'decided-another')
      and personal_id in (select children_taken_personal_ids(array(
        select personal_id from children_import_rows where run_id = ${runId} and row_number between ${from} and ${to}
          and personal_id is not null and state in ('taken', 'decided-another'))))`.execute(db)
  return rows.map((row) => row.row_number)
}

/** The highest row number of a run, 0 when it has no rows. */
export async function findLastRow(db: Db, runId: string): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(row_number) as last from children_import_rows where run_id = ${runId}`.execute(db)
  return rows[0]?.last ?? 0
}

const RowToWrite = z.object({ rowNumber: z.number().int(), child: RosterChild })
export type RowToWrite = z.infer<typeof RowToWrite>

/** The accepted rows of a page, in the order of the file. */
export async function listRowsToWrite(db: Db, { runId, from, to }: RowRange): Promise<RowToWrite[]> {
  const { rows } = await sql`
    select row_number as "rowNumber", child from children_import_rows
    where run_id = ${runId} and row_number between ${from} and ${to}
      and state in ('taken', 'decided-another') order by row_number`.execute(db)
  return rows.map((row) => RowToWrite.parse(row))
}
