import { type RawBuilder, sql } from 'kysely'

/** A row of some module that belongs to a place as a whole. */
export type PlacedRow = { rowId: string; areaId: string; areaLft: number }

/** For "update ... from": each row, as m(id, area_id, area_lft), with the place it belongs to from now on. */
export function movedTo(rows: readonly PlacedRow[]): RawBuilder<unknown> {
  return sql`
    unnest(${rows.map(({ rowId }) => rowId)}::uuid[], ${rows.map(({ areaId }) => areaId)}::uuid[],
      ${rows.map(({ areaLft }) => areaLft)}::int[]) as m(id, area_id, area_lft)`
}
