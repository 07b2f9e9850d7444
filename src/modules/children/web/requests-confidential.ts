import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  AskedOpening,
  Circumstances,
  Opened,
  OpeningsFound,
  type OpeningState,
  type ReviewOpening,
} from '../shared/contract-confidential.ts'

export const circumstancesQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'circumstances', childId],
    queryFn: () => api.get(`/children/${childId}/circumstances`, Circumstances),
  })

export const openingsQuery = queryOptions({
  queryKey: ['children', 'openings'],
  queryFn: () => api.get('/children/openings', OpeningsFound),
})

/** Every opening in this state, the latest first, page by page. */
export const openingHistoryQuery = (state: OpeningState) =>
  infiniteQueryOptions({
    queryKey: ['children', 'openings', 'history', state],
    queryFn: ({ pageParam }) =>
      api.get('/children/openings', OpeningsFound, { state, before: pageParam || undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const askedOpeningsQuery = queryOptions({
  queryKey: ['children', 'openings', 'asked'],
  queryFn: () => api.get('/children/openings/asked', z.array(AskedOpening)),
})

export const openConfidential = ({ childId, ...input }: { childId: string; id: string; reason: string }) =>
  api.send('POST', `/children/${childId}/openings`, input, Opened)

export const reviewOpening = ({ id, ...review }: ReviewOpening & { id: string }) =>
  api.send('PUT', `/children/openings/${id}/review`, review, z.unknown())

export const questionOpening = ({ id, question }: { id: string; question: string }) =>
  api.send('PUT', `/children/openings/${id}/question`, { question }, z.unknown())

export const answerOpening = ({ id, answer }: { id: string; answer: string }) =>
  api.send('PUT', `/children/openings/${id}/answer`, { answer }, z.unknown())
