import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { Child } from '../shared/contract.ts'
import {
  ComparedPair,
  type DifferentChildren,
  Merge,
  type MergeChildren,
  PairsFound,
} from '../shared/contract-merge.ts'

const Done = z.object({ done: z.literal(true) })

export const pairsQuery = (from: number) =>
  queryOptions({
    queryKey: ['children', 'pairs', from],
    queryFn: () => api.get('/children/pairs', PairsFound, { from }),
  })

export const pairQuery = ({ childId, otherId }: DifferentChildren) =>
  queryOptions({
    queryKey: ['children', 'pair', childId, otherId],
    queryFn: () => api.get(`/children/pairs/${childId}/${otherId}`, ComparedPair),
  })

export const mergesQuery = queryOptions({
  queryKey: ['children', 'merges'],
  queryFn: () => api.get('/children/merges', z.array(Merge)),
})

export const mergesOfQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'merges', childId],
    queryFn: () => api.get(`/children/${childId}/merges`, z.array(Merge)),
  })

export const searchPairs = () => api.send('POST', '/children/pairs/search', {}, Done)

export const tellApart = ({ childId, otherId }: DifferentChildren) =>
  api.send('PUT', `/children/pairs/${childId}/${otherId}/different`, {}, Done)

export const compareAgain = ({ childId, otherId }: DifferentChildren) =>
  api.send('DELETE', `/children/pairs/${childId}/${otherId}/different`, undefined, Done)

export const mergeChildren = (input: MergeChildren) => api.send('POST', '/children/merges', input, Child)

export const undoMerge = (mergeId: string) =>
  api.send('DELETE', `/children/merges/${mergeId}`, undefined, Merge)
