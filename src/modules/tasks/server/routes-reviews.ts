import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import {
  BeginReview,
  ClosePlan,
  Conclude,
  ReopenPlan,
  Review,
  ReviewsOfPlan,
  WriteReview,
} from '../shared/reviews.ts'
import {
  acceptProposals,
  beginReview,
  closePlan,
  conclude,
  reopenPlan,
  reviewOf,
  reviewsOf,
  writeReview,
} from './reviews.ts'

const OfPlan = z.object({ planId: Id })
const OneReview = z.object({ reviewId: Id })

export const reviewRoutes: Route[] = [
  query({
    url: '/reviews/of-plan/:planId',
    needs: 'plans.read',
    params: OfPlan,
    reply: ReviewsOfPlan,
    handle: (context, { params }) => reviewsOf(context, params.planId),
  }),
  command('POST', {
    url: '/reviews',
    needs: 'plans.write',
    body: BeginReview,
    reply: Review,
    handle: (context, { body }) => beginReview(context, body),
  }),
  query({
    url: '/reviews/:reviewId',
    needs: 'plans.read',
    params: OneReview,
    reply: Review,
    handle: (context, { params }) => reviewOf(context, params.reviewId),
  }),
  command('PUT', {
    url: '/reviews/:reviewId',
    needs: 'plans.write',
    params: OneReview,
    body: WriteReview,
    reply: Review,
    handle: (context, { params, body }) => writeReview(context, { ...params, input: body }),
  }),
  command('PUT', {
    url: '/reviews/:reviewId/conclusions/:subjectId',
    needs: 'plans.write',
    params: OneReview.extend({ subjectId: Id }),
    body: Conclude,
    reply: Review,
    handle: (context, { params, body }) => conclude(context, { ...params, input: body }),
  }),
  command('POST', {
    url: '/reviews/:reviewId/proposals',
    needs: 'plans.write',
    params: OneReview,
    reply: Review,
    handle: (context, { params }) => acceptProposals(context, params.reviewId),
  }),
  command('POST', {
    url: '/reviews/:reviewId/closure',
    needs: 'plans.write',
    params: OneReview,
    body: ClosePlan,
    reply: Review,
    handle: (context, { params, body }) => closePlan(context, { ...params, ...body }),
  }),
  command('POST', {
    url: '/reviews/of-plan/:planId/reopening',
    needs: 'plans.write',
    params: OfPlan,
    body: ReopenPlan,
    reply: ReviewsOfPlan,
    handle: (context, { params, body }) => reopenPlan(context, { ...params, input: body }),
  }),
]
