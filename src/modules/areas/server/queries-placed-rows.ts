import { type RawBuilder, sql } from 'kysely'
import type { Tables } from '#platform/db/tables.gen.ts'
import type { Tx } from '#platform/db/types.ts'

/** A row of some module that belongs to a place as a whole. */
export type PlacedRow = { rowId: string; areaId: string; areaLft: number }

type PlacedColumns = { id: string; area_id: string; area_lft: number }

/** Tables of such rows; without these three columns the name of a table does not compile. */
export type PlacedTable = {
  [Table in keyof Tables]: Tables[Table] extends PlacedColumns ? Table : never
}[keyof Tables]

/** For "update ... from": each row, as m(id, area_id, area_lft), with the place it belongs to from now on. */
export function movedTo(rows: readonly PlacedRow[]): RawBuilder<unknown> {
  return sql`
    unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ areaId }) => areaId)}::uuid[],
      ${rows.map(({ areaLft }) => areaLft)}::int[]) as m(id, area_id, area_lft)`
}

/** Gives rows of a table their place; for the module that the table belongs to. What follows by a key needs no more. */
export function moveRows(table: PlacedTable) {
  return async (tx: Tx, rows: readonly PlacedRow[]): Promise<void> => {
    await sql`
      update ${sql.table(table)} t set area_id = m.area_id, area_lft = m.area_lft
      from ${movedTo(rows)} where t.id = m.id`.execute(tx)
  }
}
