import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import {
  type BeginReview,
  type Conclude,
  type ReopenPlan,
  Review,
  ReviewsOfPlan,
  type WriteReview,
} from '../shared/reviews.ts'

export const reviewsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['tasks', 'reviews', planId],
    queryFn: () => api.get(`/reviews/of-plan/${planId}`, ReviewsOfPlan),
  })

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['tasks', 'review', reviewId],
    queryFn: () => api.get(`/reviews/${reviewId}`, Review),
  })

export const beginReview = (input: BeginReview) => api.send('POST', '/reviews', input, Review)

export const writeReview = (reviewId: string, input: WriteReview) =>
  api.send('PUT', `/reviews/${reviewId}`, input, Review)

export const conclude = (reviewId: string, subjectId: string, input: Conclude) =>
  api.send('PUT', `/reviews/${reviewId}/conclusions/${subjectId}`, input, Review)

export const closePlan = (reviewId: string, id: string) =>
  api.send('POST', `/reviews/${reviewId}/closure`, { id }, Review)

export const reopenPlan = (planId: string, input: ReopenPlan) =>
  api.send('POST', `/reviews/of-plan/${planId}/reopening`, input, ReviewsOfPlan)

export const acceptProposals = (reviewId: string) =>
  api.send('POST', `/reviews/${reviewId}/proposals`, undefined, Review)
