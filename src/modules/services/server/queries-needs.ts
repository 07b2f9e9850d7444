import type { Db, Tx } from '#platform/db/types.ts'
import { sql } from 'kysely'
import type { Need } from '../shared/needs.ts'

type NeedRow = {
  child_id: string
  item_code: string
  opens_on: string
  due_on: string
  reason_vi: string
  reason_en: string
}

/** What other modules have found that these children need now. */
export async function listNeeds(db: Db, childIds: readonly string[]): Promise<Map<string, Need[]>> {
  const { rows } = await sql<NeedRow>`
    select child_id, item_code, opens_on, due_on, reason_vi, reason_en from services_needs
    where child_id = any(${[...childIds]}::uuid[]) order by child_id, due_on, item_code`.execute(db)
  const needs = rows.map(({ child_id, item_code: itemCode, opens_on: opensOn, due_on: dueOn, ...words }) => ({
    childId: child_id,
    need: { itemCode, opensOn, dueOn, reason: { vi: words.reason_vi, en: words.reason_en } },
  }))
  const byChild = new Map<string, Need[]>()
  for (const { childId, need } of needs) byChild.set(childId, [...(byChild.get(childId) ?? []), need])
  return byChild
}

export type NeedsOf = { childId: string; areaLft: number; source: string; needs: readonly Need[] }

/** From now on the source asks for exactly these of the child. */
export async function replaceNeeds(tx: Tx, { childId, areaLft, source, needs }: NeedsOf): Promise<void> {
  await tx.deleteFrom('services_needs').where('child_id', '=', childId).where('source', '=', source).execute()
  if (needs.length === 0) return
  await tx
    .insertInto('services_needs')
    .values(
      needs.map(({ itemCode, opensOn, dueOn, reason }) => ({
        ...{ child_id: childId, item_code: itemCode, source, area_lft: areaLft },
        ...{ opens_on: opensOn, due_on: dueOn, reason_vi: reason.vi, reason_en: reason.en },
      })),
    )
    .execute()
}
