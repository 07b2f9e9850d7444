import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { Breach, CloseBreach, NotifyBreach, RecordBreach } from '../shared/contract.ts'
import { privacyProblem } from '../shared/problems.ts'
import { notifyBy } from '../shared/rules.ts'
import { findBreach, insertBreach, updateBreach } from './queries-breaches.ts'

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
