import type { Db } from '#platform/db/types.ts'

/** The unit that a plan's issuer was found to be when the plan was filed. */
export async function findIssuerId(db: Db, planId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('plans')
    .select('issuer_area_id as id')
    .where('id', '=', planId)
    .executeTakeFirst()
  return row?.id ?? undefined
}
