import { overlaps } from '#base/span.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type {
  AddMatter,
  EditMatter,
  Heads,
  LateWork,
  Matter,
  MatterDetails,
  MatterWithChanges,
  NameHead,
} from '../shared/contract-matters.ts'
import {
  changedFields,
  changesAnswerOnly,
  needsReason,
  seesMatter,
  whyNotMatter,
} from '../shared/matter-rules.ts'
import { organisationsProblem } from '../shared/problems.ts'
import { listLateWork } from './late-work.ts'
import { getPlace } from './place.ts'
import { type BodyPost, findBodyPost, listBodiesWithoutHead, listHeads, updateHead } from './queries-heads.ts'
import * as store from './queries-matters.ts'
import { findOrganisation } from './queries.ts'
import { lockStaff } from './queries-staff.ts'

/** Heads of bodies in a unit and below it; of the unit itself also the bodies that nobody leads. */
export async function headsOf({ actor, db, clock }: Reading, areaId: string | undefined): Promise<Heads> {
  const place = await getPlace(db, actor, areaId)
  return {
    heads: await listHeads(db, place),
    bodiesWithout: await listBodiesWithoutHead(db, place.id, clock.today()),
  }
}

/** A post in a body of the actor's area; one elsewhere and one that does not exist look the same. */
async function getBodyPost(db: Db, { area }: Actor, postId: string): Promise<BodyPost> {
  const post = await findBodyPost(db, postId)
  if (!post || post.areaLft < area.lft || post.areaLft > area.rgt)
    throw organisationsProblem('organisations.post-of-no-body')
  return post
}

/** One head of a body at a time. What was said by mistake is taken back in the same way. */
export async function nameHead(
  { actor, tx, clock }: Writing,
  { postId, input }: { postId: string; input: NameHead },
): Promise<Heads> {
  const post = await getBodyPost(tx, actor, postId)
  await lockStaff(tx, post.staffId)
  const said = input.isHead ? input : { isHead: false, answerableFor: null }
  const others = (await listHeads(tx, { lft: post.areaLft, rgt: post.areaLft })).filter(
    (head) => head.organisationId === post.organisationId && head.postId !== postId,
  )
  if (said.isHead && others.some((head) => overlaps(head, post)))
    throw organisationsProblem('organisations.second-head')
  if (said.isHead !== post.isHead || said.answerableFor !== post.answerableFor) {
    await updateHead(tx, post, said)
    await audit(tx, actor, 'organisations.head-named', postId, {
      before: { isHead: post.isHead },
      after: { isHead: said.isHead, organisationId: post.organisationId },
    })
  }
  return headsOf({ actor, db: tx, clock }, post.areaId)
}

/** `mayWrite`: whoever the matter is about only answers it. */
function shown(matter: store.KeptMatter, actor: Actor): Matter {
  return { ...matter, mayWrite: matter.accountId === actor.accountId ? 'answer' : 'all' }
}

/** Of the own place only for who may review its own level (`seesMatter`). */
export async function mattersOf({ actor, db }: Reading, areaId: string | undefined): Promise<Matter[]> {
  const found = await store.listMatters(db, await getPlace(db, actor, areaId))
  return found.filter((matter) => seesMatter(actor, matter)).map((matter) => shown(matter, actor))
}

/** One that may not be seen and one that does not exist look the same. */
async function getKept(db: Db, actor: Actor, matterId: string): Promise<store.KeptMatter> {
  const matter = await store.findMatter(db, matterId)
  if (!matter || !seesMatter(actor, matter)) throw organisationsProblem('organisations.matter-not-found')
  return matter
}

/** With every earlier wording and its reason. What one may not see is not found. */
export async function getMatter(
  { actor, db }: Pick<Reading, 'actor' | 'db'>,
  matterId: string,
): Promise<MatterWithChanges> {
  const matter = shown(await getKept(db, actor, matterId), actor)
  return { ...matter, changes: await store.listChanges(db, matterId) }
}

/** What is late in the place of a body, to choose from. */
export async function lateWorkOf({ actor, db, clock }: Reading, organisationId: string): Promise<LateWork[]> {
  const body = await findOrganisation(db, organisationId)
  if (!body) throw organisationsProblem('organisations.not-found')
  const area = await getPlace(db, actor, body.areaId)
  const place = { area, personId: actor.accountId, today: clock.today() }
  const late = await listLateWork(db, place, actor.capabilities)
  return late.map(({ about, key, text, dueOn }) => ({ about, key, text, dueOn }))
}

