import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  CaseSummary,
  childKinds,
  type EditCase,
  GrantNote,
  isUnderWay,
  OldFigures,
  OldPeriods,
  PlanUnits,
  type PrepareCase,
  ReorganisationCase,
  type TouchedKind,
  TouchedLines,
  UnplacedChildren,
  WorkList,
} from '../shared/contract.ts'

export const casesQuery = queryOptions({
  queryKey: ['reorganisations'],
  queryFn: () => api.get('/reorganisations', z.array(CaseSummary)),
})

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['reorganisations', caseId],
    queryFn: () => api.get(`/reorganisations/${caseId}`, ReorganisationCase),
    // A run is watched until it is over.
    refetchInterval: ({ state: { data } }) => (data && isUnderWay(data.run) ? 1_000 : false),
  })

export const workListQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['reorganisations', caseId, 'work-list'],
    queryFn: () => api.get(`/reorganisations/${caseId}/work-list`, WorkList),
  })

export const waitingQuery = (caseId: string, villageId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reorganisations', caseId, 'waiting', villageId ?? ''],
    queryFn: ({ pageParam }) =>
      api.get(`/reorganisations/${caseId}/waiting-children`, UnplacedChildren, {
        villageId,
        after: pageParam === '' ? undefined : pageParam,
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const notesQuery = queryOptions({
  queryKey: ['reorganisation-notes'],
  queryFn: () => api.get('/reorganisation-notes', z.array(GrantNote)),
})

export const sendCase = (input: PrepareCase) =>
  api.send('POST', '/reorganisations', input, ReorganisationCase)

export const sendEdit = (caseId: string, input: EditCase) =>
  api.send('PUT', `/reorganisations/${caseId}`, input, ReorganisationCase)

export type Behind = { caseId: string; kind: TouchedKind; areaId: string | undefined }

/** What stands behind a count of the preview. */
export const touchedQuery = ({ caseId, kind, areaId }: Behind) =>
  infiniteQueryOptions({
    queryKey: ['reorganisations', caseId, 'touched', kind, areaId ?? ''],
    queryFn: ({ pageParam }) => {
      const list = childKinds.includes(kind) ? 'touched-children' : 'touched'
      return api.get(`/reorganisations/${caseId}/${list}`, TouchedLines, { kind, areaId, offset: pageParam })
    },
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
  })

export const planUnitsQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'units-then'],
    queryFn: () => api.get(`/plans/${planId}/units-then`, PlanUnits),
  })

export const oldPeriodsQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['old-figures', areaId],
    queryFn: () => api.get(`/areas/${areaId}/old-periods`, OldPeriods),
  })

export const oldFiguresQuery = (areaId: string, period: string) =>
  queryOptions({
    queryKey: ['old-figures', areaId, period],
    queryFn: () => api.get(`/areas/${areaId}/old-figures`, OldFigures, { period }),
    retry: false,
  })

export type Step = 'preview' | 'apply' | 'undo'

export const sendStep = (caseId: string, step: Step) =>
  api.send('POST', `/reorganisations/${caseId}/${step}`, {}, ReorganisationCase)

export const placeVillages = (caseId: string, villageIds: string[], toId: string) =>
  api.send('POST', `/reorganisations/${caseId}/place-villages`, { villageIds, toId }, WorkList)

export const placeChildren = (caseId: string, childIds: string[], toId: string) =>
  api.send('POST', `/reorganisations/${caseId}/place-children`, { childIds, toId }, WorkList)

export const readNote = (noteId: string) =>
  api.send('PUT', `/reorganisation-notes/${noteId}/read`, {}, z.object({ read: z.boolean() }))
