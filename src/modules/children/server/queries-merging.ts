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

/**
 * Dated facts: those that would stand beside one of the same kind at the same time stay where they were written; flags
 * and residences are of one kind only with the same value.
 */
export const factRecords: KeptRecords = {
  kind: 'children.facts',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from children_facts where child_id = ${childId} and undone_at is null`.execute(
      db,
    )
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update children_facts f set child_id = ${to.id}, area_lft = ${to.areaLft}
      where f.child_id = ${fromId} and (${only}::uuid[] is null or f.id = any (${only}::uuid[]))
        and (f.undone_at is not null or not exists (
          select from children_facts o where o.child_id = ${to.id} and o.undone_at is null and o.kind = f.kind
            and (f.kind not in ('flag', 'residence') or o.value = f.value)
            and daterange(o.from_day, o.to_day, '[]') && daterange(f.from_day, f.to_day, '[]')))
      returning id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
