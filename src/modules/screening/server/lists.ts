import type { Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { isWithin } from '#modules/areas/shared/rules.ts'
import type { FindReferrals, ReferralsFound, ScreeningsOfChild } from '../shared/contract.ts'
import { offeredTools } from '../shared/offer.ts'
import { screeningProblem } from '../shared/problems.ts'
import { findChild, listScreenings, listTools } from './queries.ts'
import { listReferrals } from './queries-referrals.ts'

/** What was asked, and which tools fit the child's age today (`offeredTools`). */
export async function screeningsOfChild({ db, clock }: Reading, childId: string): Promise<ScreeningsOfChild> {
  const [child, screenings, tools] = await Promise.all([
    findChild(db, childId),
    listScreenings(db, childId),
    listTools(db),
  ])
  if (!child) throw screeningProblem('screening.child-not-found')
  const { fullName, bornOn } = child
  const today = clock.today()
  return {
    childId,
    today,
    fullName,
    bornOn,
    offered: offeredTools(tools, child, screenings, today),
    screenings,
  }
}

/** Of a village or all of the grant's place; `overdue`: only those whose answer was due before today. */
export async function findReferrals(
  { actor, db, clock }: Reading,
  { villageId, overdue, state }: FindReferrals,
): Promise<ReferralsFound> {
  const { lft, rgt } = actor.area
  if (villageId !== undefined && !isWithin(await getArea(db, villageId), actor.area))
    throw screeningProblem('screening.place-unknown')
  const today = clock.today()
  return {
    today,
    referrals: await listReferrals(db, { villageId, lft, rgt, before: overdue ? today : null, state }),
  }
}
