import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type FollowReferral, ReferralFollowed } from '../shared/referral.ts'
import { api } from '#platform/web/api.ts'
import {
  type RecordScreening,
  ReferralsFound,
  ScreeningsOfChild,
  StoredScreening,
  Tools,
} from '../shared/contract.ts'

/** Asked anew when a form is opened: a version may have been retired in between. */
export const toolsQuery = queryOptions({
  queryKey: ['screening', 'tools'],
  queryFn: () => api.get('/screening/tools', Tools),
  staleTime: 60_000,
})

export const screeningsOfChildQuery = (childId: string) =>
  queryOptions({
    queryKey: ['screening', 'child', childId],
    queryFn: () => api.get(`/children/${childId}/screenings`, ScreeningsOfChild),
  })

export const referralsQuery = (state: string) =>
  queryOptions({
    queryKey: ['screening', 'referrals', state],
    queryFn: () => api.get('/screening/referrals', ReferralsFound, { state }),
  })

export const followReferral = (childId: string, id: string, body: FollowReferral) =>
  api.send('PUT', `/children/${childId}/referrals/${id}`, body, ReferralFollowed)

export const recordScreening = (body: RecordScreening) =>
  api.send('POST', '/screening/records', body, StoredScreening)

export const undoScreening = (childId: string, id: string) =>
  api.send('DELETE', `/children/${childId}/screenings/${id}`, undefined, StoredScreening)

/** A form is a service too: what is due changes a moment later. */
export async function afterScreening(queries: QueryClient): Promise<void> {
  setTimeout(() => void queries.invalidateQueries({ queryKey: ['services'] }), 1200)
  await queries.invalidateQueries({ queryKey: ['screening'] })
}
