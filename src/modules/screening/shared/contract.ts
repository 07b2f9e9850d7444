import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { ReferralState } from './referral.ts'
import { ScreeningResult } from './result.ts'
import { Answer, ReferralKind, Tool } from './tool.ts'

export const Way = z.enum(['visit', 'phone', 'paper'])
export const Informant = z.enum(['mother', 'father', 'carer', 'teacher', 'nurse'])

/** A filled form, or the refusal of one. The id is made on the device: sent twice, it is stored once. */
export const RecordScreening = z.object({
  id: Id,
  childId: Id,
  tool: z.string().max(40),
  version: z.string().max(40),
  screenedOn: Day,
  way: Way,
  informant: Informant,
  /** Weeks born before term. */
  weeksEarly: z.int().min(0).max(17).default(0),
  answers: z.record(z.string().max(20), Answer).default({}),
  /** Filled when the family refused; then there are no answers. */
  refusalReason: z.string().trim().min(1).max(300).nullable().default(null),
})
export type RecordScreening = z.infer<typeof RecordScreening>

export const Referral = z.object({
  id: Id,
  childId: Id,
  screeningId: Id,
  referredTo: ReferralKind,
  urgent: z.boolean(),
  proposedOn: Day,
  answerBy: Day,
  state: ReferralState,
  stateOn: Day.nullable(),
  stateNote: z.string().nullable(),
})
export type Referral = z.infer<typeof Referral>

export const StoredScreening = z.object({
  id: Id,
  childId: Id,
  tool: z.string(),
  version: z.string(),
  screenedOn: Day,
  ageMonths: z.number(),
  weeksEarly: z.int(),
  way: Way,
  informant: Informant,
  answers: z.record(z.string(), Answer),
  score: z.int().nullable(),
  result: ScreeningResult,
  nextOn: Day.nullable(),
  refusalReason: z.string().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: z.string(),
  undoneAt: z.string().nullable(),
  referral: Referral.nullable(),
})
export type StoredScreening = z.infer<typeof StoredScreening>

/** A tool that fits the child's age; `dueOn` the day for which it is due, null when it was done lately. */
export const OfferedTool = z.object({ tool: z.string(), dueOn: Day.nullable() })
export type OfferedTool = z.infer<typeof OfferedTool>

export const ScreeningsOfChild = z.object({
  childId: Id,
  today: Day,
  fullName: z.string(),
  bornOn: Day,
  offered: z.array(OfferedTool),
  /** Newest first, undone ones too. */
  screenings: z.array(StoredScreening),
})
export type ScreeningsOfChild = z.infer<typeof ScreeningsOfChild>

export const Tools = z.array(Tool)

export const FindReferrals = z.object({
  villageId: Id.optional(),
  overdue: z.coerce.boolean().default(false),
  /** `open`: proposed or taken up. */
  state: z.enum(['open', ...ReferralState.options]).default('open'),
})
export type FindReferrals = z.infer<typeof FindReferrals>

export const ReferralLine = Referral.extend({
  fullName: z.string(),
  bornOn: Day,
  villageName: z.string().nullable(),
  carerPhone: z.string().nullable(),
  tool: z.string(),
})
export type ReferralLine = z.infer<typeof ReferralLine>

export const ReferralsFound = z.object({ today: Day, referrals: z.array(ReferralLine) })
export type ReferralsFound = z.infer<typeof ReferralsFound>
