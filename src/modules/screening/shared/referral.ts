import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

/** Proposed by a screening, taken up by who is to see the child, then done, or refused by the family. */
export const ReferralState = z.enum(['proposed', 'taken-up', 'done', 'refused'])
export type ReferralState = z.infer<typeof ReferralState>

/** From each state the ones that may follow; back to "proposed" corrects a slip, in the open (audit). */
const following: Readonly<Record<ReferralState, readonly ReferralState[]>> = {
  proposed: ['taken-up', 'done', 'refused'],
  'taken-up': ['done', 'refused', 'proposed'],
  done: ['proposed'],
  refused: ['proposed'],
}

/** Which states a person may choose; the present one is not among them. */
export function nextStates(state: ReferralState): readonly ReferralState[] {
  return following[state]
}

/** `from`: the state that the person saw; another one by now is not overwritten. */
export const FollowReferral = z.object({
  from: ReferralState,
  to: ReferralState,
  /** The day of the step; none for "proposed". */
  on: Day.nullable().default(null),
  note: z.string().trim().max(500).nullable().default(null),
})
export type FollowReferral = z.infer<typeof FollowReferral>

export type FollowRefusal =
  | 'screening.referral-step'
  | 'screening.referral-day'
  | 'screening.referral-in-future'
  | 'screening.referral-reason'

/** Why a step cannot be written; undefined when it can. */
export function followRefusal(
  { from, to, on, note }: FollowReferral,
  { proposedOn, today }: { proposedOn: Day; today: Day },
): FollowRefusal | undefined {
  if (!following[from].includes(to)) return 'screening.referral-step'
  if (to === 'proposed') return undefined
  if (on === null || on < proposedOn) return 'screening.referral-day'
  if (on > today) return 'screening.referral-in-future'
  return to === 'refused' && !note ? 'screening.referral-reason' : undefined
}

export const ReferralFollowed = z.object({
  id: Id,
  childId: Id,
  state: ReferralState,
  stateOn: Day.nullable(),
  stateNote: z.string().nullable(),
})
export type ReferralFollowed = z.infer<typeof ReferralFollowed>
