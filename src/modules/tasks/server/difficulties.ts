import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import type { Reading, Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { getPlan } from '#modules/plans/server/public.ts'
import {
  type AddNote,
  type CloseDifficulty,
  type Difficulties,
  type Difficulty,
  type DifficultyLine,
  type SendDifficulty,
  type Side,
  stateAfterNote,
} from '../shared/difficulties.ts'
import { tasksProblem } from '../shared/problems.ts'
import { getPlace } from './place.ts'
import * as store from './queries-difficulties.ts'

/** Both sides of a place: what came from below, what it sent up. Texts stand on the page of each. */
export async function difficultiesOf(
  { actor, db }: Reading,
  areaId: string | undefined,
): Promise<Difficulties> {
  const area = await getPlace(db, actor, areaId)
  return {
    ...{ areaId: area.id, areaName: area.fullName, maySend: area.parentId !== null },
    received: await store.listDifficulties(db, area.id, 'receiver'),
    sent: await store.listDifficulties(db, area.id, 'sender'),
  }
}

/** Who stands at the sender's place writes for it; row-level security shows it to nobody else but the places above. */
function sideOf(actor: Actor, { areaId }: Pick<DifficultyLine, 'areaId'>): Side {
  return actor.area.id === areaId ? 'sender' : 'receiver'
}

async function getDifficulty(db: Db, id: string): Promise<DifficultyLine> {
  const found = await store.findDifficulty(db, id)
  if (!found) throw tasksProblem('tasks.difficulty-not-found')
  return found
}

async function withNotes(db: Db, actor: Actor, id: string): Promise<Difficulty> {
  const found = await getDifficulty(db, id)
  return { ...found, side: sideOf(actor, found), notes: await store.listNotes(db, id) }
}

export async function difficultyOf({ actor, db }: Reading, id: string): Promise<Difficulty> {
  return withNotes(db, actor, id)
}

/** Goes to the place directly above; sent twice it is sent once. */
export async function sendDifficulty({ actor, tx }: Writing, input: SendDifficulty): Promise<Difficulty> {
  const area = await getPlace(tx, actor, input.areaId)
  const earlier = await store.findDifficulty(tx, input.id)
  if (earlier && (earlier.areaId !== area.id || earlier.title !== input.title))
    throw tasksProblem('tasks.id-used')
  if (earlier) return withNotes(tx, actor, input.id)
  if (area.parentId === null) throw tasksProblem('tasks.nobody-above')
  await refuseUnknownTask({ actor, tx }, input)
  const { message: text, ...rest } = input
  await store.insertDifficulty(tx, {
    ...rest,
    areaLft: area.lft,
    toAreaId: area.parentId,
    by: actor.accountId,
  })
  await store.insertNote(tx, {
    difficultyId: input.id,
    id: input.id,
    side: 'sender',
    text,
    by: actor.accountId,
  })
  await audit(tx, actor, 'tasks.difficulty-sent', input.id, { after: { toAreaId: area.parentId } })
  return withNotes(tx, actor, input.id)
}

async function refuseUnknownTask(
  { actor, tx }: Pick<Writing, 'actor' | 'tx'>,
  { planId, planTaskId }: SendDifficulty,
): Promise<void> {
  if (planTaskId !== null && planId === null) throw tasksProblem('tasks.not-found')
  if (planId === null) return
  const { tasks } = await getPlan(tx, actor, planId)
  if (planTaskId !== null && !tasks.some(({ id }) => id === planTaskId)) throw tasksProblem('tasks.not-found')
}

/** The place above answers, or the sender says more; sent twice it is written once. Closed ones are opened first. */
export async function addNote(
  { actor, tx }: Writing,
  { difficultyId, input }: { difficultyId: string; input: AddNote },
): Promise<Difficulty> {
  const before = await getDifficulty(tx, difficultyId)
  const notes = await store.listNotes(tx, difficultyId)
  if (notes.some(({ id }) => id === input.id)) return withNotes(tx, actor, difficultyId)
  if (isSettled(before)) throw tasksProblem('tasks.difficulty-closed')
  const side = sideOf(actor, before)
  await store.insertNote(tx, { id: input.id, text: input.message, difficultyId, side, by: actor.accountId })
  await store.setDifficultyState(tx, difficultyId, { state: stateAfterNote(side) })
  const action = side === 'receiver' ? 'tasks.difficulty-answered' : 'tasks.difficulty-asked-again'
  await audit(tx, actor, action, difficultyId, { after: { state: stateAfterNote(side) } })
  return withNotes(tx, actor, difficultyId)
}

function isSettled({ state }: Pick<DifficultyLine, 'state'>): boolean {
  return state === 'closed' || state === 'withdrawn'
}

/** The sender takes back what nobody answered yet; the thread stays with the sender. Done twice it is done once. */
export async function withdrawDifficulty(
  { actor, tx }: Writing,
  { difficultyId, version }: { difficultyId: string; version: number },
): Promise<Difficulty> {
  const before = await getDifficulty(tx, difficultyId)
  if (before.state === 'withdrawn') return withNotes(tx, actor, difficultyId)
  if (sideOf(actor, before) !== 'sender') throw tasksProblem('tasks.sender-closes')
  const notes = await store.listNotes(tx, difficultyId)
  if (before.state === 'closed' || notes.some(({ side }) => side === 'receiver'))
    throw tasksProblem('tasks.difficulty-answered-already')
  if (!(await store.setDifficultyState(tx, difficultyId, { state: 'withdrawn', version })))
    throw tasksProblem('tasks.difficulty-changed-meanwhile')
  await audit(tx, actor, 'tasks.difficulty-withdrawn', difficultyId, { before: { state: before.state } })
  return withNotes(tx, actor, difficultyId)
}

/** The sender says that it is settled, or that it is not after all. */
export async function closeDifficulty(
  { actor, tx }: Writing,
  { difficultyId, input }: { difficultyId: string; input: CloseDifficulty },
): Promise<Difficulty> {
  const before = await getDifficulty(tx, difficultyId)
  if (isSettled(before) === input.isClosed) return withNotes(tx, actor, difficultyId)
  if (sideOf(actor, before) !== 'sender') throw tasksProblem('tasks.sender-closes')
  const state = input.isClosed ? 'closed' : 'open'
  if (!(await store.setDifficultyState(tx, difficultyId, { state, version: input.version })))
    throw tasksProblem('tasks.difficulty-changed-meanwhile')
  await audit(
    tx,
    actor,
    input.isClosed ? 'tasks.difficulty-closed' : 'tasks.difficulty-reopened',
    difficultyId,
    {
      before: { state: before.state },
      after: { state },
    },
  )
  return withNotes(tx, actor, difficultyId)
}
