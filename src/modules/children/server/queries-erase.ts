import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'

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
      household_code = null, village_id = null, area_lft = commune.lft, erased_at = ${at.toISOString()},
      left_on = coalesce(left_on, greatest(born_on, (${at.toISOString()}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date)),
      left_reason = coalesce(left_reason, 'moved'), version = version + 1
    from areas commune where commune.id = c.commune_id and c.id = ${childId}`.execute(tx)
  return Number(
    (staged.numAffectedRows ?? 0n) + carers.numDeletedRows + numbers.numDeletedRows + numAffectedRows,
  )
}
