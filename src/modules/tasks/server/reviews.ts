import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { getOwnPlan, getPlan } from '#modules/plans/server/public.ts'
import type { FiledPlan } from '#modules/plans/shared/filing.ts'
import { tasksProblem } from '../shared/problems.ts'
import {
  type BeginReview,
  type Conclude,
  namesOf,
  type ReopenPlan,
  type Review,
  type ReviewLine,
  type ReviewsOfPlan,
  type Subject,
  unanswered,
  type WriteReview,
} from '../shared/reviews.ts'
import * as store from './queries-reviews.ts'
import { subjectsOf } from './review-subjects.ts'

async function lineOf(context: Reading, plan: FiledPlan, review: store.ReviewRow): Promise<ReviewLine> {
  const conclusions = await store.listConclusions(context.db, [review.id])
  const subjects = await subjectsOf(context, { plan, review, conclusions })
  const of = (kind: Subject['kind']) => subjects.filter((subject) => subject.kind === kind)
  const { id, planId, kind, asOf } = review
  return {
    ...{ id, planId, kind, asOf, targets: of('target').length, tasks: of('task').length },
    targetsAnswered: of('target').length - unanswered(subjects).length,
    tasksAnswered: of('task').filter(({ verdict }) => verdict !== null).length,
  }
}

/** All reviews and closings of a plan with how far each is answered, the latest first. */
export async function reviewsOf(context: Reading, planId: string): Promise<ReviewsOfPlan> {
  const { actor, db } = context
  const plan = await getPlan(db, actor, planId)
  const reviews = []
  for (const review of await store.listReviews(db, planId)) reviews.push(await lineOf(context, plan, review))
  const closures = await store.listClosures(db, planId)
  return { planId, planTitle: plan.title, isOwn: !plan.isAbove, reviews, closures }
}

/** Row-level security limits the search: a review elsewhere and one that does not exist look the same. */
async function getReview(db: Db, id: string): Promise<store.ReviewRow> {
  const review = await store.findReview(db, id)
  if (!review) throw tasksProblem('tasks.review-not-found')
  return review
}

/** With every target and task of the plan, what is known of it on the day of the review and what is proposed. */
export async function reviewOf(context: Reading, id: string): Promise<Review> {
  const { actor, db } = context
  const { areaLft: _lft, ...review } = await getReview(db, id)
  const plan = await getPlan(db, actor, review.planId)
  return {
    ...review,
    planTitle: plan.title,
    subjects: await subjectsOf(context, { plan, review, conclusions: await store.listConclusions(db, [id]) }),
    isClosed: (await store.closedDayOf(db, plan.id)) !== null,
  }
}

function readingOf({ tx, ...context }: Writing): Reading {
  return { ...context, db: tx }
}

/** Also asked by the module of plans before a target changes: a closed plan is only read. */
export async function refuseClosed(db: Db, planId: string): Promise<void> {
  if (await store.closedDayOf(db, planId)) throw tasksProblem('tasks.plan-closed')
}

/** One review of a kind and day; sent twice it is begun once. */
export async function beginReview(context: Writing, input: BeginReview): Promise<Review> {
  const { actor, tx, clock } = context
  const plan = await getOwnPlan(tx, actor, input.planId)
  const earlier = await store.findReview(tx, input.id)
  if (earlier && earlier.planId !== plan.id) throw tasksProblem('tasks.id-used')
  if (!earlier) {
    await refuseClosed(tx, plan.id)
    if (input.asOf > clock.today()) throw tasksProblem('tasks.review-in-future')
    const area = await getArea(tx, plan.areaId)
    if (!(await store.insertReview(tx, { ...input, area, by: actor.accountId })))
      throw tasksProblem('tasks.review-begun')
    await audit(tx, actor, 'tasks.review-begun', input.id, { after: { kind: input.kind, asOf: input.asOf } })
  }
  return reviewOf(readingOf(context), input.id)
}

async function getOpenReview({ actor, tx }: Writing, id: string): Promise<store.ReviewRow> {
  const review = await getReview(tx, id)
  await getOwnPlan(tx, actor, review.planId)
  await refuseClosed(tx, review.planId)
  return review
}

