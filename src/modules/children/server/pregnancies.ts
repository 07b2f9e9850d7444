import { newId } from '#base/id.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Writing } from '#platform/http/route.ts'
import { replyOf } from '#platform/http/together.ts'
import { audit } from '#modules/accounts/server/public.ts'
import type { RegisterChild } from '../shared/contract.ts'
import type {
  AddPregnancy,
  EditPregnancy,
  EndPregnancy,
  Pregnancy,
  PregnancyDetails,
  RecordBirth,
} from '../shared/contract-pregnancies.ts'
import { expectedRefusal, isBirthOf } from '../shared/pregnancy.ts'
import { childrenProblem } from '../shared/problems.ts'
import { findDuplicates } from './commands.ts'
import { findFacilityName } from './queries-facts.ts'
import * as store from './queries-pregnancies.ts'
import { registerTogether } from './register-together.ts'

/** Refuses `children.pregnancy-not-found`, also for one of another place (row-level security). */
export async function getPregnancy(db: Db, id: string): Promise<Pregnancy> {
  const pregnancy = await store.findPregnancy(db, id)
  if (!pregnancy) throw childrenProblem('children.pregnancy-not-found')
  return pregnancy
}

async function placeOf(db: Db, actor: Actor, areaId: string) {
  const place = await store.findPregnancyPlace(db, areaId)
  if (!place || place.areaLft < actor.area.lft || place.areaLft > actor.area.rgt)
    throw childrenProblem('children.outside-area')
  return place
}

async function checkDetails({ actor, tx, clock }: Writing, details: PregnancyDetails) {
  const reason = expectedRefusal(details.expectedOn, clock.today())
  if (reason) throw childrenProblem(`children.${reason}`)
  if (details.facilityId && !(await findFacilityName(tx, details.facilityId)))
    throw childrenProblem('children.fact-place-wrong')
  return placeOf(tx, actor, details.areaId)
}

/** Sent twice it is written once. */
export async function addPregnancy(context: Writing, input: AddPregnancy): Promise<Pregnancy> {
  const { actor, tx } = context
  const earlier = await store.findPregnancy(tx, input.id)
  if (earlier) return earlier
  const { areaLft } = await checkDetails(context, input)
  await store.insertPregnancy(tx, input, { areaLft, recordedBy: actor.accountId })
  await audit(tx, actor, 'children.pregnancy-recorded', input.id)
  return getPregnancy(tx, input.id)
}

/** Only while she expects, and only over the version the person saw. */
export async function editPregnancy(
  context: Writing,
  { id, input: { version, ...details } }: { id: string; input: EditPregnancy },
): Promise<Pregnancy> {
  const { actor, tx } = context
  const before = await getPregnancy(tx, id)
  if (before.state !== 'expecting') throw childrenProblem('children.pregnancy-over')
  const { areaLft } = await checkDetails(context, details)
  if (!(await store.updatePregnancy(tx, { id, version }, { details, areaLft })))
    throw childrenProblem('children.changed-meanwhile')
  const after = { expectedOn: details.expectedOn, areaId: details.areaId }
  const was = { expectedOn: before.expectedOn, areaId: before.areaId }
  await audit(tx, actor, 'children.pregnancy-edited', id, { before: was, after })
  return getPregnancy(tx, id)
}

/** Without a child. */
export async function endPregnancy(
  { actor, tx, clock }: Writing,
  { id, input: { version, endedOn } }: { id: string; input: EndPregnancy },
): Promise<Pregnancy> {
  const before = await getPregnancy(tx, id)
  if (before.state === 'ended' && before.endedOn === endedOn) return before
  if (before.state !== 'expecting') throw childrenProblem('children.pregnancy-over')
  if (endedOn > clock.today()) throw childrenProblem('children.fact-in-future')
  if (!(await store.updatePregnancy(tx, { id, version }, { state: 'ended', endedOn })))
    throw childrenProblem('children.changed-meanwhile')
  await audit(tx, actor, 'children.pregnancy-ended', id, { after: { endedOn } })
  return getPregnancy(tx, id)
}

/** The pregnancy becomes its child, or its twins: place, household and mother are taken over. */
export async function recordBirth(
  context: Writing,
  { id, input }: { id: string; input: RecordBirth },
): Promise<Pregnancy> {
  const { actor, tx, clock } = context
  const before = await getPregnancy(tx, id)
  if (before.state === 'born' && input.children.every((child) => before.childIds.includes(child.id)))
    return before
  if (before.state !== 'expecting') throw childrenProblem('children.pregnancy-over')
  if (!isBirthOf(before.expectedOn, input.bornOn)) throw childrenProblem('children.birth-not-of-pregnancy')
  const place = await placeOf(tx, actor, before.areaId)
  const children = input.children.map((child) => newbornOf(before, place, { child, input }))
  if (!input.isAnotherChild) await refuseAlike(context, children)
  const outcomes = await registerTogether(
    { tx, clock },
    children.map((child) => ({ actor, input: child })),
  )
  for (const outcome of outcomes) replyOf([outcome])
  const childIds = children.map((child) => child.id)
  await store.insertBirths(tx, id, childIds)
  const born = { state: 'born' as const, endedOn: input.bornOn }
  if (!(await store.updatePregnancy(tx, { id, version: input.version }, born)))
    throw childrenProblem('children.changed-meanwhile')
  await audit(tx, actor, 'children.pregnancy-born', id, { after: { bornOn: input.bornOn, childIds } })
  return getPregnancy(tx, id)
}

type Newborn = { child: RecordBirth['children'][number]; input: RecordBirth }

/** Compared with the register by `refuseAlike`; twins are not held up for being alike among themselves. */
function newbornOf(
  pregnancy: Pregnancy,
  { communeId, villageId }: store.PregnancyPlace,
  { child, input }: Newborn,
): RegisterChild {
  const { householdCode, address, ethnicCode, poverty, motherName, motherPhone } = pregnancy
  const { bornOn, bornPrecision } = input
  return {
    ...{ id: child.id, communeId, villageId, bornOn, bornPrecision, sex: child.sex },
    ...{ fullName: child.fullName || 'Chưa đặt tên', unnamed: child.fullName === '', personalId: null },
    ...{ householdCode, address, ethnicCode, poverty, disabled: false, specialCircumstance: false },
    ...{ education: null, isAnotherChild: true },
    carers: [{ id: newId(), fullName: motherName, relation: 'mother', phone: motherPhone }],
  }
}

async function refuseAlike({ actor, tx, clock }: Writing, children: readonly RegisterChild[]): Promise<void> {
  for (const child of children) {
    const alike = await findDuplicates({ actor, db: tx, clock }, child)
    if (alike.length > 0) throw childrenProblem('children.possible-duplicate')
  }
}
