import { z } from 'zod'
import { Id } from '#base/id.ts'
import { command, query } from '#platform/http/route.ts'
import {
  FindReferrals,
  RecordScreening,
  ReferralsFound,
  ScreeningsOfChild,
  StoredScreening,
  Tools,
} from '../shared/contract.ts'
import { FollowReferral, ReferralFollowed } from '../shared/referral.ts'
import { followReferral } from './follow-referral.ts'
import { findReferrals, screeningsOfChild } from './lists.ts'
import { listTools } from './queries.ts'
import { recordScreening, takeBackScreening } from './record.ts'

export const screeningRoutes = [
  query({
    url: '/screening/tools',
    needs: 'screening.read',
    reply: Tools,
    handle: ({ db }) => listTools(db),
  }),
  query({
    url: '/children/:childId/screenings',
    needs: 'screening.read',
    params: z.object({ childId: Id }),
    reply: ScreeningsOfChild,
    reads: (reply) => [reply.childId],
    handle: (context, { params }) => screeningsOfChild(context, params.childId),
  }),
  query({
    url: '/screening/referrals',
    needs: 'screening.read',
    search: FindReferrals,
    reply: ReferralsFound,
    reads: (reply) => reply.referrals.map(({ childId }) => childId),
    handle: (context, { search }) => findReferrals(context, search),
  }),
  command('POST', {
    url: '/screening/records',
    needs: 'screening.record',
    body: RecordScreening,
    reply: StoredScreening,
    handle: (context, { body }) => recordScreening(context, body),
  }),
  command('PUT', {
    url: '/children/:childId/referrals/:referralId',
    needs: 'screening.record',
    params: z.object({ childId: Id, referralId: Id }),
    body: FollowReferral,
    reply: ReferralFollowed,
    handle: (context, { params, body }) => followReferral(context, params, body),
  }),
  command('DELETE', {
    url: '/children/:childId/screenings/:screeningId',
    needs: 'screening.record',
    params: z.object({ childId: Id, screeningId: Id }),
    reply: StoredScreening,
    handle: (context, { params }) => takeBackScreening(context, params),
  }),
]
