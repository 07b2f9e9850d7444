import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

const PersonName = z.string().trim().min(2).max(100)
const Words = z.string().trim().min(1).max(2000)

/** What needs consent (personal-data.md section 3); the work of state bodies under law does not. */
export const ConsentPurpose = z.enum(['photo', 'story', 'donor-report', 'sharing', 'research'])
export type ConsentPurpose = z.infer<typeof ConsentPurpose>

export const Capacity = z.enum(['mother', 'father', 'guardian', 'representative'])
export type Capacity = z.infer<typeof Capacity>

export const ChildVoice = z.enum(['agrees', 'disagrees', 'not-asked'])
export type ChildVoice = z.infer<typeof ChildVoice>

export const Proof = z.enum(['signed-paper', 'electronic', 'witness'])
export type Proof = z.infer<typeof Proof>

/** `wordingEdition` is that of the text which was shown; the server keeps the text itself. */
export const GiveConsent = z.object({
  id: Id,
  purpose: ConsentPurpose,
  decision: z.enum(['given', 'refused']),
  wordingEdition: z.string().max(20),
  givenBy: PersonName,
  capacity: Capacity,
  givenOn: Day,
  childVoice: ChildVoice,
  proof: Proof,
  proofNote: z.string().trim().max(300).nullable(),
})
export type GiveConsent = z.infer<typeof GiveConsent>

export const WithdrawConsent = z.object({ withdrawnOn: Day, withdrawnBy: PersonName })
export type WithdrawConsent = z.infer<typeof WithdrawConsent>

export const Consent = GiveConsent.extend({
  wording: z.string(),
  childAgeYears: z.number().int().nullable(),
  withdrawnOn: Day.nullable(),
  withdrawnBy: z.string().nullable(),
})
export type Consent = z.infer<typeof Consent>

export const Wording = z.object({ purpose: ConsentPurpose, edition: z.string(), text: z.string() })
export type Wording = z.infer<typeof Wording>

export const RequestKind = z.enum(['view', 'provide', 'correct', 'withdraw', 'restrict', 'delete'])
export type RequestKind = z.infer<typeof RequestKind>

export const DayKind = z.enum(['calendar', 'working'])

export const ReceiveRequest = z.object({
  id: Id,
  kind: RequestKind,
  receivedOn: Day,
  receivedHow: z.enum(['in-person', 'paper', 'electronic', 'phone']),
  requester: PersonName,
  capacity: z.enum(['child', ...Capacity.options]),
  identityProof: z.string().trim().min(2).max(200),
  words: Words,
  withProcessor: z.boolean(),
})
export type ReceiveRequest = z.infer<typeof ReceiveRequest>

export const Decision = z.enum(['granted', 'partly', 'refused'])
export type Decision = z.infer<typeof Decision>

/** Why something is refused or only partly done. */
export const Ground = z.enum([
  'law-keeps',
  'not-entitled',
  'identity-not-proven',
  'harms-child',
  'others-rights',
])
export type Ground = z.infer<typeof Ground>

export const AnswerRequest = z.object({ answeredOn: Day })
export const ExtendRequest = z.object({ extendedOn: Day, reason: z.string().trim().min(5).max(500) })
export type ExtendRequest = z.infer<typeof ExtendRequest>
export const DecideRequest = z.object({
  decidedOn: Day,
  decision: Decision,
  ground: Ground.nullable(),
  groundNote: z.string().trim().max(1000).nullable(),
})
export type DecideRequest = z.infer<typeof DecideRequest>

/** Without the names and words of the family where the reader may not read children. */
export const DataRequest = ReceiveRequest.omit({ requester: true, words: true, identityProof: true }).extend({
  requester: z.string().nullable(),
  words: z.string().nullable(),
  identityProof: z.string().nullable(),
  childId: Id,
  childName: z.string().nullable(),
  placeName: z.string(),
  dayKind: DayKind,
  answerDueOn: Day,
  dueOn: Day,
  answeredOn: Day.nullable(),
  extendedOn: Day.nullable(),
  extensionReason: z.string().nullable(),
  decidedOn: Day.nullable(),
  decision: Decision.nullable(),
  ground: Ground.nullable(),
  groundNote: z.string().nullable(),
})
export type DataRequest = z.infer<typeof DataRequest>

