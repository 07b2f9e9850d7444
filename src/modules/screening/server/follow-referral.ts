import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { screeningProblem } from '../shared/problems.ts'
import { type FollowReferral, followRefusal, type ReferralFollowed } from '../shared/referral.ts'
import { lockReferral, updateReferral } from './queries-referrals.ts'

/** One step of a referral. Sent twice, the same state comes back; what somebody else wrote meanwhile stays. */
export async function followReferral(
  { actor, tx, clock }: Writing,
  { childId, referralId }: { childId: string; referralId: string },
  input: FollowReferral,
): Promise<ReferralFollowed> {
  const referral = await lockReferral(tx, childId, referralId)
  if (!referral) throw screeningProblem('screening.referral-not-found')
  const after = { state: input.to, stateOn: input.to === 'proposed' ? null : input.on, stateNote: input.note }
  const { id, state, stateOn, stateNote, proposedOn } = referral
  if (state === after.state && stateOn === after.stateOn) return { id, childId, state, stateOn, stateNote }
  if (state !== input.from) throw screeningProblem('screening.referral-changed')
  const refusal = followRefusal(input, { proposedOn, today: clock.today() })
  if (refusal) throw screeningProblem(refusal)
  await updateReferral(tx, { childId, id: referralId }, after)
  await audit(tx, actor, 'screening.referral-followed', referralId, {
    childId,
    before: { state },
    after: { state: after.state, on: after.stateOn },
  })
  return { id: referralId, childId, ...after }
}
