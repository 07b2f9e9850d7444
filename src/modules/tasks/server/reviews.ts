import { formatDay } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { getOwnPlan, getPlan } from '#modules/plans/server/public.ts'
import type { FiledPlan, FiledTarget } from '#modules/plans/shared/filing.ts'
import { isReached } from '#modules/plans/shared/target-reached.ts'
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
  type Verdict,
  type WriteReview,
} from '../shared/reviews.ts'
import { listPlanTasks } from './queries-work.ts'
import * as store from './queries-reviews.ts'

/** What the typed value says against the target; tied to an indicator, the page asks for the figure itself. */
function proposedFor(target: FiledTarget): Verdict | null {
  if (target.handValue === null) return null
  const reached = isReached(target, target.handValue.value)
  return reached === undefined ? null : reached ? 'reached' : 'missed'
}

function knownOf({ handValue, unit }: FiledTarget): string | null {
  if (handValue === null) return null
  return `${handValue.value}${unit ?? ''} (${formatDay(handValue.asOf)}, ${handValue.source})`
}

async function subjectsOf(
  db: Db,
  plan: FiledPlan,
  conclusions: readonly store.ConclusionRow[],
): Promise<Subject[]> {
  const area = await getArea(db, plan.areaId)
  const tasks = (await listPlanTasks(db, { area, planId: plan.id })).filter(({ isLeaf }) => isLeaf)
  const concluded = (id: string) => {
    const found = conclusions.find(({ subjectId }) => subjectId === id)
    const { verdict = null, conclusion = null, lessons = null, version = 0 } = found ?? {}
    return { id, verdict, conclusion, lessons, version }
  }
  return [
    ...plan.targets.map((target) => ({
      ...concluded(target.id),
      ...{
        kind: 'target' as const,
        text: target.text,
        known: knownOf(target),
        proposed: proposedFor(target),
      },
    })),
    ...tasks.map(({ itemId, title, state }) => ({
      ...concluded(itemId),
      ...{ kind: 'task' as const, text: title, known: state },
      proposed: state === 'done' ? ('reached' as const) : null,
    })),
  ]
}

async function lineOf(db: Db, plan: FiledPlan, review: store.ReviewRow): Promise<ReviewLine> {
  const subjects = await subjectsOf(db, plan, await store.listConclusions(db, [review.id]))
  const of = (kind: Subject['kind']) => subjects.filter((subject) => subject.kind === kind)
  const { id, planId, kind, asOf } = review
  return {
    ...{ id, planId, kind, asOf, targets: of('target').length, tasks: of('task').length },
    targetsAnswered: of('target').length - unanswered(subjects).length,
    tasksAnswered: of('task').filter(({ verdict }) => verdict !== null).length,
  }
}

export async function reviewsOf({ actor, db }: Reading, planId: string): Promise<ReviewsOfPlan> {
  const plan = await getPlan(db, actor, planId)
  const reviews = []
  for (const review of await store.listReviews(db, planId)) reviews.push(await lineOf(db, plan, review))
  const closures = await store.listClosures(db, planId)
  return { planId, planTitle: plan.title, isOwn: !plan.isAbove, reviews, closures }
}

/** Row-level security limits the search: a review elsewhere and one that does not exist look the same. */
async function getReview(db: Db, id: string): Promise<store.ReviewRow> {
  const review = await store.findReview(db, id)
  if (!review) throw tasksProblem('tasks.review-not-found')
  return review
}

export async function reviewOf({ actor, db }: Pick<Reading, 'actor' | 'db'>, id: string): Promise<Review> {
  const { areaLft: _lft, ...review } = await getReview(db, id)
  const plan = await getPlan(db, actor, review.planId)
  return {
    ...review,
    planTitle: plan.title,
    subjects: await subjectsOf(db, plan, await store.listConclusions(db, [id])),
    isClosed: (await store.closedDayOf(db, plan.id)) !== null,
  }
}

async function refuseClosed(db: Db, planId: string): Promise<void> {
  if (await store.closedDayOf(db, planId)) throw tasksProblem('tasks.plan-closed')
}

/** One review of a kind and day; sent twice it is begun once. */
export async function beginReview({ actor, tx, clock }: Writing, input: BeginReview): Promise<Review> {
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
  return reviewOf({ actor, db: tx }, input.id)
}

async function getOpenReview({ actor, tx }: Writing, id: string): Promise<store.ReviewRow> {
  const review = await getReview(tx, id)
  await getOwnPlan(tx, actor, review.planId)
  await refuseClosed(tx, review.planId)
  return review
}

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
  return reviewOf({ actor, db: tx }, reviewId)
}

/** What was reached of one target or task. The same conclusion sent twice is kept once. */
export async function conclude(
  context: Writing,
  { reviewId, subjectId, input }: { reviewId: string; subjectId: string; input: Conclude },
): Promise<Review> {
  const { actor, tx } = context
  const { areaLft } = await getOpenReview(context, reviewId)
  const review = await reviewOf({ actor, db: tx }, reviewId)
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
  return reviewOf({ actor, db: tx }, reviewId)
}

/** Only by a final review, only when every target is answered; a refusal names those that are not. */
export async function closePlan(
  context: Writing,
  { reviewId, id }: { reviewId: string; id: string },
): Promise<Review> {
  const { actor, tx, clock } = context
  const { planId, areaLft, kind } = await getReview(tx, reviewId)
  await getOwnPlan(tx, actor, planId)
  const review = await reviewOf({ actor, db: tx }, reviewId)
  const [latest] = await store.listClosures(tx, planId)
  if (review.isClosed && latest?.reviewId === reviewId) return review
  await refuseClosed(tx, planId)
  if (kind !== 'final') throw tasksProblem('tasks.final-closes')
  const missing = unanswered(review.subjects)
  if (missing.length > 0)
    throw tasksProblem('tasks.targets-unanswered', { count: missing.length, targets: namesOf(missing) })
  await store.insertClosure(tx, { id, planId, reviewId, areaLft, by: actor.accountId, day: clock.today() })
  await audit(tx, actor, 'tasks.plan-closed', planId, { after: { reviewId } })
  return reviewOf({ actor, db: tx }, reviewId)
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
  return reviewsOf({ actor, db: tx, clock: context.clock }, planId)
}
