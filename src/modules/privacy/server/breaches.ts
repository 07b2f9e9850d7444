import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Breach, BreachOfChild, CloseBreach, NotifyBreach, RecordBreach } from '../shared/contract.ts'
import { privacyProblem } from '../shared/problems.ts'
import { notifyBy } from '../shared/rules.ts'
import { getUnerasedChild } from './known-child.ts'
import {
  deleteBreachOfChild,
  findBreach,
  insertBreach,
  insertBreachOfChild,
  listBreachesOfChild,
  updateBreach,
} from './queries-breaches.ts'

async function getBreach({ tx }: Pick<Writing, 'tx'>, id: string): Promise<Breach> {
  const breach = await findBreach(tx, id)
  if (!breach) throw privacyProblem('privacy.not-found')
  return breach
}

/** Starts the clock of 72 hours (personal-data.md section 4). Sent twice it is stored once. */
export async function recordBreach(context: Writing, input: RecordBreach): Promise<Breach> {
  const { tx, actor, clock } = context
  const earlier = await findBreach(tx, input.id)
  if (earlier) return earlier
  if (Date.parse(input.noticedAt) > clock.now().getTime()) throw privacyProblem('privacy.notice-early')
  await insertBreach(tx, {
    ...input,
    area: actor.area,
    notifyBy: notifyBy(input.noticedAt),
    by: actor.accountId,
  })
  await audit(tx, actor, 'privacy.breach-recorded', input.id, { after: { kind: input.kind } })
  return getBreach(context, input.id)
}

/** That the competent body was told; after the 72 hours only with a reason. The first telling stays. */
export async function notifyBreach(context: Writing, id: string, input: NotifyBreach): Promise<Breach> {
  const { tx, actor, clock } = context
  const breach = await getBreach(context, id)
  if (breach.notifiedAt !== null) return breach
  const at = Date.parse(input.notifiedAt)
  if (at < Date.parse(breach.noticedAt) || at > clock.now().getTime())
    throw privacyProblem('privacy.notice-early')
  if (at > Date.parse(breach.notifyBy) && !input.lateReason) throw privacyProblem('privacy.notice-late')
  await updateBreach(tx, id, {
    notified_at: input.notifiedAt,
    notified_to: input.notifiedTo,
    late_reason: input.lateReason,
  })
  await audit(tx, actor, 'privacy.breach-notified', id)
  return getBreach(context, id)
}

/** What was done and whether families were told; closed once, changed no more. */
export async function closeBreach(context: Writing, id: string, input: CloseBreach): Promise<Breach> {
  const { tx, actor, clock } = context
  const breach = await getBreach(context, id)
  if (breach.closedAt !== null) throw privacyProblem('privacy.breach-closed')
  if (input.familiesToldOn !== null && input.familiesToldOn > clock.today())
    throw privacyProblem('privacy.day-ahead')
  await updateBreach(tx, id, {
    measures: input.measures,
    families_told_on: input.familiesToldOn,
    closing_note: input.closingNote,
    closed_at: clock.now().toISOString(),
  })
  await audit(tx, actor, 'privacy.breach-closed', id)
  return getBreach(context, id)
}

type OfChild = { childId: string; breachId: string }

/** Says that data of this child were in a breach of the unit, or takes that back. Said twice it is said once. */
export async function tieBreach(
  context: Writing,
  { childId, breachId }: OfChild,
  concerns: boolean,
): Promise<BreachOfChild[]> {
  const { tx, actor } = context
  const { areaLft } = await getUnerasedChild(tx, actor, childId)
  await getBreach(context, breachId)
  const changed = concerns
    ? await insertBreachOfChild(tx, { childId, breachId, areaLft, by: actor.accountId })
    : await deleteBreachOfChild(tx, { childId, breachId })
  const action = concerns ? 'privacy.breach-tied' : 'privacy.breach-untied'
  if (changed) await audit(tx, actor, action, breachId, { childId })
  return listBreachesOfChild(tx, childId)
}
