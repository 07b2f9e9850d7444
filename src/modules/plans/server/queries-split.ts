import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import { SplitWay } from '../shared/split.ts'

/** Children of each of these units who were born after a day and have not left. */
export async function countChildrenOf(
  db: Db,
  unitIds: readonly string[],
  bornAfter: Day,
): Promise<Map<string, number>> {
  if (unitIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('children')
    .select(({ fn }) => ['commune_id as unitId', fn.countAll<number>().as('children')])
    .where('commune_id', 'in', [...unitIds])
    .where('left_on', 'is', null)
    .where('born_on', '>', bornAfter)
    .groupBy('commune_id')
    .execute()
  return new Map(rows.map(({ unitId, children }) => [unitId, children]))
}

export type StoredShare = {
  unitId: string
  value: number
  baseline: number | null
  children: number
  way: SplitWay
}

/** How a target is divided among the units directly below; empty while it is not. */
export async function listShares(db: Db, planId: string, targetId: string): Promise<StoredShare[]> {
  const rows = await db
    .selectFrom('plans_target_shares')
    .select(['unit_id as unitId', 'value', 'baseline', 'children', 'way'])
    .where('plan_id', '=', planId)
    .where('target_id', '=', targetId)
    .execute()
  return rows.map((row) => ({ ...row, way: SplitWay.parse(row.way) }))
}

/** The whole split at once: what was there before goes. */
export async function replaceShares(
  tx: Tx,
  { planId, targetId, areaLft }: { planId: string; targetId: string; areaLft: number },
  shares: readonly StoredShare[],
): Promise<void> {
  await tx
    .deleteFrom('plans_target_shares')
    .where('plan_id', '=', planId)
    .where('target_id', '=', targetId)
    .execute()
  if (shares.length === 0) return
  await tx
    .insertInto('plans_target_shares')
    .values(
      shares.map(({ unitId, value, baseline, children, way }) => ({
        ...{ plan_id: planId, target_id: targetId, unit_id: unitId, area_lft: areaLft },
        ...{ value, baseline, children, way },
      })),
    )
    .execute()
}
