import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { Circumstances, Opened, OpeningsFound, type ReviewOpening } from '../shared/contract-confidential.ts'

export const circumstancesQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'circumstances', childId],
    queryFn: () => api.get(`/children/${childId}/circumstances`, Circumstances),
  })

export const openingsQuery = queryOptions({
  queryKey: ['children', 'openings'],
  queryFn: () => api.get('/children/openings', OpeningsFound),
})

export const openConfidential = ({ childId, ...input }: { childId: string; id: string; reason: string }) =>
  api.send('POST', `/children/${childId}/openings`, input, Opened)

export const reviewOpening = ({ id, ...review }: ReviewOpening & { id: string }) =>
  api.send('PUT', `/children/openings/${id}/review`, review, z.unknown())
