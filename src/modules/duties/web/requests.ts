import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  Done,
  DutiesBelow,
  DutiesOfUnit,
  type Duty,
  type MarkByHand,
  type RecordEvent,
  SendersOfDuty,
  type SetDueDay,
} from '../shared/contract.ts'
import { Regime } from '../shared/regime.ts'
import {
  type AnswerUrgent,
  type SendUrgent,
  type TakeMeasure,
  UrgentLine,
  UrgentReceipt,
  UrgentReport,
  UrgentWaiting,
  type WithdrawUrgent,
} from '../shared/urgent.ts'

export const dutiesQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['duties', 'own', year ?? 'now'],
    queryFn: () => api.get('/duties', DutiesOfUnit, { year }),
  })

export const belowQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['duties', 'below', year ?? 'now'],
    queryFn: () => api.get('/duties/below', DutiesBelow, { year }),
  })

export const sendersQuery = (which: { code: string; period: string }) =>
  queryOptions({
    queryKey: ['duties', 'senders', which.code, which.period],
    queryFn: () => api.get('/duties/below/units', SendersOfDuty, which),
  })

export const regimeQuery = queryOptions({
  queryKey: ['duties', 'regime'],
  queryFn: () => api.get('/duties/regime', Regime),
})

export const markSentByHand = (body: MarkByHand) => api.send('POST', '/duties/sent', body, Done)

export const takeBackMark = ({ code, period }: Pick<Duty, 'code' | 'period'>) =>
  api.send(
    'DELETE',
    `/duties/sent/${encodeURIComponent(code)}/${encodeURIComponent(period)}`,
    undefined,
    Done,
  )

export const setDueDay = (body: SetDueDay) => api.send('PUT', '/duties/days', body, Done)

export const recordEvent = (body: RecordEvent) => api.send('POST', '/duties/events', body, Done)

export const urgentQuery = queryOptions({
  queryKey: ['duties', 'urgent', 'list'],
  queryFn: () => api.get('/duties/urgent', z.array(UrgentLine)),
  // A clock runs: what is shown is never older than a minute.
  refetchInterval: 60_000,
})

export const receiptsQuery = queryOptions({
  queryKey: ['duties', 'urgent', 'mine'],
  queryFn: () => api.get('/duties/urgent/mine', z.array(UrgentReceipt)),
  refetchInterval: 60_000,
})

export const waitingQuery = queryOptions({
  queryKey: ['duties', 'urgent', 'waiting'],
  queryFn: () => api.get('/duties/urgent/waiting', UrgentWaiting),
})

export const sendUrgent = (body: SendUrgent) => api.send('POST', '/duties/urgent', body, UrgentReceipt)

export const openUrgent = (id: string) =>
  api.send('POST', `/duties/urgent/${id}/open`, undefined, UrgentReport)

export const receiveUrgent = (id: string) =>
  api.send('PUT', `/duties/urgent/${id}/received`, undefined, UrgentReport)

export const answerUrgent = (id: string) => (body: AnswerUrgent) =>
  api.send('PUT', `/duties/urgent/${id}/answer`, body, UrgentReport)

export const takeMeasure = (id: string) => (body: TakeMeasure) =>
  api.send('PUT', `/duties/urgent/${id}/measure`, body, UrgentReport)

export const withdrawUrgent = (id: string) => (body: WithdrawUrgent) =>
  api.send('PUT', `/duties/urgent/${id}/withdrawn`, body, UrgentReport)

export const downloadUrgent = (id: string, kind: 'docx' | 'pdf') =>
  api.download(`/duties/urgent/${id}/${kind}`)