export const ErasureGround = z.enum(['request', 'term-over', 'registered-by-mistake'])
export type ErasureGround = z.infer<typeof ErasureGround>

export const EraseChild = z.object({
  id: Id,
  ground: ErasureGround.exclude(['request']),
  note: z.string().trim().max(500).nullable(),
})
export type EraseChild = z.infer<typeof EraseChild>

export const Erasure = z.object({ id: Id, erasedAt: z.string(), counts: z.record(z.string(), z.number()) })
export type Erasure = z.infer<typeof Erasure>

export const PrivacyOfChild = z.object({
  childId: Id,
  /** From 7 years, or with an unknown birth date, the child is asked as well. */
  childIsAsked: z.boolean(),
  erasedAt: z.string().nullable(),
  consents: z.array(Consent),
  requests: z.array(DataRequest),
})
export type PrivacyOfChild = z.infer<typeof PrivacyOfChild>

const Moment = z.iso.datetime({ offset: true })

export const BreachKind = z.enum(['disclosed', 'lost', 'altered', 'access', 'device'])
export type BreachKind = z.infer<typeof BreachKind>

export const RecordBreach = z.object({
  id: Id,
  noticedAt: Moment,
  kind: BreachKind,
  what: Words,
  categories: z.array(z.enum(['basic', 'sensitive', 'case'])).max(3),
  children: z.number().int().min(0).max(10_000_000).nullable(),
})
export type RecordBreach = z.infer<typeof RecordBreach>

export const NotifyBreach = z.object({
  notifiedAt: Moment,
  notifiedTo: z.string().trim().min(2).max(200),
  lateReason: z.string().trim().max(500).nullable(),
})
export type NotifyBreach = z.infer<typeof NotifyBreach>

export const CloseBreach = z.object({
  measures: Words,
  familiesToldOn: Day.nullable(),
  closingNote: z.string().trim().max(1000).nullable(),
})
export type CloseBreach = z.infer<typeof CloseBreach>

export const Breach = RecordBreach.extend({
  placeName: z.string(),
  notifyBy: z.string(),
  notifiedAt: z.string().nullable(),
  notifiedTo: z.string().nullable(),
  lateReason: z.string().nullable(),
  measures: z.string().nullable(),
  familiesToldOn: Day.nullable(),
  closedAt: z.string().nullable(),
  closingNote: z.string().nullable(),
})
export type Breach = z.infer<typeof Breach>

/** A breach as the page of a child shows it; `concerns`: data of this child were in it. */
export const BreachOfChild = Breach.pick({
  id: true,
  kind: true,
  noticedAt: true,
  notifyBy: true,
  notifiedAt: true,
  familiesToldOn: true,
  closedAt: true,
}).extend({ concerns: z.boolean() })
export type BreachOfChild = z.infer<typeof BreachOfChild>

export const PrivacySettings = z.object({
  dayKind: DayKind,
  contactName: z.string().trim().min(2).max(100),
  contactPhone: z.string().trim().min(3).max(40),
  contactEmail: z.string().trim().max(100),
  contactAddress: z.string().trim().min(2).max(200),
})
export type PrivacySettings = z.infer<typeof PrivacySettings>

/** What the public notice says; `contact` is null until somebody filled it in. */
export const Notice = z.object({
  unit: z.string().nullable(),
  contact: PrivacySettings.omit({ dayKind: true }).nullable(),
  purposes: z.array(z.object({ name: z.string(), data: z.string(), base: z.string(), kept: z.string() })),
})
export type Notice = z.infer<typeof Notice>

export const ProcessingRecord = z.object({
  unit: z.string(),
  madeOn: Day,
  contact: PrivacySettings.omit({ dayKind: true }).nullable(),
  children: z.number().int(),
  isCore: z.boolean(),
  purposes: z.array(
    z.object({
      name: z.string(),
      data: z.string(),
      dataClass: z.string(),
      base: z.string(),
      kept: z.string(),
      records: z.number().int(),
    }),
  ),
  roles: z.array(z.object({ name: z.string(), holders: z.number().int() })),
  measures: z.array(z.string()),
  figures: z.object({
    consentsStanding: z.number().int(),
    requestsOpen: z.number().int(),
    requestsLate: z.number().int(),
    erasures: z.number().int(),
    breachesOpen: z.number().int(),
  }),
})
export type ProcessingRecord = z.infer<typeof ProcessingRecord>
