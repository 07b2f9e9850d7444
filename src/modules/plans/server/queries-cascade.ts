import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { Obligation, type PlanBelow } from '../shared/cascade.ts'

/** Plans that carry this one out, the latest of each issuer first. */
export async function listPlansBelow(db: Db, planId: string): Promise<PlanBelow[]> {
  return db
    .selectFrom('plans')
    .select(['id', 'no', 'number', 'symbol', 'title', 'area_id as areaId', 'issuer'])
    .select(sql<string | null>`coalesce(issued_on::text, issued_month)`.as('date'))
    .where('parent_id', '=', planId)
    .orderBy(sql`coalesce(issued_month, '')`, 'desc')
    .orderBy('no', 'desc')
    .execute()
}

/** Who needs no plan of its own, by the key of the obligation, with the reason. */
export async function listExemptions(db: Db, planId: string): Promise<{ key: string; reason: string }[]> {
  return db.selectFrom('plans_exemptions').select(['key', 'reason']).where('plan_id', '=', planId).execute()
}

/** Places that write a plan to carry this one out. */
export async function listDraftingAreas(db: Db, planId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('plans_drafts')
    .select('area_id as areaId')
    .where('parent_id', '=', planId)
    .where('issued_plan_id', 'is', null)
    .execute()
  return rows.map(({ areaId }) => areaId)
}

/** As a person corrected them; null while they stand as the text says. */
export async function findCorrected(
  db: Db,
  planId: string,
): Promise<{ obligations: Obligation[] | null; version: number }> {
  const row = await db
    .selectFrom('plans')
    .select(['obligations', 'obligations_version as version'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  return {
    obligations: z.array(Obligation).nullable().parse(row.obligations),
    version: row.version,
  }
}

/** False when somebody else corrected them meanwhile. */
export async function saveObligations(
  tx: Tx,
  planId: string,
  { version, obligations }: { version: number; obligations: readonly Obligation[] },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plans')
    .set({ obligations: JSON.stringify(obligations), obligations_version: version + 1 })
    .where('id', '=', planId)
    .where('obligations_version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type NewExemption = { planId: string; key: string; areaLft: number; reason: string; grantedBy: string }

/** Said again, the later reason stands. */
export async function saveExemption(tx: Tx, one: NewExemption): Promise<void> {
  await tx
    .insertInto('plans_exemptions')
    .values({
      ...{ plan_id: one.planId, key: one.key, area_lft: one.areaLft },
      ...{ reason: one.reason, granted_by: one.grantedBy },
    })
    .onConflict((conflict) =>
      conflict.columns(['plan_id', 'key']).doUpdateSet({ reason: one.reason, granted_by: one.grantedBy }),
    )
    .execute()
}

export async function deleteExemption(tx: Tx, planId: string, key: string): Promise<void> {
  await tx.deleteFrom('plans_exemptions').where('plan_id', '=', planId).where('key', '=', key).execute()
}

export async function findParentId(db: Db, planId: string): Promise<string | null> {
  const row = await db.selectFrom('plans').select('parent_id').where('id', '=', planId).executeTakeFirst()
  return row?.parent_id ?? null
}

export async function setParent(tx: Tx, planId: string, parentId: string | null): Promise<void> {
  await tx.updateTable('plans').set({ parent_id: parentId }).where('id', '=', planId).execute()
}

type Cited = { number: string; symbol: string; year: string }

/** A plan of a place or of those that contain it, as a basis cites it: `79/KH-UBND` of a year. The nearest first. */
export async function findCitedPlan(
  db: Db,
  { number, symbol, year }: Cited,
  { planId, place }: { planId: string; place: Range },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('plans as plan')
    .innerJoin('areas as area', 'area.id', 'plan.area_id')
    .select('plan.id')
    .where('area.lft', '<=', place.lft)
    .where('area.rgt', '>=', place.rgt)
    .where(sql<boolean>`ltrim(plan.number, '0') = ltrim(${number}::text, '0')`)
    .where(sql<boolean>`upper(plan.symbol) = upper(${symbol})`)
    .where(sql<boolean>`left(plan.issued_month, 4) = ${year}`)
    .where('plan.id', '<>', planId)
    .where('plan.kind', 'in', ['plan', 'decision-with-plan'])
    .orderBy('area.lft', 'desc')
    .executeTakeFirst()
  return row?.id
}
