import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import { Cascade, type ChangeObligations, type Exempt } from '../shared/cascade.ts'
import { Comparison } from '../shared/compare-plans.ts'
import { type ChangeSplit, TargetSplit } from '../shared/split.ts'
import { PlanWarning } from '../shared/contract.ts'
import { PlanFamily } from '../shared/filing.ts'

export const cascadeQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'cascade'],
    queryFn: () => api.get(`/plans/${planId}/cascade`, Cascade),
  })

export const familyQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'family'],
    queryFn: () => api.get(`/plans/${planId}/family`, PlanFamily),
  })

export const basesQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'bases'],
    queryFn: () => api.get(`/plans/${planId}/bases`, z.array(PlanWarning)),
  })

export const comparisonQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'comparison'],
    queryFn: () => api.get(`/plans/${planId}/comparison`, Comparison.nullable()),
  })

export const changeObligations = (planId: string, body: ChangeObligations) =>
  api.send('PUT', `/plans/${planId}/cascade`, body, Cascade)

export const exempt = (planId: string, body: Exempt) =>
  api.send('POST', `/plans/${planId}/exemptions`, body, Cascade)

export const chooseParent = (planId: string, parentId: string | null) =>
  api.send('PUT', `/plans/${planId}/parent`, { parentId }, PlanFamily)

export const splitQuery = (planId: string, targetId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'split', targetId],
    queryFn: () => api.get(`/plans/${planId}/targets/${targetId}/split`, TargetSplit),
  })

export const changeSplit = (planId: string, targetId: string, body: ChangeSplit) =>
  api.send('PUT', `/plans/${planId}/targets/${targetId}/split`, body, TargetSplit)
