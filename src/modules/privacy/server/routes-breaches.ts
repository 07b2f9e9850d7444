import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query, type Route } from '#platform/http/route.ts'
import { Breach, BreachOfChild, CloseBreach, NotifyBreach, RecordBreach } from '../shared/contract.ts'
import { closeBreach, notifyBreach, recordBreach, tieBreach } from './breaches.ts'
import { getKnownChild } from './known-child.ts'
import { listBreaches, listBreachesOfChild } from './queries-breaches.ts'

const OfBreach = z.object({ breachId: Id })
const OfChild = z.object({ childId: Id })

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
  query({
    url: '/privacy/children/:childId/breaches',
    needs: 'children.write',
    params: OfChild,
    reply: z.array(BreachOfChild),
    handle: async ({ db, actor }, { params }) => {
      await getKnownChild(db, actor, params.childId)
      return listBreachesOfChild(db, params.childId)
    },
  }),
  command('PUT', {
    url: '/privacy/children/:childId/breaches/:breachId',
    needs: 'children.write',
    params: OfChild.extend({ breachId: Id }),
    body: z.object({ concerns: z.boolean() }),
    reply: z.array(BreachOfChild),
    handle: (context, { params, body }) => tieBreach(context, params, body.concerns),
  }),
]
