import type { Db } from '#platform/db/types.ts'

export async function findChildCommune(db: Db, childId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('children')
    .select('commune_id as communeId')
    .where('id', '=', childId)
    .executeTakeFirst()
  return row?.communeId
}
