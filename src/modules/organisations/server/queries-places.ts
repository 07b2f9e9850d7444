import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { type Area, AreaKind } from '#modules/areas/shared/contract.ts'

/** Units of these levels that exist until further notice. */
export async function listAreasOfKinds(
  db: Db,
  kinds: readonly AreaKind[],
): Promise<Pick<Area, 'id' | 'kind' | 'name' | 'lft'>[]> {
  const rows = await db
    .selectFrom('areas')
    .select(['id', 'kind', 'name', 'lft'])
    .where('kind', 'in', kinds)
    .where('valid_to', 'is', null)
    .orderBy('lft')
    .execute()
  return rows.map((row) => ({ ...row, kind: AreaKind.parse(row.kind) }))
}

const villagesOf = (range: Range, day: Day) => sql`
  areas v where v.kind = 'village' and v.lft between ${range.lft} and ${range.rgt}
    and v.valid_from <= ${day} and (v.valid_to is null or v.valid_to >= ${day})`

const covered = (day: Day) => sql`exists (
  select from organisations_posts p where p.area_id = v.id and p.audience = 'collaborator'
    and p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day}))`

/** Villages of the range on `day`, and those without a collaborator. */
export async function countVillages(
  db: Db,
  range: Range,
  day: Day,
): Promise<{ villages: number; without: number }> {
  const { rows } = await sql<{ villages: number; without: number }>`
    select count(*)::int as villages, (count(*) filter (where not ${covered(day)}))::int as without
    from ${villagesOf(range, day)}`.execute(db)
  return rows[0] ?? { villages: 0, without: 0 }
}

export type VillageRow = { areaId: string; areaName: string; communeName: string }

/** Villages without a collaborator first, then the others, in the order of the tree. */
export async function listVillages(
  db: Db,
  range: Range,
  { day, limit }: { day: Day; limit: number },
): Promise<VillageRow[]> {
  const { rows } = await sql<VillageRow>`
    select v.id as "areaId", v.name as "areaName",
      coalesce((select c.name from areas c where c.id = v.parent_id), '') as "communeName"
    from ${villagesOf(range, day)}
    order by ${covered(day)}, v.lft limit ${limit}`.execute(db)
  return rows
}
