import { sql } from 'kysely'
import type { Tx } from '#platform/db/types.ts'

/**
 * Takes villages away by the ending of their names, within a commune, as far as nobody lives in them and
 * nobody works for them. For the invented villages of the sample commune only: real places end by a date.
 */
export async function deleteEmptyVillages(tx: Tx, communeId: string, ending: string): Promise<void> {
  await sql`
    delete from areas a where a.kind = 'village' and a.parent_id = ${communeId} and right(a.name, ${ending.length}) = ${ending}
      and not exists (select from children c where c.village_id = a.id)
      and not exists (select from accounts_grants g where g.area_id = a.id)`.execute(tx)
}
