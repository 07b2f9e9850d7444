import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import type { Period } from '#base/period.ts'
import { api } from '#platform/web/api.ts'
import { Report, ReportStep, UnitsReply, type TakeStep } from '../shared/contract.ts'
import {
  CheckReply,
  Comment,
  ReportFile,
  type AddComment,
  type GiveReason,
} from '../shared/contract-check.ts'
import { Difference } from '../shared/difference.ts'

const comments = z.array(Comment)
const files = z.array(ReportFile)

/** Everything of one report stands below its key, so that a step makes all of it fresh. */
export const keyOf = (reportId: string) => ['reports', reportId]

export const checkQuery = (reportId: string) =>
  queryOptions({
    queryKey: [...keyOf(reportId), 'check'],
    queryFn: () => api.get(`/reports/${reportId}/check`, CheckReply),
  })

export const commentsQuery = (reportId: string) =>
  queryOptions({
    queryKey: [...keyOf(reportId), 'comments'],
    queryFn: () => api.get(`/reports/${reportId}/comments`, comments),
  })

export const filesQuery = (reportId: string) =>
  queryOptions({
    queryKey: [...keyOf(reportId), 'files'],
    queryFn: () => api.get(`/reports/${reportId}/files`, files),
  })

export const differenceQuery = (reportId: string, number: number) =>
  queryOptions({
    queryKey: [...keyOf(reportId), 'difference', number],
    queryFn: () => api.get(`/reports/${reportId}/versions/${number}/difference`, Difference),
  })

export const unitsQuery = (period: Period) =>
  queryOptions({
    queryKey: ['reports', 'units', period],
    queryFn: () => api.get('/reports/units', UnitsReply, { period }),
  })

export const takeStep = (reportId: string, body: TakeStep) =>
  api.send('POST', `/reports/${reportId}/steps`, body, ReportStep)

export const giveReason = (reportId: string, finding: string, body: GiveReason) =>
  api.send('PUT', `/reports/${reportId}/reasons/${encodeURIComponent(finding)}`, body, CheckReply)

export const addComment = (reportId: string, body: AddComment) =>
  api.send('POST', `/reports/${reportId}/comments`, body, comments)

export const answerComment = (reportId: string, commentId: string, answer: string) =>
  api.send('PUT', `/reports/${reportId}/comments/${commentId}/answer`, { answer }, comments)

export const takePart = (reportId: string, body: { id: string; partId: string }) =>
  api.send('POST', `/reports/${reportId}/parts`, body, Report)

export const attachFile = (reportId: string, file: File, fields: Record<string, string>) =>
  api.upload(`/reports/${reportId}/files`, { bytes: file, name: file.name }, fields, files)

export const removeFile = (reportId: string, fileId: string) =>
  api.send('DELETE', `/reports/${reportId}/files/${fileId}`, undefined, files)

export const openFile = (reportId: string, fileId: string) =>
  api.download(`/reports/${reportId}/files/${fileId}`)
