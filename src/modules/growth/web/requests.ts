import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Day } from '#base/day.ts'
import { api } from '#platform/web/api.ts'
import {
  AttentionFound,
  GrowthOfChild,
  type RecordMeasurement,
  Sheet,
  StoredMeasurement,
} from '../shared/contract.ts'
import { Standard } from '../shared/standard.ts'

/** The tables do not change while a page is open. */
export const standardQuery = queryOptions({
  queryKey: ['growth', 'standard'],
  queryFn: () => api.get('/growth/standard', Standard),
  staleTime: Infinity,
})

export const growthOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: ['growth', 'child', childId],
    queryFn: () => api.get(`/children/${childId}/growth`, GrowthOfChild),
  })

export type SheetChoice = {
  day: Day
  villageId?: string | undefined
  education?: string | undefined
  facilityId?: string | undefined
  className?: string | undefined
}

/** Looks again every quarter of a minute for what other devices recorded. */
export const sheetQuery = (choice: SheetChoice) =>
  queryOptions({
    queryKey: ['growth', 'sheet', choice],
    queryFn: () => api.get('/growth/sheet', Sheet, choice),
    refetchInterval: 15_000,
  })

export type AttentionChoice = { villageId?: string | undefined; severity: number }

export const attentionQuery = (choice: AttentionChoice) =>
  infiniteQueryOptions({
    queryKey: ['growth', 'attention', choice],
    queryFn: ({ pageParam }) =>
      api.get('/growth/attention', AttentionFound, { ...choice, after: pageParam, limit: 100 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

export const recordMeasurement = (body: RecordMeasurement) =>
  api.send('POST', '/growth/measurements', body, StoredMeasurement)

export const undoMeasurement = (childId: string, id: string) =>
  api.send('DELETE', `/children/${childId}/growth/${id}`, undefined, StoredMeasurement)

/** A measurement is a service too: what is due changes a moment later. */
export async function afterMeasuring(queries: QueryClient): Promise<void> {
  setTimeout(() => void queries.invalidateQueries({ queryKey: ['services'] }), 1200)
  await queries.invalidateQueries({ queryKey: ['growth'] })
}