type Subject = Pick<store.WrittenMatter, 'subject' | 'subjectKey' | 'subjectUrl'>

/** A late report or task is named in its own words; what was named before stays, although it may be done by now. */
async function subjectOf(
  { actor, tx, clock }: Writing,
  { input, post, before }: { input: MatterDetails; post: BodyPost; before: store.KeptMatter | undefined },
): Promise<Subject> {
  const { subject, subjectKey } = input
  if (subjectKey === null) return { subject, subjectKey, subjectUrl: null }
  if (before?.subjectKey === subjectKey)
    return { subject: before.subject, subjectKey, subjectUrl: before.subjectUrl }
  const area = await getPlace(tx, actor, post.areaId)
  const place = { area, personId: actor.accountId, today: clock.today() }
  const late = await listLateWork(tx, place, actor.capabilities)
  const work = late.find(({ key, about }) => key === subjectKey && about === input.about)
  if (!work) throw organisationsProblem('organisations.late-work-not-found')
  return { subject: work.text.slice(0, 300), subjectKey, subjectUrl: work.url }
}

async function checked(
  context: Writing,
  id: string,
  input: MatterDetails,
  before?: store.KeptMatter,
): Promise<store.WrittenMatter> {
  const post = await getBodyPost(context.tx, context.actor, input.postId)
  const isSameHead = before?.postId === input.postId
  if (!post.isHead && !isSameHead) throw organisationsProblem('organisations.not-head-then')
  if (!seesMatter(context.actor, post)) throw organisationsProblem('organisations.post-of-no-body')
  const wrong = whyNotMatter(input, post, context.clock.today())
  if (wrong) throw organisationsProblem(wrong)
  const { areaId, areaLft, organisationId, staffId } = post
  const subject = await subjectOf(context, { input, post, before })
  return { ...input, ...subject, id, areaId, areaLft, organisationId, staffId }
}

/** Sent twice it is recorded once. Nobody records a matter about oneself. */
export async function addMatter(context: Writing, input: AddMatter): Promise<MatterWithChanges> {
  const { actor, tx } = context
  const earlier = await store.findMatter(tx, input.id)
  if (earlier && (earlier.postId !== input.postId || !seesMatter(actor, earlier)))
    throw organisationsProblem('organisations.id-used')
  if (!earlier) {
    const { id, ...details } = input
    const post = await findBodyPost(tx, input.postId)
    if (post?.accountId === actor.accountId) throw organisationsProblem('organisations.own-matter')
    await store.insertMatter(tx, await checked(context, id, details), actor.accountId)
    await audit(tx, actor, 'organisations.matter-added', id, {
      after: { postId: input.postId, kind: input.kind, about: input.about, foundOn: input.foundOn },
    })
  }
  return getMatter({ actor, db: tx }, input.id)
}

/**
 * Corrects, answers, concludes, opens again or withdraws: the earlier wording stays. The version must be the one the
 * person saw; a change sent twice is made once.
 */
export async function editMatter(
  context: Writing,
  { matterId, input }: { matterId: string; input: EditMatter },
): Promise<MatterWithChanges> {
  const { actor, tx } = context
  const before = await getKept(tx, actor, matterId)
  const { version, reason, ...details } = input
  const changed = changedFields(before, details)
  if (changed.length > 0) {
    if (before.version !== version) throw organisationsProblem('organisations.changed-meanwhile')
    if (before.accountId === actor.accountId && !changesAnswerOnly(before, details))
      throw organisationsProblem('organisations.own-matter')
    if (reason === null && needsReason(before, details))
      throw organisationsProblem('organisations.reason-needed')
    const matter = await checked(context, matterId, details, before)
    if (!(await store.updateMatter(tx, matter, { before, reason, by: actor.accountId })))
      throw organisationsProblem('organisations.changed-meanwhile')
    await audit(tx, actor, 'organisations.matter-edited', matterId, { after: { changed } })
  }
  return getMatter({ actor, db: tx }, matterId)
}
