import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { Day } from '#base/day.ts'
import { api } from '#platform/web/api.ts'
import { Area, AreaHistory, type PastName, type PastParent, type PastUnit } from '../shared/contract.ts'
import { MapImport, Outline } from '../shared/map.ts'
import { ImportResult, LastImport } from '../shared/unit-tables.ts'

const done = z.object({ done: z.literal(true) })

export const areaSearchQuery = (search: { text: string; on: Day | undefined }) =>
  queryOptions({
    queryKey: ['areas', 'search', search],
    queryFn: () => api.get('/areas', z.array(Area), { ...search, all: true }),
    placeholderData: keepPreviousData,
  })

export const nationQuery = queryOptions({
  queryKey: ['areas', 'nation'],
  queryFn: () => api.get('/areas/by-code/VN', Area),
  staleTime: Infinity,
})

export const wayQuery = (areaId: string, on: Day | undefined) =>
  queryOptions({
    queryKey: ['areas', 'path', areaId, on],
    queryFn: () => api.get(`/areas/${areaId}/path`, z.array(Area), { on }),
  })

/** A place with its present name. */
export const areaQuery = (areaId: string | undefined) =>
  queryOptions({
    queryKey: ['areas', 'one', areaId],
    queryFn: () => api.get(`/areas/${areaId}`, Area),
    enabled: areaId !== undefined,
  })

/** The places directly below, as they are today or were on a day. */
export const belowQuery = (areaId: string | undefined, on?: Day) =>
  queryOptions({
    queryKey: ['areas', 'below', areaId, on],
    queryFn: () => api.get(`/areas/${areaId}/children`, z.array(Area), { on }),
    enabled: areaId !== undefined,
  })

export const historyQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['areas', 'history', areaId],
    queryFn: () => api.get(`/areas/${areaId}/history`, AreaHistory),
  })

export const outlinesQuery = (areaId: string) =>
  queryOptions({
    queryKey: ['areas', 'outlines', areaId],
    queryFn: () => api.get(`/areas/${areaId}/outlines`, z.array(Outline)),
    staleTime: Infinity,
  })

export const lastImportQuery = queryOptions({
  queryKey: ['areas', 'last-import'],
  queryFn: () => api.get('/areas/imports/last', LastImport.nullable()),
})

export function sendPastParent(areaId: string, past: PastParent) {
  return api.send('POST', `/areas/${areaId}/past-parents`, past, done)
}

export function sendPastName(areaId: string, past: PastName) {
  return api.send('POST', `/areas/${areaId}/past-names`, past, done)
}

export function sendPastUnit(past: PastUnit) {
  return api.send('POST', '/areas/past-units', past, done)
}

/** The six files go as one: an object of file name and text. */
export async function sendUnitFiles(files: readonly File[]): Promise<ImportResult> {
  const texts = await Promise.all(files.map(async (file) => [file.name, await file.text()] as const))
  const bytes = new Blob([JSON.stringify(Object.fromEntries(texts))], { type: 'application/json' })
  return api.upload('/areas/imports', { name: 'danh-muc.json', bytes }, {}, ImportResult)
}

export function sendBuiltIn(): Promise<ImportResult> {
  return api.send('POST', '/areas/imports/built-in', undefined, ImportResult)
}

export function sendMap(file: File): Promise<MapImport> {
  return api.upload('/areas/outlines', { name: file.name, bytes: file }, {}, MapImport)
}
