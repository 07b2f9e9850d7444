import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { api } from '#platform/web/api.ts'
import { PlacedReading } from '../shared/contract.ts'
import {
  FiledPlan,
  PlanSource,
  PlanSummary,
  type CorrectHeading,
  type EnterValue,
  type FilePlan,
  type TargetLink,
} from '../shared/filing.ts'

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: () => api.get('/plans', z.array(PlanSummary)),
})

export const plansAboveQuery = queryOptions({
  queryKey: ['plans', 'above'],
  queryFn: () => api.get('/plans/above', z.array(PlanSummary)),
})

export const planQuery = (planId: string) =>
  queryOptions({ queryKey: ['plans', planId], queryFn: () => api.get(`/plans/${planId}`, FiledPlan) })

export const sourceQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'source'],
    queryFn: () => api.get(`/plans/${planId}/source`, PlanSource),
  })

/** Values that the indicators module computes beside the targets of a plan; a later module, so only its address is known. */
const PlanValues = z.object({
  values: z.array(
    z.object({
      targetId: Id,
      code: z.string(),
      value: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      asOf: Day,
      text: z.string(),
    }),
  ),
})
export type TargetValue = z.infer<typeof PlanValues>['values'][number]

export const valuesQuery = (planId: string) =>
  queryOptions({
    queryKey: ['plans', planId, 'values'],
    queryFn: () => api.get(`/indicators/for-plan/${planId}`, PlanValues),
    retry: false,
  })

const Definitions = z.object({
  definitions: z.array(
    z.object({ code: z.string(), name: z.object({ vi: z.string(), en: z.string() }), way: z.string() }),
  ),
})

export const indicatorsQuery = queryOptions({
  queryKey: ['indicators', 'definitions', 'for-plans'],
  queryFn: () => api.get('/indicators/definitions', Definitions),
  staleTime: 3_600_000,
})

export const readFile = (file: File) =>
  api.upload('/plans/read', { bytes: file, name: file.name }, {}, PlacedReading)
export const readText = (text: string) => api.send('POST', '/plans/read-text', { text }, PlacedReading)
export const filePlan = (body: FilePlan) => api.send('POST', '/plans', body, FiledPlan)

export const correctHeading = (planId: string, body: CorrectHeading) =>
  api.send('PUT', `/plans/${planId}/heading`, body, FiledPlan)

export const linkTarget = (planId: string, targetId: string, body: TargetLink) =>
  api.send('PUT', `/plans/${planId}/targets/${targetId}`, body, FiledPlan)

export const enterValue = (planId: string, targetId: string, body: EnterValue) =>
  api.send('POST', `/plans/${planId}/targets/${targetId}/values`, body, FiledPlan)
