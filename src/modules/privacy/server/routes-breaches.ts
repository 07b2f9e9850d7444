import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { Breach, CloseBreach, NotifyBreach, RecordBreach } from '../shared/contract.ts'
import { closeBreach, notifyBreach, recordBreach } from './breaches.ts'
import { listBreaches } from './queries-breaches.ts'

const OfBreach = z.object({ breachId: Id })

export const breachRoutes: Route[] = [
  query({
    url: '/privacy/breaches',
    needs: 'privacy.manage',
    reply: z.array(Breach),
    handle: ({ db }) => listBreaches(db),
  }),
  command('POST', {
    url: '/privacy/breaches',
    needs: 'privacy.manage',
    body: RecordBreach,
    reply: Breach,
    handle: (context, { body }) => recordBreach(context, body),
  }),
  command('PUT', {
    url: '/privacy/breaches/:breachId/notice',
    needs: 'privacy.manage',
    params: OfBreach,
    body: NotifyBreach,
    reply: Breach,
    handle: (context, { params, body }) => notifyBreach(context, params.breachId, body),
  }),
  command('PUT', {
    url: '/privacy/breaches/:breachId/closing',
    needs: 'privacy.manage',
    params: OfBreach,
    body: CloseBreach,
    reply: Breach,
    handle: (context, { params, body }) => closeBreach(context, params.breachId, body),
  }),
]
