import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { PlanReading } from '../shared/contract.ts'

type Unregistered = {
  id: string
  areaId: string
  parentId: string | null
  filedBy: string
  reading: PlanReading
}

/** Filed plans that the library does not have, the oldest first. */
export async function listUnregistered(db: Db): Promise<Unregistered[]> {
  const rows = await db
    .selectFrom('plans as plan')
    .select(['plan.id', 'plan.area_id as areaId', 'plan.parent_id as parentId', 'plan.filed_by as filedBy'])
    .select('plan.reading')
    .where(sql<boolean>`not exists (select 1 from library_documents d where d.plan_id = plan.id)`)
    .orderBy('plan.issued_month')
    .orderBy('plan.no')
    .execute()
  return rows.map((row) => ({ ...row, reading: PlanReading.parse(row.reading) }))
}
