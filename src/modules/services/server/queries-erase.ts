import type { Tx } from '#platform/db/types.ts'

/** What people wrote in their own words about a child may name it; what was done and when stays for the figures. */
export async function eraseNotes(tx: Tx, childId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('services_records')
    .set({ note: null })
    .where('child_id', '=', childId)
    .where('note', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
