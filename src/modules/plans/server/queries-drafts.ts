import { sql } from 'kysely'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { DraftContent, DraftSource, type DraftSummary, type PlanDraft } from '../shared/drafting.ts'

export type StoredDraft = Omit<PlanDraft, 'warnings' | 'comparison'> & { areaLft: number }

function drafts(db: Db, area: Range) {
  return db
    .selectFrom('plans_drafts as draft')
    .innerJoin('areas as area', 'area.id', 'draft.area_id')
    .select([
      'draft.id',
      'draft.area_id as areaId',
      'draft.area_lft as areaLft',
      'area.full_name as areaName',
      'draft.source',
      'draft.parent_id as parentId',
      'draft.issued_plan_id as issuedPlanId',
      'draft.version',
      'draft.changed_at as changedAt',
      'draft.content',
    ])
    .where('draft.area_lft', '>=', area.lft)
    .where('draft.area_lft', '<=', area.rgt)
}

/** Plans being written, the last changed first. */
export async function listDrafts(db: Db, area: Range): Promise<DraftSummary[]> {
  const rows = await drafts(db, area)
    .where('draft.issued_plan_id', 'is', null)
    .orderBy('draft.changed_at', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    ...row,
    source: DraftSource.parse(row.source),
    title: DraftContent.parse(row.content).reading.title ?? '',
  }))
}

export async function findDraft(db: Db, id: string, area: Range): Promise<StoredDraft | undefined> {
  const row = await drafts(db, area).where('draft.id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const content = DraftContent.parse(row.content)
  return { ...row, source: DraftSource.parse(row.source), content, title: content.reading.title ?? '' }
}

export type NewDraft = Pick<StoredDraft, 'id' | 'areaId' | 'areaLft' | 'source' | 'parentId' | 'content'> & {
  by: string
  at: string
}

export async function insertDraft(tx: Tx, draft: NewDraft): Promise<void> {
  await tx
    .insertInto('plans_drafts')
    .values({
      ...{ id: draft.id, area_id: draft.areaId, area_lft: draft.areaLft, parent_id: draft.parentId },
      ...{ source: draft.source, content: JSON.stringify(draft.content) },
      ...{ created_by: draft.by, created_at: draft.at, changed_by: draft.by, changed_at: draft.at },
    })
    .execute()
}

type Save = { id: string; version: number; content: DraftContent; by: string; at: string }

/** False when somebody else saved, issued or removed it since `version` was read. */
export async function saveDraftContent(tx: Tx, { id, version, content, by, at }: Save): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plans_drafts')
    .set({ content: JSON.stringify(content), version: version + 1, changed_by: by, changed_at: at })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('issued_plan_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ties the draft to its plan; false when it was saved or issued since `version` was read. */
export async function markIssued(
  tx: Tx,
  { id, version }: { id: string; version: number },
  planId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('plans_drafts')
    .set({ issued_plan_id: planId, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('issued_plan_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function deleteDraft(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('plans_drafts').where('id', '=', id).where('issued_plan_id', 'is', null).execute()
}

/** What a plan above allots to one unit, by target. */
export async function findShares(db: Db, planId: string, unitId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('plans_target_shares')
    .select(['target_id as targetId', 'value'])
    .where('plan_id', '=', planId)
    .where('unit_id', '=', unitId)
    .execute()
  return new Map(rows.map(({ targetId, value }) => [targetId, value]))
}

/** What each target and each task of a filed plan was made from, in the order of the plan. */
export async function findOrigins(
  db: Db,
  planId: string,
): Promise<Pick<DraftContent, 'targetOrigins' | 'taskOrigins'>> {
  const of = (table: 'plans_targets' | 'plans_tasks') =>
    db.selectFrom(table).select('origin_id').where('plan_id', '=', planId).orderBy('position')
  const targets = await of('plans_targets').execute()
  const tasks = await db
    .selectFrom('plans_tasks')
    .select('origin_id')
    .where('plan_id', '=', planId)
    .where('parent_id', 'is', null)
    .orderBy('position')
    .execute()
  return {
    targetOrigins: targets.map(({ origin_id }) => origin_id),
    taskOrigins: tasks.map(({ origin_id }) => origin_id),
  }
}

type Origin = { id: string; originId: string | null }

/** Which target or task of the plan above each was made from. */
export async function saveOrigins(
  tx: Tx,
  planId: string,
  { targets, tasks }: { targets: readonly Origin[]; tasks: readonly Origin[] },
): Promise<void> {
  for (const [table, rows] of [
    ['plans_targets', targets],
    ['plans_tasks', tasks],
  ] as const) {
    const known = rows.filter(({ originId }) => originId !== null)
    if (known.length === 0) continue
    await sql`
      update ${sql.table(table)} t set origin_id = o.origin_id
      from unnest(${known.map(({ id }) => id)}::uuid[], ${known.map(({ originId }) => originId)}::uuid[]) as o(id, origin_id)
      where t.plan_id = ${planId} and t.id = o.id`.execute(tx)
  }
}
