import { z } from 'zod'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const message = z.string().trim().min(1).max(8000)

export const DifficultyState = z.enum(['open', 'answered', 'closed', 'withdrawn'])
export type DifficultyState = z.infer<typeof DifficultyState>

export const Side = z.enum(['sender', 'receiver'])
export type Side = z.infer<typeof Side>

/** Sent to the place above. `planId` and `planTaskId` say what it is about, where it is about a plan. */
export const SendDifficulty = z.object({
  id: Id,
  areaId: Id,
  title: line(200),
  message,
  planId: Id.nullable(),
  planTaskId: Id.nullable(),
})
export type SendDifficulty = z.infer<typeof SendDifficulty>

export const AddNote = z.object({ id: Id, message })
export type AddNote = z.infer<typeof AddNote>

export const CloseDifficulty = z.object({ isClosed: z.boolean(), version: z.int() })
export type CloseDifficulty = z.infer<typeof CloseDifficulty>

export const WithdrawDifficulty = z.object({ version: z.int() })

export const DifficultyLine = z.object({
  id: Id,
  no: z.int(),
  areaId: Id,
  areaName: z.string(),
  toAreaId: Id,
  toAreaName: z.string(),
  planId: Id.nullable(),
  planTitle: z.string().nullable(),
  planTaskId: Id.nullable(),
  taskTitle: z.string().nullable(),
  title: z.string(),
  state: DifficultyState,
  version: z.int(),
  sentAt: z.string(),
  notes: z.int(),
})
export type DifficultyLine = z.infer<typeof DifficultyLine>

export const Difficulties = z.object({
  areaId: Id,
  areaName: z.string(),
  /** Whether there is a place above to send to. */
  maySend: z.boolean(),
  received: z.array(DifficultyLine),
  sent: z.array(DifficultyLine),
})
export type Difficulties = z.infer<typeof Difficulties>

export const DifficultyNote = z.object({
  id: Id,
  side: Side,
  text: z.string(),
  by: z.string(),
  at: z.string(),
})
export type DifficultyNote = z.infer<typeof DifficultyNote>

export const Difficulty = DifficultyLine.omit({ notes: true }).extend({
  /** On which side the asker stands. */
  side: Side,
  notes: z.array(DifficultyNote),
})
export type Difficulty = z.infer<typeof Difficulty>

/** Who writes decides what it waits for: an answer of the place above, or the next word of the sender. */
export function stateAfterNote(side: Side): DifficultyState {
  return side === 'receiver' ? 'answered' : 'open'
}
