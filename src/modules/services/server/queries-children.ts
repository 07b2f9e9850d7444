import type { Db } from '#platform/db/types.ts'

/** For the command line, which acts for the whole country. */
export async function findChildCommune(db: Db, childId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('children')
    .select('commune_id as communeId')
    .where('id', '=', childId)
    .executeTakeFirst()
  return row?.communeId
}
