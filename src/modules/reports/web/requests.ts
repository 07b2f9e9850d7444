import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  ColumnRules,
  Report,
  ReportChoices,
  ReportSummary,
  type BuildReport,
  type TypeCell,
  type WriteSection,
} from '../shared/contract.ts'
import type { ReportForm } from '../shared/report-parts.ts'

export const reportsQuery = queryOptions({
  queryKey: ['reports'],
  queryFn: () => api.get('/reports', z.array(ReportSummary)),
})

export const choicesQuery = queryOptions({
  queryKey: ['reports', 'choices'],
  queryFn: () => api.get('/reports/choices', ReportChoices),
})

export const reportQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', reportId],
    queryFn: () => api.get(`/reports/${reportId}`, Report),
  })

/** The outline of a report never changes. */
export const columnsQuery = (reportId: string) =>
  queryOptions({
    queryKey: ['reports', reportId, 'columns'],
    queryFn: () => api.get(`/reports/${reportId}/columns`, ColumnRules),
    staleTime: Infinity,
  })

export const buildReport = (body: BuildReport) => api.send('POST', '/reports', body, Report)

export const refreshReport = (reportId: string) =>
  api.send('POST', `/reports/${reportId}/refresh`, undefined, Report)

export const typeCell = (reportId: string, key: string, body: TypeCell) =>
  api.send('PUT', `/reports/${reportId}/cells/${encodeURIComponent(key)}`, body, Report)

export const writeSection = (reportId: string, key: string, body: WriteSection) =>
  api.send('PUT', `/reports/${reportId}/sections/${encodeURIComponent(key)}`, body, Report)

export type ReportFileKind = 'docx' | 'pdf' | 'xlsx' | 'json' | 'csv'

export const downloadReport = (reportId: string, kind: ReportFileKind, form: ReportForm = 'whole') =>
  api.download(`/reports/${reportId}/${kind}${form === 'whole' ? '' : `?form=${form}`}`)
