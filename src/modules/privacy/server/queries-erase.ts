import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Erasure, ErasureGround } from '../shared/contract.ts'

export type NewErasure = {
  childId: string
  id: string
  areaLft: number
  requestId: string | null
  ground: ErasureGround
  note: string | null
  counts: Record<string, number>
  by: string
  at: Date
}

export async function insertErasure(tx: Tx, erasure: NewErasure): Promise<void> {
  await tx
    .insertInto('privacy_erasures')
    .values({
      child_id: erasure.childId,
      id: erasure.id,
      area_lft: erasure.areaLft,
      request_id: erasure.requestId,
      ground: erasure.ground,
      note: erasure.note,
      counts: JSON.stringify(erasure.counts),
      erased_by: erasure.by,
      erased_at: erasure.at.toISOString(),
    })
    .execute()
}

/** That and when a child's data were erased, and how many rows lost their words. */
export async function findErasure(db: Db, childId: string): Promise<Erasure | undefined> {
  const { rows } = await sql<Erasure>`
    select id, erased_at as "erasedAt", counts from privacy_erasures where child_id = ${childId}`.execute(db)
  return rows[0]
}

/** By the database function that asks for the decision; the application itself may not change the audit. */
export async function eraseAuditValues(tx: Tx, childId: string, decisionId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select accounts_erase_values(${childId}::uuid, ${decisionId}::uuid) as count`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Names and words of the family; what was decided, on what ground and when stays as proof. */
export async function emptyOwnRecords(tx: Tx, childId: string): Promise<number> {
  const consents = await tx
    .updateTable('privacy_consents')
    .set({
      given_by: 'Đã xóa',
      proof_note: null,
      withdrawn_by: sql`case when withdrawn_by is null then null else 'Đã xóa' end`,
    })
    .where('child_id', '=', childId)
    .executeTakeFirst()
  const requests = await tx
    .updateTable('privacy_requests')
    .set({ requester: 'Đã xóa', words: 'Đã xóa', identity_proof: 'Đã xóa', ground_note: null })
    .where('child_id', '=', childId)
    .executeTakeFirst()
  return Number(consents.numUpdatedRows + requests.numUpdatedRows)
}

/** Children whose names the register still holds and who were born on or before a day: oldest first. */
export async function listOldChildren(
  db: Db,
  bornTo: Day,
  limit: number,
): Promise<{ id: string; bornOn: Day; leftOn: Day | null }[]> {
  return db
    .selectFrom('children')
    .select(['id', 'born_on as bornOn', 'left_on as leftOn'])
    .where('born_on', '<=', bornTo)
    .where('erased_at', 'is', null)
    .orderBy('born_on')
    .limit(limit)
    .execute()
}
