import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'

/** Stands where the name was; search words and sort key are empty, as of a child without a name. */
const erasedName = 'Đã xóa dữ liệu'

/**
 * Takes away what identifies a child: name, carers, numbers, address, household, village, staged roster rows. Kept,
 * because closed and open figures are counted from them: commune, birth date, sex, ethnic group, household status,
 * disability. The child leaves the register on `today` if it had not left. Returns how many rows went or changed.
 */
export async function eraseChildData(tx: Tx, childId: string, at: Date): Promise<number> {
  const staged = await sql`
    delete from children_import_rows where child ->> 'id' = ${childId} or same_as_child = ${childId}::uuid`.execute(
    tx,
  )
  const carers = await tx.deleteFrom('children_carers').where('child_id', '=', childId).executeTakeFirst()
  const numbers = await tx
    .deleteFrom('children_identifiers')
    .where('child_id', '=', childId)
    .executeTakeFirst()
  await tx.deleteFrom('children_name_tokens').where('child_id', '=', childId).execute()
  const { numAffectedRows = 0n } = await sql`
    update children c set full_name = ${erasedName}, unnamed = true, name_folded = '', name_sort = '', address = null,
      household_code = null, household_id = null, village_id = null, area_lft = commune.lft, erased_at = ${at.toISOString()},
      left_on = coalesce(left_on, greatest(born_on, (${at.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)),
      left_reason = coalesce(left_reason, 'moved'), version = version + 1
    from areas commune where commune.id = c.commune_id and c.id = ${childId}`.execute(tx)
  return Number(
    (staged.numAffectedRows ?? 0n) + carers.numDeletedRows + numbers.numDeletedRows + numAffectedRows,
  )
}

/** Words that people wrote in the confidential part, pairs still to be compared, and values taken over in a merge. */
export async function eraseChildWords(tx: Tx, childId: string): Promise<number> {
  const circumstances = await tx
    .updateTable('children_circumstances')
    .set({ detail: null, source: 'Đã xóa' })
    .where('child_id', '=', childId)
    .executeTakeFirst()
  const residences = await tx
    .deleteFrom('children_facts')
    .where('child_id', '=', childId)
    .where('kind', 'in', ['residence', 'household'])
    .executeTakeFirst()
  const facts = await tx
    .updateTable('children_facts')
    .set({ detail: null, number: null, facility_id: null, source: 'Đã xóa' })
    .where('child_id', '=', childId)
    .executeTakeFirst()
  const moves = await sql`
    update children_moves set child_name = ${erasedName}, mother_name = null, note = null,
      refusal = case when refusal is not null then 'Đã xóa' end
    where child_id = ${childId}`.execute(tx)
  // The reason of an opening has at least 20 characters (children_openings_reason_written).
  const openings = await tx
    .updateTable('children_openings')
    .set({
      ...{ reason: 'Đã xóa theo quyết định xóa dữ liệu', note: null },
      ...{ question: null, questioned_at: null, questioned_by: null, answer: null, answered_at: null },
    })
    .where('child_id', '=', childId)
    .executeTakeFirst()
  const pairs = await sql`
    delete from children_pairs where child_id = ${childId}::uuid or other_id = ${childId}::uuid`.execute(tx)
  const merges = await sql`
    update children_merges set taken = '{}' where child_id = ${childId}::uuid or merged_id = ${childId}::uuid`.execute(
    tx,
  )
  const changed =
    circumstances.numUpdatedRows +
    openings.numUpdatedRows +
    residences.numDeletedRows +
    facts.numUpdatedRows +
    (moves.numAffectedRows ?? 0n)
  return Number(changed + (pairs.numAffectedRows ?? 0n) + (merges.numAffectedRows ?? 0n))
}

/** Records that were merged into the child and stand under their own ids. */
export async function listMergedInto(db: Db, childId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.merged_id as id from children_merges m join children c on c.id = m.merged_id
    where m.child_id = ${childId}::uuid and m.undone_at is null and c.erased_at is null`.execute(db)
  return rows.map(({ id }) => id)
}
