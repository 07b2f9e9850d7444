import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  type AddMatter,
  type EditMatter,
  Heads,
  LateWork,
  Matter,
  MatterWithChanges,
  type NameHead,
} from '../shared/contract-matters.ts'

export const headsQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'heads', areaId],
    queryFn: () => api.get('/organisations/heads', Heads, { areaId }),
  })

export const mattersQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', 'matters', areaId],
    queryFn: () => api.get('/organisations/matters', z.array(Matter), { areaId }),
  })

export const matterQuery = (matterId: string) =>
  queryOptions({
    queryKey: ['organisations', 'matter', matterId],
    queryFn: () => api.get(`/organisations/matters/${matterId}`, MatterWithChanges),
  })

export const lateWorkQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisations', 'late-work', organisationId],
    queryFn: () => api.get(`/organisations/${organisationId}/late-work`, z.array(LateWork)),
  })

export const nameHead = (postId: string, input: NameHead) =>
  api.send('PUT', `/organisations/heads/${postId}`, input, Heads)

export const addMatter = (input: AddMatter) =>
  api.send('POST', '/organisations/matters', input, MatterWithChanges)

export const editMatter = (matterId: string, input: EditMatter) =>
  api.send('PUT', `/organisations/matters/${matterId}`, input, MatterWithChanges)
