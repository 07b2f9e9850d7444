import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '#platform/web/api.ts'
import {
  Breach,
  BreachOfChild,
  type CloseBreach,
  DataRequest,
  type DecideRequest,
  type ExtendRequest,
  type GiveConsent,
  Notice,
  type NotifyBreach,
  PrivacyOfChild,
  PrivacySettings,
  ProcessingRecord,
  type ReceiveRequest,
  type RecordBreach,
  type WithdrawConsent,
  Wording,
} from '../shared/contract.ts'

export const noticeQuery = queryOptions({
  queryKey: ['privacy', 'notice'],
  queryFn: () => api.get('/privacy/notice', Notice),
})

export const privacyOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: ['privacy', 'child', childId],
    queryFn: () => api.get(`/privacy/children/${childId}`, PrivacyOfChild),
  })

export const wordingsQuery = queryOptions({
  queryKey: ['privacy', 'wordings'],
  queryFn: () => api.get('/privacy/wordings', z.array(Wording)),
  staleTime: Infinity,
})

/** `families`: with names, for who may read children. */
export const requestsQuery = (families: boolean, open: boolean) =>
  queryOptions({
    queryKey: ['privacy', 'requests', families, open],
    queryFn: () =>
      api.get(families ? '/privacy/requests/of-families' : '/privacy/requests', z.array(DataRequest), {
        open,
      }),
  })

export const breachesQuery = queryOptions({
  queryKey: ['privacy', 'breaches'],
  queryFn: () => api.get('/privacy/breaches', z.array(Breach)),
})

export const recordQuery = queryOptions({
  queryKey: ['privacy', 'record'],
  queryFn: () => api.get('/privacy/processing-record', ProcessingRecord),
})

export const settingsQuery = queryOptions({
  queryKey: ['privacy', 'settings'],
  queryFn: () => api.get('/privacy/settings', PrivacySettings.nullable()),
})

export const breachesOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: ['privacy', 'breaches', childId],
    queryFn: () => api.get(`/privacy/children/${childId}/breaches`, z.array(BreachOfChild)),
  })

export const tieBreach = ({
  childId,
  breachId,
  concerns,
}: {
  childId: string
  breachId: string
  concerns: boolean
}) =>
  api.send('PUT', `/privacy/children/${childId}/breaches/${breachId}`, { concerns }, z.array(BreachOfChild))

export const afterChange = (queries: QueryClient) => queries.invalidateQueries({ queryKey: ['privacy'] })

type InRequest = { childId: string; id: string }
const requestAddress = ({ childId, id }: InRequest) => `/privacy/children/${childId}/requests/${id}`

export const giveConsent = (childId: string, body: GiveConsent) =>
  api.send('POST', `/privacy/children/${childId}/consents`, body, z.unknown())
export const withdrawConsent = (childId: string, consentId: string, body: WithdrawConsent) =>
  api.send('PUT', `/privacy/children/${childId}/consents/${consentId}/withdrawal`, body, z.unknown())
export const receiveRequest = (childId: string, body: ReceiveRequest) =>
  api.send('POST', `/privacy/children/${childId}/requests`, body, DataRequest)
export const answerRequest = (request: InRequest, answeredOn: string) =>
  api.send('PUT', `${requestAddress(request)}/answer`, { answeredOn }, DataRequest)
export const extendRequest = (request: InRequest, body: ExtendRequest) =>
  api.send('PUT', `${requestAddress(request)}/extension`, body, DataRequest)
export const decideRequest = (request: InRequest & { kind: string }, body: DecideRequest) =>
  api.send(
    'PUT',
    `${requestAddress(request)}/${request.kind === 'delete' ? 'deletion' : 'decision'}`,
    body,
    DataRequest,
  )
export const recordBreach = (body: RecordBreach) => api.send('POST', '/privacy/breaches', body, Breach)
export const notifyBreach = (id: string, body: NotifyBreach) =>
  api.send('PUT', `/privacy/breaches/${id}/notice`, body, Breach)
export const closeBreach = (id: string, body: CloseBreach) =>
  api.send('PUT', `/privacy/breaches/${id}/closing`, body, Breach)
export const changeSettings = (body: PrivacySettings) =>
  api.send('PUT', '/privacy/settings', body, PrivacySettings)
