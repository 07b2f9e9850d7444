import type { Day } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { DataRequest, DecideRequest, ExtendRequest, ReceiveRequest } from '../shared/contract.ts'
import { privacyProblem } from '../shared/problems.ts'
import { extendedDueOn, termsOf } from '../shared/rules.ts'
import { eraseByDecision } from './erase.ts'
import { getUnerasedChild } from './known-child.ts'
import { findSettings, insertRequest, listRequests, listRequestsOf, updateRequest } from './queries.ts'

type InRequest = { childId: string; requestId: string }

/** Until somebody chose, the longer way of counting a term is not taken: calendar days. */
async function dayKindOf(db: Db): Promise<'calendar' | 'working'> {
  return (await findSettings(db))?.dayKind ?? 'calendar'
}

/**
 * Its terms are fixed on receipt by the kind of days that is set then (NĐ 356/2025/NĐ-CP); sent twice it is received
 * once.
 */
export async function receiveRequest(
  { tx, actor, clock }: Writing,
  childId: string,
  input: ReceiveRequest,
): Promise<DataRequest> {
  const child = await getUnerasedChild(tx, actor, childId)
  const known = await listRequestsOf(tx, childId)
  const earlier = known.find(({ id }) => id === input.id)
  if (earlier) return earlier
  if (input.receivedOn > clock.today()) throw privacyProblem('privacy.day-ahead')
  if (input.receivedOn < child.bornOn) throw privacyProblem('privacy.before-birth')
  const dayKind = await dayKindOf(tx)
  const terms = termsOf(input, dayKind)
  await insertRequest(tx, {
    ...input,
    ...terms,
    childId,
    areaLft: child.areaLft,
    dayKind,
    recordedBy: actor.accountId,
  })
  await audit(tx, actor, 'privacy.request-received', input.id, {
    childId,
    after: { kind: input.kind, ...terms },
  })
  return getRequest(tx, { childId, requestId: input.id })
}

async function getRequest(db: Db, { childId, requestId }: InRequest): Promise<DataRequest> {
  const found = (await listRequestsOf(db, childId)).find(({ id }) => id === requestId)
  if (!found) throw privacyProblem('privacy.not-found')
  return found
}

async function getOpenRequest({ tx, actor, clock }: Writing, at: InRequest, day: Day): Promise<DataRequest> {
  await getUnerasedChild(tx, actor, at.childId)
  const request = await getRequest(tx, at)
  if (request.decidedOn !== null) throw privacyProblem('privacy.already-decided')
  if (day < request.receivedOn || day > clock.today()) throw privacyProblem('privacy.day-before-receipt')
  return request
}

/** The first answer: that the request came in, who looks after it and by when. */
export async function answerRequest(context: Writing, at: InRequest, answeredOn: Day): Promise<DataRequest> {
  const request = await getOpenRequest(context, at, answeredOn)
  if (request.answeredOn !== null) return request
  await updateRequest(context.tx, at, { answeredOn })
  await audit(context.tx, context.actor, 'privacy.request-answered', at.requestId, {
    childId: at.childId,
    after: { answeredOn },
  })
  return getRequest(context.tx, at)
}

/** Once, and only while the term runs, with the reason that the family is told. */
export async function extendRequest(
  context: Writing,
  at: InRequest,
  input: ExtendRequest,
): Promise<DataRequest> {
  const request = await getOpenRequest(context, at, input.extendedOn)
  if (request.extendedOn !== null) throw privacyProblem('privacy.extended-once')
  if (input.extendedOn > request.dueOn) throw privacyProblem('privacy.extended-too-late')
  const dueOn = extendedDueOn(request, request.dayKind)
  await updateRequest(context.tx, at, { ...input, dueOn })
  const changes = { childId: at.childId, before: { dueOn: request.dueOn }, after: { dueOn } }
  await audit(context.tx, context.actor, 'privacy.request-extended', at.requestId, changes)
  return getRequest(context.tx, at)
}

/** Everything but a deletion, which the person in charge of data decides. */
export async function decideRequest(
  context: Writing,
  at: InRequest,
  input: DecideRequest,
): Promise<DataRequest> {
  const request = await getOpenRequest(context, at, input.decidedOn)
  if (request.kind === 'delete') throw privacyProblem('privacy.deletion-elsewhere')
  await writeDecision(context, request, input)
  return getRequest(context.tx, at)
}

/** A deletion that is granted erases in the same transaction. */
export async function decideDeletion(
  context: Writing,
  at: InRequest,
  input: DecideRequest,
): Promise<DataRequest> {
  const request = await getOpenRequest(context, at, input.decidedOn)
  if (request.kind !== 'delete') throw privacyProblem('privacy.not-a-deletion')
  await writeDecision(context, request, input)
  if (input.decision !== 'refused')
    await eraseByDecision(context, at.childId, {
      id: at.requestId,
      ground: 'request',
      note: null,
      requestId: at.requestId,
    })
  return withoutFamily(await getRequest(context.tx, at))
}

async function writeDecision(
  { tx, actor }: Writing,
  request: DataRequest,
  input: DecideRequest,
): Promise<void> {
  if (input.decision !== 'granted' && input.ground === null) throw privacyProblem('privacy.ground-missing')
  const { childId, id: requestId } = request
  const answeredOn = request.answeredOn ?? input.decidedOn
  await updateRequest(tx, { childId, requestId }, { ...input, answeredOn, decidedBy: actor.accountId })
  const after = { decision: input.decision, ground: input.ground }
  await audit(tx, actor, 'privacy.request-decided', requestId, { childId, after })
}

function withoutFamily(request: DataRequest): DataRequest {
  return { ...request, requester: null, words: null, identityProof: null, childName: null, groundNote: null }
}

/** Names of the family stay with those who may read children. */
export async function findRequests(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  which: { open: boolean },
): Promise<DataRequest[]> {
  const found = await listRequests(db, which)
  return mayReadFamilies(actor) ? found : found.map(withoutFamily)
}

function mayReadFamilies({ capabilities }: Actor): boolean {
  return capabilities.has('children.read')
}

/** For the audit: the children whose names the reply shows. */
export function childrenNamed(requests: readonly DataRequest[]): string[] {
  return [...new Set(requests.filter(({ childName }) => childName !== null).map(({ childId }) => childId))]
}
