import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  type AddDocument,
  type AddRelation,
  type CorrectDocument,
  LibraryDocument,
  LibraryPage,
  type SearchLibrary,
} from '../shared/contract.ts'

export const libraryQuery = ({ text, kind }: SearchLibrary) =>
  queryOptions({
    queryKey: ['library', 'search', text, kind],
    queryFn: () =>
      api.get('/library', z.array(LibraryDocument), { ...(text ? { text } : {}), ...(kind ? { kind } : {}) }),
  })

export const documentQuery = (id: string) =>
  queryOptions({ queryKey: ['library', id], queryFn: () => api.get(`/library/${id}`, LibraryPage) })

export const addDocument = (body: AddDocument) => api.send('POST', '/library', body, LibraryPage)
export const correctDocument = (id: string, body: CorrectDocument) =>
  api.send('PUT', `/library/${id}`, body, LibraryPage)
export const unrelate = (id: string, body: AddRelation) =>
  api.send('DELETE', `/library/${id}/relations`, body, LibraryPage)
export const relate = (id: string, body: AddRelation) =>
  api.send('POST', `/library/${id}/relations`, body, LibraryPage)
export const attachFile = (id: string, file: File) =>
  api.upload(`/library/${id}/file`, { bytes: file, name: file.name }, {}, LibraryPage)
