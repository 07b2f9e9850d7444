import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id, newId } from '#base/id.ts'
import { words } from '#base/text.ts'
import { Answer } from '../shared/contract.ts'
import type { Candidate, RecordSession } from '../shared/requests.ts'

/** What was said of a child in the session: came and got it, refused, or may not have it; the last two say why. */
export const Said = z.object({ recordId: Id, answer: Answer, note: z.string() })
export type Said = z.infer<typeof Said>
export type SaidOf = Readonly<Record<string, Said>>

/** What the session is for. `childIds`: only these, as a list of another page was sent. */
export const SessionChoice = z.object({
  itemCode: z.string(),
  villageId: Id.optional(),
  facilityId: Id.optional(),
  className: z.string().optional(),
  childIds: z.string().optional(),
})
export type SessionChoice = z.infer<typeof SessionChoice>

/** What an address may say; all of it may be missing. */
export const AskedSession = SessionChoice.partial().catch({})

/** Kept on the device until it is sent, ids included: a reply that got lost is asked for again, not doubled. */
export const Session = SessionChoice.extend({ id: Id, doneOn: Day.optional(), said: z.record(Id, Said) })
export type Session = z.infer<typeof Session>

/** Nobody is marked yet. */
export function newSession(choice: SessionChoice, doneOn: Day): Session {
  return { ...choice, id: newId(), doneOn, said: {} }
}

const names = ['itemCode', 'villageId', 'facilityId', 'className', 'childIds'] as const

/**
 * What an address asks for, or what was begun and not sent: an address without a choice opens what was begun, and so
 * does the address it was begun at (after a reload).
 */
export function openSession(
  asked: z.infer<typeof AskedSession>,
  begun: Session | undefined,
  today: Day,
): Session {
  const isSame = begun !== undefined && names.every((name) => (asked[name] ?? '') === (begun[name] ?? ''))
  const isPlain = names.every((name) => asked[name] === undefined)
  return begun && (isSame || isPlain)
    ? begun
    : newSession({ ...asked, itemCode: asked.itemCode ?? '' }, today)
}

/** The id is kept when the answer changes: sent twice, it stays one record. */
export function say(said: SaidOf, childId: string, part: Partial<Omit<Said, 'recordId'>>): SaidOf {
  const before = said[childId] ?? { recordId: newId(), answer: 'done' as const, note: '' }
  return { ...said, [childId]: { ...before, ...part } }
}

export function unsay(said: SaidOf, childId: string): SaidOf {
  return Object.fromEntries(Object.entries(said).filter(([id]) => id !== childId))
}

/** Children of whom it is said that they did not get it, without the reason that is asked for. */
export function withoutReason(said: SaidOf): string[] {
  return Object.entries(said).flatMap(([childId, { answer, note }]) =>
    answer !== 'done' && note.trim() === '' ? [childId] : [],
  )
}

/** A session asks for no dose; a reason goes only with who did not get it. */
export function entriesOf(said: SaidOf): RecordSession['entries'] {
  return Object.entries(said).map(([childId, { recordId, answer, note }]) => ({
    ...{ childId, recordId, answer, dose: null, irregular: false },
    note: answer === 'done' || note.trim() === '' ? null : note.trim(),
  }))
}

/**
 * The children whose name fits what was typed: every typed word begins a word of the name, with or without marks, in
 * any order. Those who need the service come first; of two the one that is not marked yet.
 */
export function foundByName(candidates: readonly Candidate[], typed: string, said: SaidOf): Candidate[] {
  const asked = words(typed)
  if (asked.length === 0) return [...candidates]
  const fits = ({ fullName }: Candidate) => {
    const own = words(fullName)
    return asked.every((word) => own.some((one) => one.startsWith(word)))
  }
  const rank = ({ childId }: Candidate) => (said[childId] ? 1 : 0)
  return candidates.filter(fits).toSorted((a, b) => rank(a) - rank(b))
}
