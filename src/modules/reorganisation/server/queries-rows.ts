import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { PlacedRow, PlacedTable } from '#modules/areas/server/public.ts'
import { GrantNote, type OldFigure } from '../shared/contract.ts'
import type { OfCase } from './queries-units.ts'

/** Asks a table for the rows that belong to these places. */
export function rowsAt(table: PlacedTable) {
  return async (db: Db, areaIds: readonly string[]): Promise<PlacedRow[]> => {
    const { rows } = await sql<PlacedRow>`
      select id as "rowId", area_id as "areaId", area_lft as "areaLft" from ${sql.table(table)}
      where area_id = any(${[...areaIds]}::uuid[]) order by id`.execute(db)
    return rows
  }
}

export type FollowedRow = { rowId: string; fromAreaId: string; fromLft: number; toAreaId: string }

export async function insertRows(
  tx: Tx,
  { id, areaLft }: OfCase,
  table: string,
  rows: readonly FollowedRow[],
): Promise<void> {
  await sql`
    insert into reorganisation_rows (case_id, table_name, row_id, area_lft, from_area_id, from_lft, to_area_id)
    select ${id}, ${table}, m.row_id, ${areaLft}, m.from_area, m.from_lft, m.to_area
    from unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ fromAreaId }) => fromAreaId)}::uuid[],
      ${rows.map(({ fromLft }) => fromLft)}::int[], ${rows.map(({ toAreaId }) => toAreaId)}::uuid[])
      as m(row_id, from_area, from_lft, to_area)`.execute(tx)
}

export async function listRows(db: Db, caseId: string, table: string): Promise<FollowedRow[]> {
  return db
    .selectFrom('reorganisation_rows')
    .select([
      'row_id as rowId',
      'from_area_id as fromAreaId',
      'from_lft as fromLft',
      'to_area_id as toAreaId',
    ])
    .where('case_id', '=', caseId)
    .where('table_name', '=', table)
    .execute()
}

export async function deleteRows(tx: Tx, caseId: string): Promise<void> {
  await tx.deleteFrom('reorganisation_rows').where('case_id', '=', caseId).execute()
}

const Figures = z.array(z.object({ key: z.string(), ageYears: z.int(), due: z.int(), got: z.int() }))
export type AgeFigure = z.infer<typeof Figures>[number]

export type NewResult = { areaId: string; areaLft: number; period: string; figures: readonly AgeFigure[] }

/** Keeps the figures of units that end, under the place of who answers for them now. */
export async function insertResults(tx: Tx, caseId: string, results: readonly NewResult[]): Promise<void> {
  if (results.length === 0) return
  await tx
    .insertInto('reorganisation_results')
    .values(
      results.map(({ areaId, areaLft, period, figures }) => ({
        ...{ case_id: caseId, area_id: areaId, area_lft: areaLft, period, figures: JSON.stringify(figures) },
      })),
    )
    .execute()
}

export async function deleteResults(tx: Tx, caseId: string): Promise<void> {
  await tx.deleteFrom('reorganisation_results').where('case_id', '=', caseId).execute()
}

/** The kept figures of a unit in a period, ages together; undefined when none were kept. */
export async function findResult(db: Db, areaId: string, period: string): Promise<OldFigure[] | undefined> {
  const rows = await db
    .selectFrom('reorganisation_results')
    .select('figures')
    .where('area_id', '=', areaId)
    .where('period', '=', period)
    .execute()
  if (rows.length === 0) return undefined
  return rows.flatMap(({ figures }) => Figures.parse(figures).map(({ key, due, got }) => ({ key, due, got })))
}

/** The periods in which figures were kept of a unit or of one that leads into it, the newest first. */
export async function listOldPeriods(db: Db, areaId: string): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from reorganisation_results where area_id = ${areaId}
      or area_id in (select from_area_id from areas_successions where to_area_id = ${areaId})
    order by period desc`.execute(db)
  return rows.map(({ period }) => period)
}

/** The periods for which a commune has counters. */
export async function listCountedPeriods(
  db: Db,
  communeIds: readonly string[],
): Promise<{ communeId: string; period: string }[]> {
  return db
    .selectFrom('services_counters')
    .select(['commune_id as communeId', 'period'])
    .where(sql<boolean>`commune_id = any(${[...communeIds]}::uuid[])`)
    .groupBy(['commune_id', 'period'])
    .orderBy('period')
    .execute()
}

export type NewNote = {
  id: string
  caseId: string
  personId: string
  grantId: string
  areaLft: number
  kind: GrantNote['kind']
  oldName: string
  newName: string | null
  decisionNumber: string
  effectiveOn: Day
  madeAt: string
}

export async function insertNotes(tx: Tx, notes: readonly NewNote[]): Promise<void> {
  for (let from = 0; from < notes.length; from += 1000)
    await tx
      .insertInto('reorganisation_notes')
      .values(
        notes.slice(from, from + 1000).map((note) => ({
          ...{ id: note.id, case_id: note.caseId, person_id: note.personId, grant_id: note.grantId },
          ...{ area_lft: note.areaLft, kind: note.kind, old_name: note.oldName, new_name: note.newName },
          ...{ decision_number: note.decisionNumber, effective_on: note.effectiveOn, made_at: note.madeAt },
        })),
      )
      .execute()
}

/** Notes stay with the grant they speak of. */
export async function placeNotes(tx: Tx, rows: readonly { rowId: string; areaLft: number }[]): Promise<void> {
  await sql`
    update reorganisation_notes n set area_lft = m.area_lft
    from unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ areaLft }) => areaLft)}::int[])
      as m(grant_id, area_lft) where n.grant_id = m.grant_id`.execute(tx)
}

export async function deleteUnreadNotes(tx: Tx, caseId: string): Promise<void> {
  await tx
    .deleteFrom('reorganisation_notes')
    .where('case_id', '=', caseId)
    .where('read_at', 'is', null)
    .execute()
}

/** What a person has not yet put away, newest first. */
export async function listNotes(db: Db, personId: string, grantId: string): Promise<GrantNote[]> {
  const rows = await db
    .selectFrom('reorganisation_notes as n')
    .select(['n.id', 'n.kind', 'n.old_name as oldName', 'n.new_name as newName'])
    .select(['n.effective_on as effectiveOn', 'n.decision_number as decisionNumber'])
    .where('n.person_id', '=', personId)
    .where('n.grant_id', '=', grantId)
    .where('n.read_at', 'is', null)
    .orderBy('n.made_at', 'desc')
    .limit(20)
    .execute()
  return rows.map((row) => GrantNote.parse(row))
}

/** False for a note of somebody else. Read twice it keeps the first time. */
export async function markNoteRead(tx: Tx, id: string, personId: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reorganisation_notes')
    .set((set) => ({ read_at: set.fn.coalesce('read_at', set.val(at)) }))
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
