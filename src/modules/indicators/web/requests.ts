import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { newId } from '#base/id.ts'
import type { Day } from '#base/day.ts'
import type { Period } from '#base/period.ts'
import { api } from '#platform/web/api.ts'
import { PlanSummary } from '#modules/plans/shared/filing.ts'
import {
  Board,
  type Breakdown,
  ChildrenBehindReply,
  type Group,
  type Membership,
  Recount,
  ValuesReply,
} from '../shared/contract.ts'
import { type CompareAsked, CompareReply } from '../shared/contract-compare.ts'
import {
  type DecideIndicator,
  OwnIndicator,
  type ProposeIndicator,
  Trial,
  type TryFormula,
} from '../shared/contract-own.ts'
import { LeaderBoard } from '../shared/contract-leader.ts'
import { PlanResults } from '../shared/contract-results.ts'
import { PastBoard, type UnitsOf } from '../shared/contract-then.ts'
import { TypedFigure, type TypeFigure } from '../shared/contract-typed.ts'
import { IndicatorEdition } from '../shared/definition.ts'

export type Where = { areaId?: string | undefined; period?: Period | undefined }

/** Asked again soon while children are being counted again. */
function whilePending({ state }: { state: { data?: { pending: number } | undefined } }): number | false {
  return state.data && state.data.pending > 0 ? 1500 : false
}

export const boardQuery = (where: Where) =>
  queryOptions({
    queryKey: ['indicators', 'board', where],
    queryFn: () => api.get('/indicators/board', Board, where),
    refetchInterval: whilePending,
  })

export const valuesQuery = (where: Where, asked: { by?: Breakdown; codes?: string; day?: Day } = {}) =>
  queryOptions({
    queryKey: ['indicators', 'values', where, asked],
    queryFn: () => api.get('/indicators/values', ValuesReply, { ...where, ...asked }),
    refetchInterval: whilePending,
  })

export type PastAskedFor = { areaId: string | undefined; day: Day; units: UnitsOf; code: string | undefined }

export const pastQuery = (asked: PastAskedFor) =>
  queryOptions({
    queryKey: ['indicators', 'past', asked],
    queryFn: () => api.get('/indicators/past', PastBoard, asked),
  })

export const exportPast = (asked: PastAskedFor) => api.download('/indicators/past/export', asked)

export const definitionsQuery = queryOptions({
  queryKey: ['indicators', 'definitions'],
  queryFn: () => api.get('/indicators/definitions', IndicatorEdition),
  staleTime: Infinity,
})

export const typedQuery = (asked: { areaId: string; code?: string }) =>
  queryOptions({
    queryKey: ['indicators', 'typed', asked],
    queryFn: () => api.get('/indicators/typed', z.array(TypedFigure), asked),
  })

export const typeFigure = (figure: TypeFigure) => api.send('POST', '/indicators/typed', figure, TypedFigure)

export const compareQuery = (asked: CompareAsked) =>
  queryOptions({
    queryKey: ['indicators', 'compare', asked],
    queryFn: () => api.get('/indicators/compare', CompareReply, asked),
  })

export const exportComparison = (asked: CompareAsked) => api.download('/indicators/compare/export', asked)

export const leaderQuery = (where: Where) =>
  queryOptions({
    queryKey: ['indicators', 'leader', where],
    queryFn: () => api.get('/indicators/leader', LeaderBoard, where),
    refetchInterval: whilePending,
  })

export const exportLeader = (where: Where) => api.download('/indicators/leader/export', where)

export const exportTrend = (where: Where) => api.download('/indicators/trend/export', where)

export const resultsQuery = (planId: string, where: Where) =>
  queryOptions({
    queryKey: ['indicators', 'plan-results', planId, where],
    queryFn: () => api.get(`/indicators/plan-results/${planId}`, PlanResults, where),
  })

export const exportResults = (planId: string, where: Where) =>
  api.download(`/indicators/plan-results/${planId}/export`, where)

/** Plans of the place and of the places above, to choose from. */
export const plansToMeasure = queryOptions({
  queryKey: ['indicators', 'plans'],
  queryFn: async () => [
    ...(await api.get('/plans', z.array(PlanSummary))),
    ...(await api.get('/plans/above', z.array(PlanSummary))),
  ],
})

export const ownQuery = queryOptions({
  queryKey: ['indicators', 'own'],
  queryFn: () => api.get('/indicators/own', z.array(OwnIndicator)),
})

export const proposeIndicator = (proposal: ProposeIndicator) =>
  api.send('POST', '/indicators/own', proposal, OwnIndicator)

export const tryFormula = (asked: TryFormula) => api.send('POST', '/indicators/own/try', asked, Trial)

export const decideIndicator = (id: string, decision: DecideIndicator) =>
  api.send('PUT', `/indicators/own/${id}/decision`, decision, OwnIndicator)

export type BehindAsked = Required<Where> & { code: string; which: Membership; by?: string; key?: string }

export const behindQuery = (asked: BehindAsked) =>
  infiniteQueryOptions({
    queryKey: ['indicators', 'children', asked],
    queryFn: ({ pageParam }) =>
      api.get('/indicators/children', ChildrenBehindReply, { ...asked, after: pageParam ?? undefined }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })

export const askRecount = (areaId: string) =>
  api.send('POST', '/indicators/recount', { id: newId(), areaId }, Recount)

/** Asked again while a job recounts. */
export const recountQuery = (recountId: string) =>
  queryOptions({
    queryKey: ['indicators', 'recounts', recountId],
    queryFn: () => api.get(`/indicators/recounts/${recountId}`, Recount),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1500 : false),
  })

export const exportFigures = (where: Where, format: 'xlsx' | 'csv', by?: Breakdown) =>
  api.download('/indicators/export', { ...where, format, by })

/** The address of the list behind a number. */
export function childrenAddress(
  { code, group }: { code: string; group: Group | null },
  { period, areaId }: Required<Where>,
): string {
  const part = group ? `${group.by}=${group.key}` : 'all'
  return `/indicators/children/${code}/${period}/${areaId}/${part}`
}
