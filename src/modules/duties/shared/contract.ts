import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Cycle, DutyPeriod } from './periods.ts'
import { DutyGroup, Mark, SenderLevel } from './regime.ts'

/**
 * `no-date`: the letter of the year has not given the day; `earlier`: was due before this installation was in use, so
 * nobody is called late for it.
 */
export const DutyState = z.enum([
  'no-date',
  'not-due',
  'due-soon',
  'late',
  'sent',
  'returned',
  'accepted',
  'earlier',
])
export type DutyState = z.infer<typeof DutyState>

/** Of the regime its code; of a plan's own reporting 'plan.<plan id>.<place in the list>'. */
export const DutyCode = z.string().regex(/^([a-z0-9-]{1,60}|plan\.[0-9a-f-]{36}\.\d{1,2})$/)
export type DutyCode = z.infer<typeof DutyCode>

export const Duty = z.object({
  code: DutyCode,
  period: DutyPeriod,
  name: z.string(),
  group: DutyGroup,
  cycle: Cycle,
  sender: z.string(),
  to: z.array(z.string()),
  rule: z.string(),
  source: z.string(),
  mark: Mark,
  note: z.string().nullable(),
  dueOn: Day.nullable(),
  nominalOn: Day.nullable(),
  dueAt: z.string().nullable(),
  isProvisional: z.boolean(),
  /** Where the day of this year is from, when a letter gives it. */
  dateSource: z.string().nullable(),
  state: DutyState,
  sentAt: z.string().nullable(),
  isSentLate: z.boolean(),
  reportId: Id.nullable(),
  /** Number and day of a document that was sent outside this product. */
  document: z.string().nullable(),
  isByHand: z.boolean(),
})
export type Duty = z.infer<typeof Duty>

export const DutiesOfUnit = z.object({
  today: Day,
  year: z.int(),
  areaId: Id,
  areaName: z.string(),
  level: SenderLevel,
  duties: z.array(Duty),
})
export type DutiesOfUnit = z.infer<typeof DutiesOfUnit>

/** One duty and period over the units below: "8/12 xã đã gửi". */
export const DutyBelow = z.object({
  code: DutyCode,
  period: DutyPeriod,
  name: z.string(),
  group: DutyGroup,
  dueOn: Day.nullable(),
  rule: z.string(),
  level: SenderLevel,
  dateSource: z.string().nullable(),
  all: z.int(),
  sent: z.int(),
  accepted: z.int(),
  late: z.int(),
})
export type DutyBelow = z.infer<typeof DutyBelow>

export const DutiesBelow = z.object({
  today: Day,
  year: z.int(),
  level: SenderLevel,
  lower: z.string(),
  duties: z.array(DutyBelow),
})
export type DutiesBelow = z.infer<typeof DutiesBelow>

export const DutyOfSender = Duty.pick({
  state: true,
  dueOn: true,
  sentAt: true,
  isSentLate: true,
  reportId: true,
  document: true,
}).extend({ areaId: Id, areaName: z.string() })
export type DutyOfSender = z.infer<typeof DutyOfSender>

export const SendersOfDuty = z.object({
  today: Day,
  name: z.string(),
  period: DutyPeriod,
  senders: z.array(DutyOfSender),
})
export type SendersOfDuty = z.infer<typeof SendersOfDuty>

export const Year = z.coerce.number().int().min(2019).max(2100)

const Words = z.string().trim().min(1).max(300)

/** Sent outside this product: on paper, through the document system, through a system of the ministry. */
export const MarkByHand = z.object({
  id: Id,
  code: DutyCode,
  period: DutyPeriod,
  sentOn: Day,
  document: Words,
})
export type MarkByHand = z.infer<typeof MarkByHand>

/** The day that the letter of the year gives; for the own unit (`level` of it) or for the units below. */
export const SetDueDay = z.object({
  id: Id,
  code: DutyCode,
  level: SenderLevel,
  period: DutyPeriod,
  dueOn: Day,
  source: Words,
})
export type SetDueDay = z.infer<typeof SetDueDay>

/** Something happened after which a report is due: a children's forum, a severe reaction after a vaccination. */
export const RecordEvent = z.object({ id: Id, code: DutyCode, happenedAt: z.iso.datetime({ offset: true }) })
export type RecordEvent = z.infer<typeof RecordEvent>

export const Done = z.object({ id: Id })
export type Done = z.infer<typeof Done>
