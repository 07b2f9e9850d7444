import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  Child,
  ChildHistory,
  ChildrenFound,
  type CloseChild,
  type EditChild,
  type FindDuplicates,
  PossibleDuplicate,
  type RegisterChild,
  type SearchChildren,
} from '../shared/contract.ts'
import { Timeline } from '../shared/contract-timeline.ts'
import { type DecideHeld, ImportRows, ImportRun, type RowState } from '../shared/contract-import.ts'

export type ListSearch = Partial<Omit<SearchChildren, 'after' | 'limit' | 'withTotal'>>

/** Pages of the list. */
export const listQuery = (search: ListSearch) =>
  infiniteQueryOptions({
    queryKey: ['children', 'list', search],
    queryFn: ({ pageParam }) =>
      api.send(
        'POST',
        '/children/search',
        { ...search, ...(pageParam ? { after: pageParam } : {}), limit: 50 },
        ChildrenFound,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })

/** How many children the list has. Counting a province takes longer than its first page, which does not wait for it. */
export const totalQuery = (search: ListSearch) =>
  queryOptions({
    queryKey: ['children', 'list', 'total', search],
    queryFn: () =>
      api.send('POST', '/children/search', { ...search, withTotal: true, limit: 1 }, ChildrenFound),
    // Broken off before anybody was found, counting has nothing to say.
    select: ({ total, isTotalLeast }) =>
      total === null || (total === 0 && isTotalLeast) ? undefined : { count: total, isLeast: isTotalLeast },
  })

export const childQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'one', childId],
    queryFn: () => api.get(`/children/${childId}`, Child),
  })

export const historyQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'history', childId],
    queryFn: () => api.get(`/children/${childId}/history`, ChildHistory),
  })

export const timelineQuery = (childId: string) =>
  queryOptions({
    queryKey: ['children', 'timeline', childId],
    queryFn: () => api.get(`/children/${childId}/timeline`, Timeline),
  })

export const duplicatesQuery = (asked: FindDuplicates | undefined) =>
  queryOptions({
    queryKey: ['children', 'duplicates', asked],
    queryFn: () => api.send('POST', '/children/possible-duplicates', asked, z.array(PossibleDuplicate)),
    enabled: asked !== undefined,
  })

export const registerChild = (input: RegisterChild) => api.send('POST', '/children', input, Child)

export const editChild = ({ childId, input }: { childId: string; input: EditChild }) =>
  api.send('PUT', `/children/${childId}`, input, Child)

export const closeChild = ({ childId, input }: { childId: string; input: CloseChild }) =>
  api.send('PUT', `/children/${childId}/leaving`, input, Child)

export const reopenChild = (childId: string) =>
  api.send('DELETE', `/children/${childId}/leaving`, undefined, Child)

/** A changed child changes lists, its page and what services show of it. */
export async function afterChange(queries: QueryClient): Promise<void> {
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['children'] }),
    queries.invalidateQueries({ queryKey: ['services'] }),
  ])
}

export const runsQuery = queryOptions({
  queryKey: ['children', 'imports'],
  queryFn: () => api.get('/children/imports', z.array(ImportRun)),
})

const moving: readonly string[] = ['waiting', 'reading', 'writing']

/** Asked again every second while a job works on it. */
export const runQuery = (runId: string) =>
  queryOptions({
    queryKey: ['children', 'imports', runId],
    queryFn: () => api.get(`/children/imports/${runId}`, ImportRun),
    refetchInterval: ({ state }) => (moving.includes(state.data?.status ?? '') ? 1000 : false),
  })

export const rowsQuery = (runId: string, state: RowState) =>
  infiniteQueryOptions({
    queryKey: ['children', 'imports', runId, 'rows', state],
    queryFn: ({ pageParam }) =>
      api.get(`/children/imports/${runId}/rows`, ImportRows, { state, after: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const uploadRoster = ({
  id,
  file,
  communeId,
}: {
  id: string
  file: File
  communeId: string | undefined
}) =>
  api.upload(
    '/children/imports',
    { bytes: file, name: file.name },
    { id, ...(communeId ? { communeId } : {}) },
    ImportRun,
  )

export const confirmImport = (runId: string) =>
  api.send('POST', `/children/imports/${runId}/confirm`, {}, ImportRun)

export const cancelImport = (runId: string) =>
  api.send('DELETE', `/children/imports/${runId}`, undefined, ImportRun)

export const decideHeld = ({ runId, input }: { runId: string; input: DecideHeld }) =>
  api.send('PUT', `/children/imports/${runId}/held`, input, ImportRun)
