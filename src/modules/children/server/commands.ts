import { daysBetween } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type {
  Child,
  CloseChild,
  DuplicateReason,
  EditChild,
  FindDuplicates,
  LeftReason,
  PossibleDuplicate,
} from '../shared/contract.ts'
import { changesBetween } from '../shared/changes.ts'
import { comparedBirthDates, duplicateScore, possibleFrom } from '../shared/duplicates.ts'
import { childrenProblem } from '../shared/problems.ts'
import { checkedDetails, getPlace } from './check-child.ts'
import { followEntered } from './follow-entered.ts'
import { childrenChanged, childrenEdited } from './hooks.ts'
import { comparedOf, toNewChild } from './new-child.ts'
import { findChild, takenPersonalIds, updateChild, updateLeaving } from './queries-children.ts'
import { listCandidates } from './queries-duplicates.ts'
import { endResidences, resumeResidences } from './queries-facts.ts'
import { reopenPairsOf } from './queries-pairs.ts'

/** A child elsewhere and a child that does not exist look the same. */
export async function getChild(db: Db, actor: Actor, id: string): Promise<Child> {
  const child = await findChild(db, id, actor.area)
  if (!child) throw childrenProblem('children.not-found')
  return child
}

async function refuseTakenNumber(tx: Tx, personalId: string | null): Promise<void> {
  if (personalId === null) return
  if ((await takenPersonalIds(tx, [personalId])).length > 0)
    throw childrenProblem('children.personal-id-taken')
}

/** Children of the register that may be the asked one, most alike first. */
export async function findDuplicates(
  { actor, db }: Reading,
  asked: FindDuplicates,
): Promise<PossibleDuplicate[]> {
  const compared = comparedOf(asked)
  const candidates = await listCandidates(db, {
    ...compared,
    bornDates: comparedBirthDates(asked.bornOn),
    communeId: asked.communeId,
    exceptId: asked.id,
  })
  return candidates
    .map(({ summary, compared: other }) => ({ child: summary, ...duplicateScore(compared, other) }))
    .filter(({ score }) => score >= possibleFrom)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ child, certain, reasons }) => ({ child, certain, reasons: seenReasons(reasons, actor) }))
}

/** Whether a number is the child's is told only to those who may see numbers. */
function seenReasons(reasons: readonly DuplicateReason[], { capabilities }: Actor): DuplicateReason[] {
  return reasons.filter((one) => capabilities.has('children.identity') || !one.endsWith('personal-id'))
}

/** The version must be the one the person saw; a change sent twice is made once. */
export async function editChild(
  { actor, tx, clock }: Writing,
  { childId, input }: { childId: string; input: EditChild },
): Promise<Child> {
  const { version, ...asked } = input
  const before = await getChild(tx, actor, childId)
  if (before.leftOn) throw childrenProblem('children.already-left')
  const today = clock.today()
  const details = checkedDetails(
    { ...asked, personalId: askedNumber(actor, before, asked) },
    { today, language: actor.language, known: before },
  )
  const changes = changesBetween(before, details)
  if (changes.length === 0) return before
  if (before.version !== version) throw childrenProblem('children.changed-meanwhile')

  const place = await getPlace(tx, actor, { ...details, day: today })
  if (details.personalId !== before.personalId) await refuseTakenNumber(tx, details.personalId)
  const isWritten = await updateChild(tx, toNewChild({ ...details, id: childId }, place), version)
  if (!isWritten) throw childrenProblem('children.changed-meanwhile')
  await audit(tx, actor, 'children.edited', childId, {
    childId,
    before: Object.fromEntries(changes.map((field) => [field, before[field]])),
    after: Object.fromEntries(changes.map((field) => [field, details[field]])),
  })
  await followEntered({ actor, tx, clock }, { before, entered: details })
  await childrenEdited(tx, [childId])
  return getChild(tx, actor, childId)
}

/** Sent without a number the child keeps its own; who may not see it may give one to a child that has none. */
function askedNumber(actor: Actor, before: Child, { personalId }: Pick<EditChild, 'personalId'>) {
  if (personalId === undefined || personalId === before.personalId) return before.personalId
  if (before.personalId && !actor.capabilities.has('children.identity'))
    throw childrenProblem('children.identity-not-yours')
  return personalId
}

/** How a residence ends with the child's leaving; a record closed as a mistake says nothing of where a child lived. */
const endings: Partial<Record<LeftReason, 'moved-out' | 'died'>> = { moved: 'moved-out', died: 'died' }

/** The child left the register: moved away, died, was registered twice or by mistake. Nothing is deleted. */
export async function closeChild(
  { actor, tx, clock }: Writing,
  { childId, input }: { childId: string; input: CloseChild },
): Promise<Child> {
  const before = await getChild(tx, actor, childId)
  if (before.leftOn === input.leftOn && before.leftReason === input.reason) return before
  if (before.leftOn) throw childrenProblem('children.already-left')
  const isAfterBirth = daysBetween(before.bornOn, input.leftOn) >= 0
  if (!isAfterBirth || daysBetween(input.leftOn, clock.today()) < 0)
    throw childrenProblem('children.left-too-early')
  const left = { on: input.leftOn, reason: input.reason }
  const ending = endings[input.reason]
  if (!(await updateLeaving(tx, { childId, version: input.version }, left)))
    throw childrenProblem('children.changed-meanwhile')
  if (ending) await endResidences(tx, childId, { day: input.leftOn, ending })
  await audit(tx, actor, 'children.left', childId, {
    childId,
    after: { leftOn: input.leftOn, reason: input.reason },
  })
  await childrenChanged(tx, [childId])
  return getChild(tx, actor, childId)
}

/** Takes back a leaving: a mistake, or the family came back. */
export async function reopenChild({ actor, tx }: Writing, childId: string): Promise<Child> {
  const before = await getChild(tx, actor, childId)
  if (!before.leftOn) return before
  if (!(await updateLeaving(tx, { childId, version: before.version }, null)))
    throw childrenProblem('children.changed-meanwhile')
  await resumeResidences(tx, childId)
  await reopenPairsOf(tx, childId)
  await audit(tx, actor, 'children.reopened', childId, {
    childId,
    before: { leftOn: before.leftOn, reason: before.leftReason },
  })
  await childrenChanged(tx, [childId])
  return getChild(tx, actor, childId)
}
