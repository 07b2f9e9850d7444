import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { AskedClass } from '#modules/children/shared/contract-classes.ts'
import { GrowthClass } from './classes.ts'
import { Doubt } from './doubts.ts'
import { Sex } from './standard.ts'
import { Trend } from './trends.ts'

export const Position = z.enum(['lying', 'standing'])

const Measure = z.number().positive().max(999_999).nullable().default(null)

/** What was measured on a child on a day. Kilograms, centimetres, skinfolds in millimetres. */
export const RecordMeasurement = z.object({
  id: Id,
  childId: Id,
  measuredOn: Day,
  weightKg: Measure,
  lenheiCm: Measure,
  position: Position.nullable().default(null),
  oedema: z.boolean().default(false),
  headCm: Measure,
  armCm: Measure,
  tricepsMm: Measure,
  subscapularMm: Measure,
  /** Doubts that the person has seen and confirms. */
  confirmed: z.array(Doubt).max(20).default([]),
  sessionId: Id.nullable().default(null),
  /** The measurement of that day which this one corrects, as the person saw it. */
  replaces: Id.nullable().default(null),
})
export type RecordMeasurement = z.infer<typeof RecordMeasurement>

const Z = z.number().nullable()
export const StoredScores = z.object({ len: Z, wei: Z, wfl: Z, bmi: Z, hc: Z, ac: Z, ts: Z, ss: Z })
export type StoredScores = z.infer<typeof StoredScores>

const Stored = z.number().nullable()

/** A measurement as it is shown; without scores once it was undone or replaced. */
export const StoredMeasurement = z.object({
  id: Id,
  childId: Id,
  measuredOn: Day,
  weightKg: Stored,
  lenheiCm: Stored,
  position: Position.nullable(),
  oedema: z.boolean(),
  headCm: Stored,
  armCm: Stored,
  tricepsMm: Stored,
  subscapularMm: Stored,
  confirmed: z.array(Doubt),
  sessionId: Id.nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: z.string(),
  replacedBy: Id.nullable(),
  undoneAt: z.string().nullable(),
  ageDays: z.int().nullable(),
  standardVersion: z.string().nullable(),
  scores: StoredScores,
  /** Names of the scores that are implausible. */
  flags: z.array(z.string()),
  classes: z.array(GrowthClass),
})
export type StoredMeasurement = z.infer<typeof StoredMeasurement>

/** How a child stands now. */
export const GrowthState = z.object({
  measuredOn: Day,
  classes: z.array(GrowthClass),
  trends: z.array(Trend),
  severity: z.int().min(0).max(3),
  nextOn: Day,
})
export type GrowthState = z.infer<typeof GrowthState>

export const GrowthOfChild = z.object({
  childId: Id,
  today: Day,
  fullName: z.string(),
  bornOn: Day,
  sex: Sex,
  state: GrowthState.nullable(),
  /** Newest first, undone and replaced ones too. */
  measurements: z.array(StoredMeasurement),
})
export type GrowthOfChild = z.infer<typeof GrowthOfChild>

/** The children of a place or class for a weighing day. */
export const FindSheet = z.object({
  communeId: Id.optional(),
  villageId: Id.optional(),
  education: z.enum(['nursery', 'kindergarten', 'primary']).optional(),
  /** The children who attend a school or class on the day. */
  ...AskedClass.shape,
  day: Day,
})
export type FindSheet = z.infer<typeof FindSheet>

const ChildLine = z.object({
  childId: Id,
  fullName: z.string(),
  bornOn: Day,
  sex: Sex,
  villageName: z.string().nullable(),
  carerName: z.string().nullable(),
})

export const SheetRow = ChildLine.extend({
  /** The last measurement before the day. */
  before: z.object({ measuredOn: Day, weightKg: Stored, lenheiCm: Stored }).nullable(),
  /** What stands for the day itself, from whatever device. */
  ofDay: StoredMeasurement.nullable(),
})
export type SheetRow = z.infer<typeof SheetRow>

export const Sheet = z.object({ rows: z.array(SheetRow), more: z.boolean() })
export type Sheet = z.infer<typeof Sheet>

export const FindAttention = z.object({
  communeId: Id.optional(),
  villageId: Id.optional(),
  severity: z.coerce.number().int().min(1).max(3).default(1),
  after: z
    .string()
    .regex(/^[0-3]_\d{4}-\d{2}-\d{2}_[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
})
export type FindAttention = z.infer<typeof FindAttention>

export const AttentionChild = ChildLine.extend({ carerPhone: z.string().nullable(), state: GrowthState })
export type AttentionChild = z.infer<typeof AttentionChild>

/** Children who need attention, the worst first, then who was to be weighed earliest. */
export const AttentionFound = z.object({
  today: Day,
  children: z.array(AttentionChild),
  next: z.string().nullable(),
  counts: z.object({ all: z.int(), severe: z.int() }).nullable(),
})
export type AttentionFound = z.infer<typeof AttentionFound>

export const RecalculateStarted = z.object({ jobId: Id })
