import type { Tx } from '#platform/db/types.ts'

/** Why a family refused is in their own words; that it refused stays for the figures. */
export async function eraseReasons(tx: Tx, childId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('screening_records')
    .set({ refusal_reason: 'Đã xóa' })
    .where('child_id', '=', childId)
    .where('refusal_reason', 'is not', null)
    .executeTakeFirst()
  await tx
    .updateTable('screening_referrals')
    .set({ state_note: 'Đã xóa' })
    .where('child_id', '=', childId)
    .where('state_note', 'is not', null)
    .execute()
  return Number(numUpdatedRows)
}
