import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Day } from '#base/day.ts'
import { api } from '#platform/web/api.ts'
import {
  CandidatesFound,
  DueFound,
  DueServicesFound,
  PackageOverview,
  type RecordService,
  type RecordSession,
  ServicesOfChild,
  SessionReply,
  StoredRecord,
  UndoneReply,
} from '../shared/requests.ts'

export const packageQuery = queryOptions({
  queryKey: ['services', 'package'],
  queryFn: () => api.get('/services/package', PackageOverview),
  staleTime: Infinity,
})

export const servicesOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: ['services', 'child', childId],
    queryFn: () => api.get(`/children/${childId}/services`, ServicesOfChild),
  })

export type DueChoice = {
  villageId?: string | undefined
  itemCode?: string | undefined
  provider?: string | undefined
  education?: string | undefined
  facilityId?: string | undefined
  className?: string | undefined
  state: 'all' | 'overdue'
  withinDays: number
}

export const dueQuery = (choice: DueChoice) =>
  infiniteQueryOptions({
    queryKey: ['services', 'due', choice],
    queryFn: ({ pageParam }) =>
      api.get('/services/due', DueFound, { ...choice, after: pageParam, limit: 100 }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  })

export const dueServicesQuery = (choice: DueChoice) =>
  queryOptions({
    queryKey: ['services', 'due-services', choice],
    queryFn: () => api.get('/services/due/services', DueServicesFound, choice),
  })

export type CandidatesChoice = {
  itemCode: string
  villageId?: string | undefined
  facilityId?: string | undefined
  className?: string | undefined
  childIds?: string | undefined
  day: Day
}

export const candidatesQuery = ({ childIds: ids, ...asked }: CandidatesChoice) =>
  queryOptions({
    queryKey: ['services', 'candidates', asked, ids],
    queryFn: () => api.get('/services/session-candidates', CandidatesFound, { ...asked, ids }),
  })

export const recordService = (body: RecordService) =>
  api.send('POST', '/services/records', body, StoredRecord)

export const undoRecord = (childId: string, recordId: string) =>
  api.send('DELETE', `/children/${childId}/services/${recordId}`, undefined, StoredRecord)

export const recordSession = (body: RecordSession) =>
  api.send('POST', '/services/sessions', body, SessionReply)

export const undoSession = (sessionId: string) =>
  api.send('DELETE', `/services/sessions/${sessionId}`, undefined, UndoneReply)

/** Figures are made a moment after the record; lists look again then. */
const figuresMilliseconds = 1200

export async function afterRecording(queries: QueryClient): Promise<void> {
  setTimeout(() => void queries.invalidateQueries(), figuresMilliseconds)
  await queries.invalidateQueries({ queryKey: ['services'] })
}
