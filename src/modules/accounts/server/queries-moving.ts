import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { moveRows, type PlacedRow } from '#modules/areas/server/public.ts'

export type PlacedGrant = PlacedRow & {
  personId: string
  /** The day after which it counts no more, and whether somebody ended it before. */
  validTo: Day | null
  ended: boolean
}

/** Grants on these places, those that ended too: who held what stays readable where the work went on. */
export async function listGrantsAt(db: Db, areaIds: readonly string[]): Promise<PlacedGrant[]> {
  return db
    .selectFrom('accounts_grants')
    .select(['id as rowId', 'area_id as areaId', 'area_lft as areaLft', 'person_id as personId'])
    .select(['valid_to as validTo', sql<boolean>`ended_at is not null`.as('ended')])
    .where(sql<boolean>`area_id = any(${[...areaIds]}::uuid[])`)
    .orderBy('id')
    .execute()
}

/** Grants follow their place: the same person, role and days. Remembered sessions notice within five seconds. */
export const moveGrants = moveRows('accounts_grants')

/** The unit that this installation works for, when it is the one that was succeeded. */
export async function moveInstallation(tx: Tx, fromId: string, toId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('accounts_installation')
    .set({ area_id: toId })
    .where('area_id', '=', fromId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
