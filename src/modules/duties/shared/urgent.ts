import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

export const UrgentKind = z.enum(['injury-death', 'violence', 'sexual-abuse', 'exploitation', 'neglect'])
export type UrgentKind = z.infer<typeof UrgentKind>

/** Causes of the form of child injuries (injury-report-form, annex 1). */
export const InjuryCause = z.enum(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11'])
export type InjuryCause = z.infer<typeof InjuryCause>

export const Sex = z.enum(['male', 'female', 'unknown'])
export const PlaceKind = z.enum(['home', 'school', 'community', 'unknown'])
export const Supervised = z.enum(['yes', 'no', 'unknown'])
export const HarmedBy = z.enum(['parent', 'carer', 'relative', 'teacher', 'peer', 'other', 'unknown'])
export const UrgentSource = z.enum([
  'station',
  'school',
  'collaborator',
  'police',
  'hospital',
  'hotline-111',
  'family',
  'other',
])
export const ToldBody = z.enum(['hotline-111', 'police', 'hospital', 'provincial-committee'])

const Moment = z.iso.datetime({ offset: true })
const Words = (most: number) => z.string().trim().min(1).max(most)
const Told = z.array(z.object({ to: ToldBody, at: Moment })).max(ToldBody.options.length)

/**
 * What must be known at once (plan 004 II.3; injury-report-form section 2). There is no place for a name, an ID number
 * or an address: NĐ 56/2017/NĐ-CP Art. 24 protects the child and who reported.
 */
export const SendUrgent = z
  .object({
    id: Id,
    kind: UrgentKind,
    sex: Sex,
    ageYears: z.int().min(0).max(15).nullable(),
    happenedAt: Moment.nullable(),
    learnedAt: Moment,
    placeKind: PlaceKind,
    place: Words(200).nullable(),
    cause: InjuryCause.nullable(),
    activity: Words(200).nullable(),
    supervised: Supervised,
    diedOn: Day.nullable(),
    harmedBy: HarmedBy.nullable(),
    inDanger: z.boolean(),
    what: Words(2000),
    measures: Words(2000),
    source: UrgentSource,
    told: Told,
  })
  .refine(({ kind, cause }) => (kind === 'injury-death') === (cause !== null), { path: ['cause'] })
  .refine(({ kind, diedOn }) => kind !== 'injury-death' || diedOn !== null, { path: ['diedOn'] })
  .refine(({ kind, harmedBy }) => (kind === 'injury-death') === (harmedBy === null), { path: ['harmedBy'] })
export type SendUrgent = z.infer<typeof SendUrgent>

/** `waiting` until somebody above says that it is received. */
export const UrgentState = z.enum(['waiting', 'received', 'acknowledged', 'withdrawn'])
export type UrgentState = z.infer<typeof UrgentState>

/** What a list shows: enough to know that something waits, and where; the rest is opened, which is audited. */
export const UrgentLine = z.object({
  id: Id,
  no: z.int(),
  kind: UrgentKind,
  areaId: Id,
  areaName: z.string(),
  learnedAt: z.string(),
  sentAt: z.string(),
  state: UrgentState,
  receivedAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  inDanger: z.boolean(),
  harmedBy: HarmedBy.nullable(),
  measureAt: z.string().nullable(),
  /** Whether the viewer stands above the place of the report and so may receive it. */
  mayReceive: z.boolean(),
})
export type UrgentLine = z.infer<typeof UrgentLine>

export const UrgentReport = UrgentLine.extend({
  sex: Sex,
  ageYears: z.int().nullable(),
  happenedAt: z.string().nullable(),
  placeKind: PlaceKind,
  place: z.string().nullable(),
  cause: InjuryCause.nullable(),
  activity: z.string().nullable(),
  supervised: Supervised,
  diedOn: Day.nullable(),
  what: z.string(),
  measures: z.string(),
  source: UrgentSource,
  told: Told,
  sentByName: z.string().nullable(),
  measure: z.string().nullable(),
  receivedByName: z.string().nullable(),
  acknowledgedByName: z.string().nullable(),
  answer: z.string().nullable(),
  withdrawnReason: z.string().nullable(),
})
export type UrgentReport = z.infer<typeof UrgentReport>

/** What the sender keeps: that it went out, to whom, how far it is and what its clock counts by; not the words. */
export const UrgentReceipt = z.object({
  id: Id,
  no: z.int(),
  kind: UrgentKind,
  sentAt: z.string(),
  to: z.array(z.string()),
  state: UrgentState,
  receivedAt: z.string().nullable(),
  acknowledgedAt: z.string().nullable(),
  ...UrgentLine.pick({ learnedAt: true, inDanger: true, harmedBy: true, measureAt: true }).shape,
})
export type UrgentReceipt = z.infer<typeof UrgentReceipt>

export const AnswerUrgent = z.object({ answer: Words(2000) })
export type AnswerUrgent = z.infer<typeof AnswerUrgent>

export const TakeMeasure = z.object({ measureAt: Moment, measure: Words(1000) })
export type TakeMeasure = z.infer<typeof TakeMeasure>

export const WithdrawUrgent = z.object({ reason: Words(500) })
export type WithdrawUrgent = z.infer<typeof WithdrawUrgent>

/** How many wait for somebody above; no kind, no place. */
export const UrgentWaiting = z.object({ waiting: z.int(), overdue: z.int() })
