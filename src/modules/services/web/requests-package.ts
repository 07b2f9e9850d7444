import { queryOptions } from '@tanstack/react-query'
import { api } from '#platform/web/api.ts'
import type { PackageChange } from '../shared/package-change.ts'
import {
  type ApproveDraft,
  DraftGone,
  PackageVersion,
  PreviewAsked,
  VersionOpened,
  VersionsFound,
} from '../shared/package-versions.ts'

const url = '/services/package-versions'

export const versionsQuery = queryOptions({
  queryKey: ['services', 'versions'],
  queryFn: () => api.get(url, VersionsFound),
})

/** Looks again while a preview is being counted. */
export const versionQuery = (id: string, isCounting: boolean) =>
  queryOptions({
    queryKey: ['services', 'versions', id],
    queryFn: () => api.get(`${url}/${id}`, VersionOpened),
    refetchInterval: isCounting ? 1500 : false,
  })

export const startDraft = (body: { id: string; name: string }) => api.send('POST', url, body, PackageVersion)

export const saveDraft = (id: string, body: { version: number; name: string; changes: PackageChange[] }) =>
  api.send('PUT', `${url}/${id}`, body, PackageVersion)

export const dropDraft = (id: string) => api.send('DELETE', `${url}/${id}`, undefined, DraftGone)

export const askPreview = (id: string) => api.send('POST', `${url}/${id}/preview`, undefined, PreviewAsked)

export const approveDraft = (id: string, body: ApproveDraft) =>
  api.send('POST', `${url}/${id}/approval`, body, PackageVersion)
