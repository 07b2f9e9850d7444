import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { BornPrecision, Sex } from './contract.ts'

export const MoveState = z.enum(['sent', 'accepted', 'refused', 'recalled'])
export type MoveState = z.infer<typeof MoveState>

/** A child that goes to another commune, offered by the one it leaves. */
export const SendMove = z.object({
  id: Id,
  toCommuneId: Id,
  movedOn: Day,
  residence: z.enum(['permanent', 'temporary']),
  note: z.string().trim().min(1).max(300).nullable(),
})
export type SendMove = z.infer<typeof SendMove>

export const AcceptMove = z.object({ villageId: Id.nullable() })
export type AcceptMove = z.infer<typeof AcceptMove>

export const RefuseMove = z.object({ reason: z.string().trim().min(5).max(300) })
export type RefuseMove = z.infer<typeof RefuseMove>

/** What both communes see of a move; the receiver knows no more of the child until it accepts. */
export const Move = z.object({
  id: Id,
  childId: Id,
  childName: z.string(),
  bornOn: Day,
  bornPrecision: BornPrecision,
  sex: Sex,
  motherName: z.string().nullable(),
  fromName: z.string(),
  toName: z.string(),
  toAreaId: Id,
  movedOn: Day,
  note: z.string().nullable(),
  state: MoveState,
  sentAt: z.string(),
  answeredAt: z.string().nullable(),
  refusal: z.string().nullable(),
  /** To the asker's place: it is for the asker to answer. */
  incoming: z.boolean(),
})
export type Move = z.infer<typeof Move>

export const Moves = z.array(Move)

/** How many children wait for the asker's place to take them in. */
export const MovesWaiting = z.object({ count: z.int().min(0) })
export type MovesWaiting = z.infer<typeof MovesWaiting>
