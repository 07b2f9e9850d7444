import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Merge } from '../shared/contract-merge.ts'
import { TakenField } from '../shared/contract-merge.ts'

/** What a fact was on the kept record before the merge, and what it became. */
export const Taken = z.partialRecord(
  z.enum([...TakenField.options, 'householdId', 'personalId']),
  z.object({ before: z.unknown(), after: z.unknown() }),
)
export type Taken = z.infer<typeof Taken>

export type MergeToKeep = {
  id: string
  keptId: string
  mergedId: string
  mergedBy: string
  taken: Taken
  carerIds: readonly string[]
  tookNumber: boolean
}

/** What undoing needs: what the kept record took over, carers and number. */
export async function insertMerge(tx: Tx, merge: MergeToKeep): Promise<void> {
  const { id, keptId, mergedId, mergedBy, taken, carerIds, tookNumber } = merge
  await sql`insert into children_merges
      (child_id, id, merged_id, area_lft, merged_lft, merged_by, taken, carer_ids, took_number)
    select k.id, ${id}, m.id, k.area_lft, m.area_lft, ${mergedBy}, ${JSON.stringify(taken)}::jsonb,
      ${[...carerIds]}::uuid[], ${tookNumber}
    from children k, children m where k.id = ${keptId} and m.id = ${mergedId}`.execute(tx)
}

export type MovedRecords = { kind: string; ids: string[] }

/** Ids of the records that went over, by the keeper that moved them (`recordKeepers`). */
export async function insertMovedRecords(
  tx: Tx,
  { keptId, mergeId }: { keptId: string; mergeId: string },
  moved: readonly MovedRecords[],
): Promise<void> {
  for (const { kind, ids } of moved)
    await sql`insert into children_merge_records (child_id, merge_id, kind, area_lft, record_ids)
      select id, ${mergeId}, ${kind}, area_lft, ${ids}::uuid[] from children where id = ${keptId}`.execute(tx)
}

export async function listMovedRecords(db: Db, mergeId: string): Promise<MovedRecords[]> {
  const rows = await db
    .selectFrom('children_merge_records')
    .select(['kind', 'record_ids as ids'])
    .where('merge_id', '=', mergeId)
    .execute()
  return rows
}

const KeptMerge = z.object({
  id: z.string(),
  keptId: z.string(),
  mergedId: z.string(),
  taken: Taken,
  carerIds: z.array(z.string()),
  tookNumber: z.boolean(),
  mergedAt: z.string(),
  undoneAt: z.string().nullable(),
})
export type KeptMerge = z.infer<typeof KeptMerge>

export async function findMerge(db: Db, id: string): Promise<KeptMerge | undefined> {
  const { rows } =
    await sql`select id, child_id as "keptId", merged_id as "mergedId", taken, carer_ids as "carerIds",
    took_number as "tookNumber", merged_at as "mergedAt", undone_at as "undoneAt"
    from children_merges where id = ${id}`.execute(db)
  return rows[0] === undefined ? undefined : KeptMerge.parse(rows[0])
}

/** False when somebody else undid it first. */
export async function markUndone(tx: Tx, id: string, undoneBy: string): Promise<boolean> {
  const result = await tx
    .updateTable('children_merges')
    .set({ undone_at: sql`now()`, undone_by: undoneBy })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** Merges in which a record was kept or merged away, newest first; of every record when none is named. */
export async function listMerges(db: Db, childId: string | null): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select m.id, m.child_id as "keptId", m.merged_id as "mergedId", k.full_name as "keptName",
      o.full_name as "mergedName", m.merged_at as "mergedAt", m.undone_at as "undoneAt"
    from children_merges m join children k on k.id = m.child_id join children o on o.id = m.merged_id
    where ${childId}::uuid is null or ${childId} in (m.child_id, m.merged_id)
    order by m.merged_at desc limit 100`.execute(db)
  return rows
}

/** The number leaves its holder, so that another record of the same child may bear it. */
export async function takeNumberOff(tx: Tx, childId: string): Promise<void> {
  await tx.deleteFrom('children_identifiers').where('child_id', '=', childId).execute()
}

/** The primary key refuses a number that another child has. */
export async function giveNumber(tx: Tx, childId: string, personalId: string): Promise<void> {
  await sql`insert into children_identifiers (kind, value, child_id, area_lft)
    select 'personal-id', ${personalId}, id, area_lft from children where id = ${childId}`.execute(tx)
}
