import { type RawBuilder, sql } from 'kysely'
import type { ActorArea } from '#platform/actor.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { isWithin } from '../shared/rules.ts'
import { getArea } from './get-area.ts'

/** Of both, the village counts. */
export type AskedPlace = { communeId?: string | undefined; villageId?: string | undefined }

/** Where a list looks: in a village, else in a commune, else in the whole range of the grant. */
export type ListedPlace = AskedPlace & Range

/** The place asked for, else all of the grant's own; undefined for a place elsewhere. Refuses `areas.not-found`. */
export async function findListedPlace(
  db: Db,
  { id, kind, lft, rgt }: Pick<ActorArea, 'id' | 'kind' | 'lft' | 'rgt'>,
  { communeId, villageId }: AskedPlace,
): Promise<ListedPlace | undefined> {
  const asked = villageId ?? communeId
  if (asked !== undefined)
    return isWithin(await getArea(db, asked), { lft, rgt }) ? { communeId, villageId, lft, rgt } : undefined
  if (kind === 'village') return { villageId: id, lft, rgt }
  return kind === 'commune' ? { communeId: id, lft, rgt } : { lft, rgt }
}

/** Rows of `table` that lie there. Equality with a village or a commune lets their index in; a range would not. */
export function inListedPlace(
  { communeId, villageId, lft, rgt }: ListedPlace,
  table: string,
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  if (villageId) return sql`${column('village_id')} = ${villageId}`
  if (communeId) return sql`${column('commune_id')} = ${communeId}`
  return sql`${column('area_lft')} between ${lft} and ${rgt}`
}
