import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import type { UnplacedChild, UnplacedGroup } from '../shared/contract.ts'
import type { Move } from './queries-moves.ts'

/** Children that have no place yet, by commune and village: of communes that are divided, or of their holding places. */
export async function listUnplacedGroups(
  db: Db,
  communeIds: readonly string[],
  placed: { villageIds: readonly string[]; childIds: readonly string[] },
): Promise<UnplacedGroup[]> {
  const { rows } = await sql<UnplacedGroup>`
    select c.commune_id as "communeId", commune.name as "communeName", c.village_id as "villageId",
      village.name as "villageName", count(*)::int as children
    from children c join areas commune on commune.id = c.commune_id left join areas village on village.id = c.village_id
    where c.commune_id = any(${[...communeIds]}::uuid[]) and c.id <> all(${[...placed.childIds]}::uuid[])
      and (c.village_id is null or c.village_id <> all(${[...placed.villageIds]}::uuid[]))
    group by c.commune_id, commune.name, c.village_id, village.name
    order by commune.name ${vietnamese}, village.name ${vietnamese} nulls last`.execute(db)
  return rows
}

/** Children of a group one by one, by name; only those without a village when `villageId` is null. */
export async function listUnplacedChildren(
  db: Db,
  {
    communeIds,
    villageId,
    except,
  }: {
    communeIds: readonly string[]
    villageId: string | null
    except: readonly string[]
  },
  { after, limit }: { after: string | null; limit: number },
): Promise<UnplacedChild[]> {
  const { rows } = await sql<UnplacedChild>`
    select c.id, c.full_name as "fullName", c.born_on as "bornOn", village.name as "villageName", c.address
    from children c left join areas village on village.id = c.village_id
    where c.commune_id = any(${[...communeIds]}::uuid[]) and c.village_id is not distinct from ${villageId}::uuid
      and c.id <> all(${[...except]}::uuid[])
      and (${after}::uuid is null or (c.name_sort, c.id) > (select name_sort, id from children where id = ${after}::uuid))
    order by c.name_sort, c.id limit ${limit}`.execute(db)
  return rows
}

/** Which of the children wait in these communes, held until the transaction ends. */
export async function holdWaitingChildren(
  tx: Tx,
  childIds: readonly string[],
  communeIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from children where id = any(${[...childIds]}::uuid[]) and commune_id = any(${[...communeIds]}::uuid[])
    order by id for update`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Children of villages that have just come under another commune. */
export async function listMovesOfVillages(
  tx: Tx,
  villageIds: readonly string[],
  communeId: string,
): Promise<Move[]> {
  const { rows } = await sql<Move>`
    select c.id as "childId", ${communeId}::uuid as "communeId", c.village_id as "villageId", v.lft as "areaLft"
    from children c join areas v on v.id = c.village_id where c.village_id = any(${[...villageIds]}::uuid[])
    order by c.id for update of c`.execute(tx)
  return rows
}

/** How many children these places hold, those below them included. */
export async function countChildrenIn(db: Db, communeIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ children: number }>`
    select count(*)::int as children from children where commune_id = any(${[...communeIds]}::uuid[])`.execute(
    db,
  )
  return rows[0]?.children ?? 0
}

/** Which of these communes neither hold a child nor have a village. */
export async function listEmptyCommunes(db: Db, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from areas a where a.id = any(${[...ids]}::uuid[])
      and not exists (select from children c where c.commune_id = a.id)
      and not exists (select from areas v where v.parent_id = a.id)`.execute(db)
  return rows.map(({ id }) => id)
}
