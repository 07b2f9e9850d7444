import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest).nullable()

export const ReviewKind = z.enum(['interim', 'final'])
export type ReviewKind = z.infer<typeof ReviewKind>

/** `no-figure`: answered, and the answer is that nobody can say; it needs a conclusion in words. */
export const Verdict = z.enum(['reached', 'partly', 'missed', 'no-figure'])
export type Verdict = z.infer<typeof Verdict>

export const BeginReview = z.object({ id: Id, planId: Id, kind: ReviewKind, asOf: Day })
export type BeginReview = z.infer<typeof BeginReview>

export const WriteReview = z.object({ summary: text(8000), lessons: text(8000), version: z.int() })
export type WriteReview = z.infer<typeof WriteReview>

/** `version` 0: nobody has concluded on it yet. */
export const Conclude = z.object({
  verdict: Verdict,
  conclusion: text(2000),
  lessons: text(2000),
  version: z.int().min(0),
})
export type Conclude = z.infer<typeof Conclude>

export const Subject = z.object({
  id: Id,
  kind: z.enum(['target', 'task']),
  text: z.string(),
  /** The figure of a target as of the review's day with its source, or the state of a task. */
  known: z.string().nullable(),
  /** The day by which it is to be reached. */
  dueOn: Day.nullable(),
  /** Of a task that units below must do: how many have. */
  units: z.object({ total: z.int(), done: z.int() }).nullable(),
  verdict: Verdict.nullable(),
  /** What the known figure says by itself; the person decides. */
  proposed: Verdict.nullable(),
  conclusion: z.string().nullable(),
  lessons: z.string().nullable(),
  version: z.int(),
})
export type Subject = z.infer<typeof Subject>

export const Closure = z.object({
  id: Id,
  reviewId: Id,
  closedOn: Day,
  by: z.string(),
  reopenedAt: z.string().nullable(),
  reopenedBy: z.string().nullable(),
  reopenedWhy: z.string().nullable(),
})
export type Closure = z.infer<typeof Closure>

export const ReviewLine = z.object({
  id: Id,
  planId: Id,
  kind: ReviewKind,
  asOf: Day,
  targets: z.int(),
  targetsAnswered: z.int(),
  tasks: z.int(),
  tasksAnswered: z.int(),
})
export type ReviewLine = z.infer<typeof ReviewLine>

export const ReviewsOfPlan = z.object({
  planId: Id,
  planTitle: z.string(),
  /** Of the asker's own place or one below: may be reviewed and closed. */
  isOwn: z.boolean(),
  reviews: z.array(ReviewLine),
  closures: z.array(Closure),
})
export type ReviewsOfPlan = z.infer<typeof ReviewsOfPlan>

export const Review = z.object({
  id: Id,
  planId: Id,
  planTitle: z.string(),
  kind: ReviewKind,
  asOf: Day,
  summary: z.string().nullable(),
  lessons: z.string().nullable(),
  version: z.int(),
  subjects: z.array(Subject),
  isClosed: z.boolean(),
})
export type Review = z.infer<typeof Review>

export const ClosePlan = z.object({ id: Id })
export const ReopenPlan = z.object({ why: z.string().trim().min(10).max(1000) })
export type ReopenPlan = z.infer<typeof ReopenPlan>

/** Targets without a verdict, or with "no figure" and no word why: a plan closes only without any (R117). */
export function unanswered(subjects: readonly Subject[]): Subject[] {
  return subjects.filter(
    ({ kind, verdict, conclusion }) =>
      kind === 'target' && (verdict === null || (verdict === 'no-figure' && conclusion === null)),
  )
}

/** Names for a refusal: the first three, cut short, and how many more. */
export function namesOf(subjects: readonly Subject[]): string {
  const shown = subjects
    .slice(0, 3)
    .map(({ text: name }) => (name.length > 80 ? `${name.slice(0, 79)}…` : name))
  return [
    ...shown.map((name) => `“${name}”`),
    ...(subjects.length > 3 ? [`+${subjects.length - 3}`] : []),
  ].join('; ')
}
