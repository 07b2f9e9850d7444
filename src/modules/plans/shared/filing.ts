import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { PlanReading, PlanTarget, TaskDue } from './contract.ts'

/** Characters of a document; an annual plan with its tables has some 100,000. Reading takes about a second a million. */
export const longestText = 2_000_000

/** Namespace and number of the text that orders the indicator: `ecd1437:reach-all`. */
export const TargetIndicatorCode = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/)

/** How a target's present value is known: by an indicator, typed by hand, or not decided yet. */
export const TargetLink = z.discriminatedUnion('way', [
  z.object({ way: z.literal('indicator'), indicatorCode: TargetIndicatorCode }),
  z.object({ way: z.enum(['by-hand', 'open']), indicatorCode: z.null() }),
])
export type TargetLink = z.infer<typeof TargetLink>

export const HeadingField = z.enum(['number', 'date', 'issuer'])
export type HeadingField = z.infer<typeof HeadingField>

export const FilePlan = z.object({
  id: Id,
  /** The place the plan is for; the place of the grant when left out. */
  areaId: Id.optional(),
  sourceName: z.string().max(300).nullable(),
  sourceText: z.string().min(1).max(longestText),
  /** The reading as the person corrected it. */
  reading: PlanReading,
  /** One link for each target of the reading, in its order. */
  links: z.array(TargetLink),
  /** Fields of the heading the person says are really empty. */
  confirmedEmpty: z.array(HeadingField),
})
export type FilePlan = z.infer<typeof FilePlan>

export const ReadText = z.object({ text: z.string().min(1).max(longestText) })

export const TaskState = z.enum(['not-started', 'in-progress', 'done', 'stopped'])
export type TaskState = z.infer<typeof TaskState>

export const HandValue = z.object({
  id: Id,
  value: z.number(),
  asOf: Day,
  source: z.string(),
  enteredAt: z.string(),
})
export type HandValue = z.infer<typeof HandValue>

export const FiledTarget = PlanTarget.extend({
  id: Id,
  way: z.enum(['indicator', 'by-hand', 'open']),
  indicatorCode: TargetIndicatorCode.nullable(),
  /** The typed value with the latest day; null when none was typed. */
  handValue: HandValue.nullable(),
})
export type FiledTarget = z.infer<typeof FiledTarget>

export const FiledTask = z.object({
  id: Id,
  parentId: Id.nullable(),
  label: z.string().nullable(),
  title: z.string(),
  purpose: z.string().nullable(),
  solutions: z.array(z.string()),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due: TaskDue.nullable(),
  state: TaskState,
  note: z.string().nullable(),
})
export type FiledTask = z.infer<typeof FiledTask>

export const FiledDeadline = z.object({
  id: Id,
  text: z.string(),
  date: Day.nullable(),
  rule: z.string().nullable(),
  who: z.string().nullable(),
  section: z.string().nullable(),
})
export type FiledDeadline = z.infer<typeof FiledDeadline>

export const PlanSummary = z.object({
  id: Id,
  no: z.int(),
  areaId: Id,
  areaName: z.string(),
  kind: z.string(),
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  periodFrom: z.int().nullable(),
  periodTo: z.int().nullable(),
  filedAt: z.string(),
  targetCount: z.int(),
  taskCount: z.int(),
  /** Of a place above the one that asks: read here, changed there. */
  isAbove: z.boolean(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

/** The plan that one carries out, and the plans that carry it out. */
export const PlanFamily = z.object({ parent: PlanSummary.nullable(), below: z.array(PlanSummary) })
export type PlanFamily = z.infer<typeof PlanFamily>

export const FiledPlan = PlanSummary.extend({
  sourceName: z.string().nullable(),
  reading: PlanReading,
  targets: z.array(FiledTarget),
  tasks: z.array(FiledTask),
  deadlines: z.array(FiledDeadline),
  /** Concluded by its final review: only read until it is reopened. */
  isClosed: z.boolean(),
})
export type FiledPlan = z.infer<typeof FiledPlan>

/** A whole day, or year and month while the day is blank. */
const PrintedDate = z.union([Day, z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)])

/** Number, symbol and day as printed: `79`, `KH-UBND`, 2019-02-26. `seen` is what the person saw before. */
const Heading = z.object({
  number: z
    .string()
    .trim()
    .regex(/^\d{1,5}[a-zđ]?$/)
    .nullable(),
  symbol: z.string().trim().min(1).max(60).nullable(),
  date: PrintedDate.nullable(),
})
export const CorrectHeading = Heading.extend({
  seen: z.object({
    number: z.string().nullable(),
    symbol: z.string().nullable(),
    date: z.string().nullable(),
  }),
})
export type CorrectHeading = z.infer<typeof CorrectHeading>

export const PlanSource = z.object({ sourceName: z.string().nullable(), text: z.string() })

export const EnterValue = z.object({
  id: Id,
  value: z.number(),
  asOf: Day,
  source: z.string().trim().min(1).max(300),
})
export type EnterValue = z.infer<typeof EnterValue>