/** Summary and lessons; two people at once: the second is told. */
export async function writeReview(
  context: Writing,
  { reviewId, input }: { reviewId: string; input: WriteReview },
): Promise<Review> {
  const { actor, tx } = context
  const before = await getOpenReview(context, reviewId)
  if (before.summary !== input.summary || before.lessons !== input.lessons) {
    if (!(await store.updateReview(tx, reviewId, input))) throw tasksProblem('tasks.review-changed-meanwhile')
    await audit(tx, actor, 'tasks.review-written', reviewId, {})
  }
  return reviewOf(readingOf(context), reviewId)
}

/** What was reached of one target or task. The same conclusion sent twice is kept once. */
export async function conclude(
  context: Writing,
  { reviewId, subjectId, input }: { reviewId: string; subjectId: string; input: Conclude },
): Promise<Review> {
  const { actor, tx } = context
  const { areaLft } = await getOpenReview(context, reviewId)
  const review = await reviewOf(readingOf(context), reviewId)
  const subject = review.subjects.find(({ id }) => id === subjectId)
  if (!subject) throw tasksProblem('tasks.subject-not-found')
  const isSame = (['verdict', 'conclusion', 'lessons'] as const).every(
    (name) => subject[name] === input[name],
  )
  if (isSame) return review
  if (input.verdict === 'no-figure' && input.conclusion === null)
    throw tasksProblem('tasks.no-figure-needs-word')
  const one = { ...input, reviewId, subjectId, areaLft, by: actor.accountId }
  if (!(await store.keepConclusion(tx, one))) throw tasksProblem('tasks.review-changed-meanwhile')
  const change = { before: { verdict: subject.verdict }, after: { verdict: input.verdict } }
  await audit(tx, actor, 'tasks.concluded', subjectId, change)
  return reviewOf(readingOf(context), reviewId)
}

/**
 * Takes what figures and states say as the conclusion on everything nobody concluded on yet. What has no proposal, and
 * what somebody wrote, stays as it is.
 */
export async function acceptProposals(context: Writing, reviewId: string): Promise<Review> {
  const { actor, tx } = context
  const { areaLft } = await getOpenReview(context, reviewId)
  const { subjects } = await reviewOf(readingOf(context), reviewId)
  const texts = { conclusion: null, lessons: null, version: 0 }
  let count = 0
  for (const { id: subjectId, verdict, proposed } of subjects) {
    if (verdict !== null || proposed === null) continue
    const one = { ...texts, verdict: proposed, reviewId, subjectId, areaLft, by: actor.accountId }
    if (await store.keepConclusion(tx, one)) count += 1
  }
  if (count > 0) await audit(tx, actor, 'tasks.proposals-accepted', reviewId, { after: { count } })
  return reviewOf(readingOf(context), reviewId)
}

/** Only by a final review, only when every target is answered; a refusal names those that are not. */
export async function closePlan(
  context: Writing,
  { reviewId, id }: { reviewId: string; id: string },
): Promise<Review> {
  const { actor, tx, clock } = context
  const { planId, areaLft, kind } = await getReview(tx, reviewId)
  await getOwnPlan(tx, actor, planId)
  const review = await reviewOf(readingOf(context), reviewId)
  const [latest] = await store.listClosures(tx, planId)
  if (review.isClosed && latest?.reviewId === reviewId) return review
  await refuseClosed(tx, planId)
  if (kind !== 'final') throw tasksProblem('tasks.final-closes')
  const missing = unanswered(review.subjects)
  if (missing.length > 0)
    throw tasksProblem('tasks.targets-unanswered', { count: missing.length, targets: namesOf(missing) })
  await store.insertClosure(tx, { id, planId, reviewId, areaLft, by: actor.accountId, day: clock.today() })
  await audit(tx, actor, 'tasks.plan-closed', planId, { after: { reviewId } })
  return reviewOf(readingOf(context), reviewId)
}

/** Tracking goes on; why stands beside the closing. */
export async function reopenPlan(
  context: Writing,
  { planId, input }: { planId: string; input: ReopenPlan },
): Promise<ReviewsOfPlan> {
  const { actor, tx } = context
  await getOwnPlan(tx, actor, planId)
  if (await store.reopenClosure(tx, planId, { by: actor.accountId, why: input.why }))
    await audit(tx, actor, 'tasks.plan-reopened', planId, {})
  return reviewsOf(readingOf(context), planId)
}
