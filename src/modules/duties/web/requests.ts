import { queryOptions } from '@tanstack/react-query'
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
