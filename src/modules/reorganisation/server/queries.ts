import { sql } from 'kysely'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import {
  CaseContent,
  CaseState,
  type CaseSummary,
  type Decision,
  Outcome,
  Preview,
} from '../shared/contract.ts'

export type StoredCase = {
  id: string
  no: number
  areaId: string
  areaLft: number
  state: CaseState
  version: number
  decision: Decision
  content: CaseContent
  preview: Preview | null
  previewedAt: string | null
  outcome: Outcome | null
  appliedAt: string | null
  undoneAt: string | null
}

const decisionColumns = ['decision_number', 'decided_on', 'issuer', 'effective_on'] as const

type DecisionRow = { decision_number: string; decided_on: string; issuer: string; effective_on: string }

function toDecision({ decision_number, decided_on, issuer, effective_on }: DecisionRow): Decision {
  return { number: decision_number, decidedOn: decided_on, issuer, effectiveOn: effective_on }
}

/** Undefined also for a case of a place outside of the range. */
export async function findCase(db: Db, id: string, within: Range): Promise<StoredCase | undefined> {
  const row = await db
    .selectFrom('reorganisation_cases')
    .selectAll()
    .where('id', '=', id)
    .where('area_lft', '>=', within.lft)
    .where('area_lft', '<=', within.rgt)
    .executeTakeFirst()
  if (!row) return undefined
  return {
    ...{ id: row.id, no: row.no, areaId: row.area_id, areaLft: row.area_lft, version: row.version },
    state: CaseState.parse(row.state),
    decision: toDecision(row),
    content: CaseContent.parse(row.content),
    preview: row.preview === null ? null : Preview.parse(row.preview),
    previewedAt: row.previewed_at,
    outcome: row.outcome === null ? null : Outcome.parse(row.outcome),
    appliedAt: row.applied_at,
    undoneAt: row.undone_at,
  }
}

/** Holds the case: of two people who apply it at once the second finds it applied. */
export async function lockCase(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('reorganisation_cases').select('id').where('id', '=', id).forUpdate().execute()
}

/** The newest first, at most 200. */
export async function listCases(db: Db, within: Range): Promise<CaseSummary[]> {
  const rows = await db
    .selectFrom('reorganisation_cases as c')
    .innerJoin('areas as a', 'a.id', 'c.area_id')
    .select(['c.id', 'c.no', 'c.state', 'c.content', 'a.name as areaName', ...decisionColumns])
    .where('c.area_lft', '>=', within.lft)
    .where('c.area_lft', '<=', within.rgt)
    .orderBy('c.no', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ id, no, state, content, areaName, ...decision }) => ({
    ...{ id, no, areaName, state: CaseState.parse(state) },
    decision: toDecision(decision),
    changes: CaseContent.parse(content).changes.length,
  }))
}

export type NewCase = {
  id: string
  area: { id: string; lft: number }
  decision: Decision
  content: CaseContent
  by: string
  at: string
}

const columnsOf = ({ number, decidedOn, issuer, effectiveOn }: Decision) => ({
  decision_number: number,
  decided_on: decidedOn,
  issuer,
  effective_on: effectiveOn,
})

export async function insertCase(tx: Tx, { id, area, decision, content, by, at }: NewCase): Promise<void> {
  await tx
    .insertInto('reorganisation_cases')
    .values({
      ...{ id, area_id: area.id, area_lft: area.lft, ...columnsOf(decision) },
      ...{ content: JSON.stringify(content), prepared_by: by, prepared_at: at },
    })
    .execute()
}

/** Writes over a case that is not applied; it must be previewed anew. */
export async function updateContent(
  tx: Tx,
  { id, decision, content }: Pick<StoredCase, 'id' | 'decision' | 'content'>,
): Promise<void> {
  await tx
    .updateTable('reorganisation_cases')
    .set((set) => ({
      ...columnsOf(decision),
      ...{ content: JSON.stringify(content), state: 'draft', preview: null, previewed_at: null },
      version: set('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** From here on the case may be applied. */
export async function updatePreview(tx: Tx, id: string, preview: Preview, at: string): Promise<void> {
  await tx
    .updateTable('reorganisation_cases')
    .set({ preview: JSON.stringify(preview), previewed_at: at, state: 'previewed' })
    .where('id', '=', id)
    .execute()
}

/** The caller holds the status lock, so that no two cases get one number. */
export async function markApplied(
  tx: Tx,
  id: string,
  { outcome, by, at }: { outcome: Outcome; by: string; at: string },
): Promise<void> {
  await tx
    .updateTable('reorganisation_cases')
    .set({
      ...{ state: 'applied', outcome: JSON.stringify(outcome), applied_by: by, applied_at: at },
      ...{ undone_by: null, undone_at: null },
      applied_order: sql`(select coalesce(max(applied_order), 0) + 1 from reorganisation_cases)`,
    })
    .where('id', '=', id)
    .execute()
}

export async function markUndone(tx: Tx, id: string, { by, at }: { by: string; at: string }): Promise<void> {
  await tx
    .updateTable('reorganisation_cases')
    .set({ state: 'undone', undone_by: by, undone_at: at })
    .where('id', '=', id)
    .execute()
}

/** By the number that people say. */
export async function findCaseId(db: Db, no: number): Promise<string | undefined> {
  const row = await db.selectFrom('reorganisation_cases').select('id').where('no', '=', no).executeTakeFirst()
  return row?.id
}
