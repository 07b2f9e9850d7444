import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  DraftSummary,
  type IssueDraft,
  PlanDraft,
  type SaveDraft,
  type StartDraft,
  TemplateChoice,
} from '../shared/drafting.ts'
import { FiledPlan } from '../shared/filing.ts'

export const draftsQuery = queryOptions({
  queryKey: ['plans', 'drafts'],
  queryFn: () => api.get('/plan-drafts', z.array(DraftSummary)),
})

export const draftQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['plans', 'drafts', draftId],
    queryFn: () => api.get(`/plan-drafts/${draftId}`, PlanDraft),
    // What is being typed must not be replaced because a window got the focus.
    staleTime: Infinity,
  })

export const templatesQuery = queryOptions({
  queryKey: ['plans', 'templates'],
  queryFn: () => api.get('/plan-templates', z.array(TemplateChoice)),
  staleTime: 3_600_000,
})

export const startDraft = (body: StartDraft) => api.send('POST', '/plan-drafts', body, PlanDraft)
export const fetchDraft = (draftId: string) => api.get(`/plan-drafts/${draftId}`, PlanDraft)
export const saveDraft = (draftId: string, body: SaveDraft) =>
  api.send('PUT', `/plan-drafts/${draftId}`, body, PlanDraft)
export const issueDraft = (draftId: string, body: IssueDraft) =>
  api.send('POST', `/plan-drafts/${draftId}/issue`, body, FiledPlan)
export const discardDraft = (draftId: string) =>
  api.send('DELETE', `/plan-drafts/${draftId}`, undefined, z.object({ ok: z.literal(true) }))
