import type { Actor } from '#platform/actor.ts'
import type { Clock } from '#platform/clock.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { InBothLanguages } from '#modules/accounts/shared/roles.ts'
import { isConfidential, openingMinutes, type Sight, sightOf } from '../shared/confidential.ts'
import {
  type AnswerOpening,
  Circumstance,
  type Circumstances,
  Finding,
  type ListOpenings,
  type OpenConfidential,
  type Opened,
  type Opening,
  type OpeningsFound,
  type QuestionOpening,
  type RecordCircumstance,
  type ReviewOpening,
} from '../shared/contract-confidential.ts'
import { childrenProblem } from '../shared/problems.ts'
import { getChild } from './commands.ts'
import { keepPresent } from './keep-present.ts'
import * as store from './queries-confidential.ts'

type Asking = { actor: Actor; db: Db; clock: Clock }

/** What the asker sees of one child; only who might have opened it costs a look. */
export async function getSight(asking: Asking, childId: string): Promise<Sight> {
  return sightOf(asking.actor.capabilities, (await runningUntil(asking, childId)) !== undefined)
}

async function runningUntil({ actor, db, clock }: Asking, childId: string): Promise<string | undefined> {
  if (!actor.capabilities.has('children.break-glass')) return undefined
  return store.findRunningOpening(db, { childId, personId: actor.accountId, now: clock.now() })
}

/** Opens the confidential part of one child to one person for half an hour; whoever is responsible is told. */
export async function openConfidential(
  { actor, tx, clock }: Writing,
  { childId, input }: { childId: string; input: OpenConfidential },
): Promise<Opened> {
  const child = await getChild(tx, actor, childId)
  const openedAt = clock.now()
  const until = await store.insertOpening(tx, {
    ...input,
    childId: child.id,
    personId: actor.accountId,
    grantId: actor.grantId,
    role: actor.role,
    openedAt,
    until: new Date(openedAt.getTime() + openingMinutes * 60_000),
  })
  await audit(tx, actor, 'children.confidential-opened', input.id, {
    childId,
    after: { reason: input.reason, until },
  })
  return { id: input.id, until }
}

const pageSize = 50

/** Openings within the asker's place; the child's name only for those who may see children. */
export async function shownOpenings({ actor, db }: Reading, search: ListOpenings): Promise<OpeningsFound> {
  const rows = await store.listOpenings(db, search, pageSize + 1)
  const page = rows.slice(0, pageSize)
  return {
    openings: page.map((row) => shown(row, actor)),
    next: rows.length > pageSize ? (page.at(-1)?.openedAt ?? null) : null,
  }
}

function shown({ childName, personId, ...row }: store.OpeningRow, actor: Actor): Opening {
  return {
    ...row,
    ...(actor.capabilities.has('children.read') ? { childName } : {}),
    roleName: InBothLanguages.parse(row.roleName),
    finding: row.finding === null ? null : Finding.parse(row.finding),
    mayReview: row.finding === null && personId !== actor.accountId,
  }
}

/** The responsible person's word on an opening, once, and never on one's own. */
export async function reviewOpening(
  { actor, tx, clock }: Writing,
  { openingId, input }: { openingId: string; input: ReviewOpening },
): Promise<{ id: string }> {
  const opening = await store.findOpening(tx, openingId)
  if (!opening) throw childrenProblem('children.opening-not-found')
  if (opening.reviewedBy === actor.accountId) return { id: openingId }
  if (opening.reviewedBy) throw childrenProblem('children.opening-reviewed')
  if (opening.personId === actor.accountId) throw childrenProblem('children.opening-own')
  const { childId } = opening
  await store.setReview(tx, { childId, id: openingId }, { ...input, by: actor.accountId, at: clock.now() })
  await audit(tx, actor, 'children.opening-reviewed', openingId, { childId, after: input })
  return { id: openingId }
}

/** A question to the opener before the finding; the opener finds it on the first page. Asked once. */
export async function questionOpening(
  { actor, tx, clock }: Writing,
  { openingId, input }: { openingId: string; input: QuestionOpening },
): Promise<{ id: string }> {
  const opening = await store.findOpening(tx, openingId)
  if (!opening) throw childrenProblem('children.opening-not-found')
  if (opening.reviewedBy) throw childrenProblem('children.opening-reviewed')
  if (opening.personId === actor.accountId) throw childrenProblem('children.opening-own')
  if (opening.question === input.question) return { id: openingId }
  if (opening.question !== null) throw childrenProblem('children.opening-questioned')
  const { childId } = opening
  const asked = { question: input.question, by: actor.accountId, at: clock.now() }
  await store.setQuestion(tx, { childId, id: openingId }, asked)
  await audit(tx, actor, 'children.opening-questioned', openingId, { childId, after: input })
  return { id: openingId }
}

