import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import {
  type BeginReview,
  Closure,
  type Conclude,
  ReviewKind,
  Verdict,
  type WriteReview,
} from '../shared/reviews.ts'

const ReviewRow = z.object({
  id: z.string(),
  planId: z.string(),
  areaLft: z.int(),
  kind: ReviewKind,
  asOf: z.string(),
  summary: z.string().nullable(),
  lessons: z.string().nullable(),
  version: z.int(),
})
export type ReviewRow = z.infer<typeof ReviewRow>

const columns = [
  ...(['id', 'plan_id as planId', 'area_lft as areaLft', 'kind', 'as_of as asOf'] as const),
  ...(['summary', 'lessons', 'version'] as const),
] as const

/** The newest first. */
export async function listReviews(db: Db, planId: string): Promise<ReviewRow[]> {
  const rows = await db
    .selectFrom('tasks_reviews')
    .select(columns)
    .where('plan_id', '=', planId)
    .orderBy('as_of', 'desc')
    .orderBy('made_at', 'desc')
    .execute()
  return rows.map((row) => ReviewRow.parse(row))
}

export async function findReview(db: Db, id: string): Promise<ReviewRow | undefined> {
  const row = await db.selectFrom('tasks_reviews').select(columns).where('id', '=', id).executeTakeFirst()
  return row && ReviewRow.parse(row)
}

/** False when the plan has a review of this kind and day. */
export async function insertReview(
  tx: Tx,
  review: BeginReview & { area: { id: string; lft: number }; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tasks_reviews')
    .values({
      id: review.id,
      plan_id: review.planId,
      area_id: review.area.id,
      area_lft: review.area.lft,
      kind: review.kind,
      as_of: review.asOf,
      made_by: review.by,
    })
    .onConflict((conflict) => conflict.columns(['plan_id', 'kind', 'as_of']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False when the version is no longer the one that was seen. */
export async function updateReview(
  tx: Tx,
  id: string,
  { summary, lessons, version }: WriteReview,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_reviews')
    .set({ summary, lessons, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const ConclusionRow = z.object({
  reviewId: z.string(),
  subjectId: z.string(),
  verdict: Verdict,
  conclusion: z.string().nullable(),
  lessons: z.string().nullable(),
  version: z.int(),
})
export type ConclusionRow = z.infer<typeof ConclusionRow>

export async function listConclusions(db: Db, reviewIds: readonly string[]): Promise<ConclusionRow[]> {
  if (reviewIds.length === 0) return []
  const rows = await db
    .selectFrom('tasks_conclusions')
    .select([
      'review_id as reviewId',
      'subject_id as subjectId',
      'verdict',
      'conclusion',
      'lessons',
      'version',
    ])
    .where('review_id', 'in', reviewIds)
    .execute()
  return rows.map((row) => ConclusionRow.parse(row))
}

type Concluding = Conclude & { reviewId: string; subjectId: string; areaLft: number; by: string }

/** False when somebody else concluded on it in the meantime. */
export async function keepConclusion(tx: Tx, one: Concluding): Promise<boolean> {
  const { verdict, conclusion, lessons, version, by } = one
  const key = { review_id: one.reviewId, subject_id: one.subjectId }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('tasks_conclusions')
      .values({ ...key, area_lft: one.areaLft, verdict, conclusion, lessons, written_by: by })
      .onConflict((conflict) => conflict.columns(['review_id', 'subject_id']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('tasks_conclusions')
    .set({ verdict, conclusion, lessons, written_by: by, written_at: sql`now()`, version: version + 1 })
    .where('review_id', '=', one.reviewId)
    .where('subject_id', '=', one.subjectId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The newest first; the plan is closed while the first was not reopened. */
export async function listClosures(db: Db, planId: string): Promise<Closure[]> {
  const rows = await db
    .selectFrom('tasks_closures as c')
    .leftJoin('accounts_people as closer', 'closer.id', 'c.closed_by')
    .leftJoin('accounts_people as opener', 'opener.id', 'c.reopened_by')
    .select(['c.id', 'c.review_id as reviewId', 'c.closed_on as closedOn', 'closer.full_name as by'])
    .select([
      'c.reopened_at as reopenedAt',
      'opener.full_name as reopenedBy',
      'c.reopened_why as reopenedWhy',
    ])
    .where('c.plan_id', '=', planId)
    .orderBy(sql`c.reopened_at is null`, 'desc')
    .orderBy('c.reopened_at', 'desc')
    .execute()
  return rows.map((row) => Closure.parse({ ...row, by: row.by ?? '' }))
}

/** The day a plan was closed, while it is. */
export async function closedDayOf(db: Db, planId: string): Promise<Day | null> {
  const row = await db
    .selectFrom('tasks_closures')
    .select('closed_on as closedOn')
    .where('plan_id', '=', planId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  return row?.closedOn ?? null
}

type NewClosure = { id: string; planId: string; reviewId: string; areaLft: number; by: string; day: Day }

export async function insertClosure(tx: Tx, closure: NewClosure): Promise<void> {
  await tx
    .insertInto('tasks_closures')
    .values({
      id: closure.id,
      plan_id: closure.planId,
      review_id: closure.reviewId,
      area_lft: closure.areaLft,
      closed_by: closure.by,
      closed_on: closure.day,
    })
    .execute()
}

/** False when the plan stands open already. */
export async function reopenClosure(
  tx: Tx,
  planId: string,
  { by, why }: { by: string; why: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks_closures')
    .set({ reopened_by: by, reopened_at: sql`now()`, reopened_why: why })
    .where('plan_id', '=', planId)
    .where('reopened_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
