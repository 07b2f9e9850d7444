import { newId } from '#base/id.ts'
import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { eraseChild, listMergedInto } from '#modules/children/server/public.ts'
import { eraseReasons } from '#modules/screening/server/public.ts'
import { eraseCareNotes, eraseNotes } from '#modules/services/server/public.ts'
import type { EraseChild, Erasure, ErasureGround } from '../shared/contract.ts'
import { isTermOver } from '../shared/processing.ts'
import { privacyProblem } from '../shared/problems.ts'
import { getKnownChild, getUnerasedChild } from './known-child.ts'
import { emptyOwnRecords, eraseAuditValues, findErasure, insertErasure } from './queries-erase.ts'

type Order = { id: string; ground: ErasureGround; note: string | null; requestId: string | null }

/**
 * Takes away what identifies the child, in every module, and the values in the audit; keeps rows that figures are
 * counted from, without a name. The decision itself stands in the audit, which proves that values were taken away
 * by it. A module that holds words about a child adds its call here; the test of `childTables` reminds it.
 */
export async function eraseByDecision(context: Writing, childId: string, order: Order): Promise<Erasure> {
  const { tx, actor, clock } = context
  const child = await getUnerasedChild(tx, actor, childId)
  await audit(tx, actor, 'privacy.child-erased', order.id, { childId })
  // While the birth still tells which pregnancy was the child's.
  const care = await eraseCareNotes(tx, childId)
  const counts = {
    children: await eraseChild(tx, childId, clock.now()),
    services: care + (await eraseNotes(tx, childId)),
    screening: await eraseReasons(tx, childId),
    privacy: await emptyOwnRecords(tx, childId),
    audit: await eraseAuditValues(tx, childId, order.id),
  }
  // Records merged into this child are the same child's: they go with it, each by a decision of its own.
  for (const mergedId of await listMergedInto(tx, childId))
    await eraseByDecision(context, mergedId, { ...order, id: newId(), requestId: null })
  const moved = await getKnownChild(tx, actor, child.id)
  await insertErasure(tx, {
    ...order,
    childId,
    areaLft: moved.areaLft,
    counts,
    by: actor.accountId,
    at: clock.now(),
  })
  return { id: order.id, erasedAt: clock.now().toISOString(), counts }
}

/** Without a request: the term is over, or the child was registered by mistake. Sent twice it is done once. */
export async function eraseWithoutRequest(
  context: Writing,
  childId: string,
  input: EraseChild,
): Promise<Erasure> {
  const child = await getKnownChild(context.tx, context.actor, childId)
  const earlier = await findErasure(context.tx, childId)
  if (earlier?.id === input.id) return earlier
  if (input.ground === 'term-over' && !isTermOver(child, context.clock.today()))
    throw privacyProblem('privacy.term-not-over')
  return eraseByDecision(context, childId, { ...input, requestId: null })
}
