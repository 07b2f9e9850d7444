import { sql } from 'kysely'
import type { KeptRecords } from '#modules/children/server/public.ts'

/** Consents go along when two records of one child are merged; requests of the family stay where they were made. */
export const consentRecords: KeptRecords = {
  kind: 'privacy.consents',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from privacy_consents where child_id = ${childId}`.execute(db)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update privacy_consents set child_id = ${to.id}, area_lft = ${to.areaLft}
      where child_id = ${fromId} and (${only}::uuid[] is null or id = any (${only}::uuid[]))
      returning id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}

/** A breach that concerned one record of a child concerned the child. */
export const breachRecords: KeptRecords = {
  kind: 'privacy.breach_children',
  count: async (db, childId) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from privacy_breach_children where child_id = ${childId}`.execute(db)
    return rows[0]?.count ?? 0
  },
  move: async (tx, { fromId, to, only }) => {
    const { rows } = await sql<{ id: string }>`
      update privacy_breach_children b set child_id = ${to.id}, area_lft = ${to.areaLft}
      where b.child_id = ${fromId} and (${only}::uuid[] is null or b.breach_id = any (${only}::uuid[])) and not exists (
        select from privacy_breach_children o where o.child_id = ${to.id} and o.breach_id = b.breach_id)
      returning b.breach_id as id`.execute(tx)
    return rows.map(({ id }) => id)
  },
}
