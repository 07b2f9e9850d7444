import { sql } from 'kysely'
import type { KeptRecords } from './record-keepers.ts'

/** Special circumstances, each from its own source: all of them go along when two records are merged. */
export const circumstanceRecords: KeptRecords = {
  kind: 'children.circumstances',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from children_circumstances where child_id = ${childId}`.execute(db)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update children_circumstances set child_id = ${to.id}, area_lft = ${to.areaLft}
      where child_id = ${fromId} and (${only}::uuid[] is null or id = any (${only}::uuid[])) returning id`.execute(
      tx,
    )
    return rows.map(({ id }) => id)
  },
}