/** The opener's answer, once; others do not learn whether there is such an opening. */
export async function answerOpening(
  { actor, tx, clock }: Writing,
  { openingId, input }: { openingId: string; input: AnswerOpening },
): Promise<{ id: string }> {
  const opening = await store.findOpening(tx, openingId)
  if (opening?.personId !== actor.accountId) throw childrenProblem('children.opening-not-found')
  if (opening.answer === input.answer) return { id: openingId }
  if (opening.question === null || opening.answer !== null || opening.reviewedBy)
    throw childrenProblem('children.opening-not-asked')
  const { childId } = opening
  await store.setAnswer(tx, { childId, id: openingId }, { answer: input.answer, at: clock.now() })
  await audit(tx, actor, 'children.opening-answered', openingId, { childId, after: input })
  return { id: openingId }
}

/** The circumstances that the asker may see; of the others it is not even said that there are any. */
export async function shownCircumstances(
  { actor, db, clock }: Asking,
  childId: string,
): Promise<Circumstances> {
  const child = await getChild(db, actor, childId)
  const [all, until] = await Promise.all([
    store.listCircumstances(db, child.id),
    runningUntil({ actor, db, clock }, child.id),
  ])
  const { confidential } = sightOf(actor.capabilities, until !== undefined)
  return {
    circumstances: all.filter((one) => confidential || !isConfidential(one)),
    until: until ?? null,
  }
}

/** A confidential group is written by those who may always see it, not by an opening. */
export async function recordCircumstance(
  { actor, tx, clock }: Writing,
  { childId, input }: { childId: string; input: RecordCircumstance },
): Promise<Circumstances> {
  const child = await getChild(tx, actor, childId)
  const earlier = (await store.listCircumstances(tx, child.id)).find(({ id }) => id === input.id)
  const touchesConfidential = [input, ...(earlier ? [earlier] : [])].some(isConfidential)
  if (touchesConfidential && !actor.capabilities.has('children.confidential'))
    throw childrenProblem('children.confidential-not-yours')
  if (input.toDay !== null && input.toDay < input.fromDay) throw childrenProblem('children.circumstance-days')
  if (earlier && JSON.stringify(earlier) === JSON.stringify(Circumstance.parse(input)))
    return shownCircumstances({ actor, db: tx, clock }, childId)
  await store.upsertCircumstance(tx, child.id, { circumstance: input, recordedBy: actor.accountId })
  const action = touchesConfidential ? 'children.confidential-circumstance' : 'children.circumstance'
  // Of a confidential group the audit keeps that something was written, not what.
  const after = touchesConfidential
    ? {}
    : { groupNo: input.groupNo, fromDay: input.fromDay, toDay: input.toDay }
  await audit(tx, actor, `${action}-recorded`, input.id, { childId, after })
  await keepPresent(tx, [childId], clock.today())
  return shownCircumstances({ actor, db: tx, clock }, childId)
}

/** Takes back a circumstance that was written by mistake; it stays as history. */
export async function removeCircumstance(
  { actor, tx, clock }: Writing,
  { childId, id }: { childId: string; id: string },
): Promise<Circumstances> {
  const child = await getChild(tx, actor, childId)
  const stored = (await store.listCircumstances(tx, child.id)).find((one) => one.id === id)
  const mayTouch = !stored || !isConfidential(stored) || actor.capabilities.has('children.confidential')
  // Whoever may not know of it is answered as if there were none.
  if (stored && mayTouch) {
    await store.undoCircumstance(tx, { childId, id }, { by: actor.accountId, at: clock.now() })
    const action = isConfidential(stored) ? 'children.confidential-circumstance' : 'children.circumstance'
    const before = isConfidential(stored) ? {} : { groupNo: stored.groupNo, fromDay: stored.fromDay }
    await audit(tx, actor, `${action}-undone`, id, { childId, before })
    await keepPresent(tx, [childId], clock.today())
  }
  return shownCircumstances({ actor, db: tx, clock }, childId)
}
