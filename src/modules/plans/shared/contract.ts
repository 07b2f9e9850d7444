import { z } from 'zod'
import { Day } from '#base/day.ts'

export const DocumentKind = z.enum(['plan', 'decision-with-plan', 'decision', 'report', 'letter', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

export const Comparator = z.enum(['eq', 'ge', 'gt', 'le', 'lt', 'reduce', 'increase'])
export type Comparator = z.infer<typeof Comparator>

export const LegalBasis = z.object({
  number: z.string().nullable(),
  date: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string().nullable(),
})
export type LegalBasis = z.infer<typeof LegalBasis>

export const PlanTarget = z.object({
  text: z.string(),
  measure: z.string(),
  comparator: Comparator,
  value: z.number(),
  valueTo: z.number().nullable(),
  unit: z.string().nullable(),
  year: z.number().int().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  section: z.string().nullable(),
})
export type PlanTarget = z.infer<typeof PlanTarget>

export const longestDueWords = 500

/** The day by which a task is due, and the words of the document that say so; null where a person typed the day. */
export const TaskDue = z.object({ on: Day, said: z.string().max(longestDueWords).nullable() })
export type TaskDue = z.infer<typeof TaskDue>

/** The reader leaves it out: it is proposed from the deadlines and confirmed by the person who files. */
const due = TaskDue.nullable().optional()

export const PlanTaskPart = z.object({
  letter: z.string().nullable(),
  title: z.string(),
  solutions: z.array(z.string()),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  due,
})
export type PlanTaskPart = z.infer<typeof PlanTaskPart>

export const PlanTask = z.object({
  number: z.string().nullable(),
  title: z.string(),
  purpose: z.string().nullable(),
  solutions: z.array(z.string()),
  lead: z.array(z.string()),
  coordinating: z.array(z.string()),
  parts: z.array(PlanTaskPart),
  due,
})
export type PlanTask = z.infer<typeof PlanTask>

/** `rule` is written in the grammar of the reporting regime: `before:11-30`, `fixed:12-15`, `set-yearly`. */
export const PlanDeadline = z.object({
  text: z.string(),
  date: z.string().nullable(),
  rule: z.string().nullable(),
  who: z.string().nullable(),
  section: z.string().nullable(),
})
export type PlanDeadline = z.infer<typeof PlanDeadline>

export const ReportingCycle = z.enum(['month', 'quarter', '6-months', '9-months', 'year', 'ad-hoc', 'once'])
export type ReportingCycle = z.infer<typeof ReportingCycle>

export const PlanReporting = z.object({
  cycle: ReportingCycle.nullable(),
  to: z.string().nullable(),
  due: z.string().nullable(),
  section: z.string().nullable(),
})
export type PlanReporting = z.infer<typeof PlanReporting>

export const PlanWarning = z.object({ code: z.string(), message: z.string(), section: z.string().nullable() })
export type PlanWarning = z.infer<typeof PlanWarning>

export const PlanAssignment = z.object({ unit: z.string(), duties: z.array(z.string()) })
export type PlanAssignment = z.infer<typeof PlanAssignment>

export const PlanRecipient = z.object({ name: z.string(), role: z.string().nullable() })
export type PlanRecipient = z.infer<typeof PlanRecipient>

export const PlanSignature = z.object({
  prefix: z.string().nullable(),
  position: z.string().nullable(),
  name: z.string().nullable(),
})
export type PlanSignature = z.infer<typeof PlanSignature>

/** What the reader found in a document. Unknown is null: nothing is guessed. */
export const PlanReading = z.object({
  kind: DocumentKind,
  number: z.string().nullable(),
  symbol: z.string().nullable(),
  /** YYYY-MM-DD, or YYYY-MM while the day is still blank. */
  date: z.string().nullable(),
  place: z.string().nullable(),
  issuer: z.string().nullable(),
  issuerArea: z.string().nullable(),
  title: z.string().nullable(),
  period: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  bases: z.array(LegalBasis),
  objectives: z.object({ general: z.string().nullable(), specific: z.array(z.string()) }),
  targets: z.array(PlanTarget),
  targetGroups: z.array(z.string()),
  scope: z.string().nullable(),
  tasks: z.array(PlanTask),
  assignments: z.array(PlanAssignment),
  deadlines: z.array(PlanDeadline),
  reporting: z.array(PlanReporting),
  funding: z.array(z.string()),
  recipients: z.array(PlanRecipient),
  signature: PlanSignature.nullable(),
  warnings: z.array(PlanWarning),
})
export type PlanReading = z.infer<typeof PlanReading>

/** Where a found thing stands in the cleaned text, in UTF-16 positions. */
export const TextPlace = z.object({ start: z.number().int(), end: z.number().int() })
export type TextPlace = z.infer<typeof TextPlace>

/** The same order as the lists of the reading: `targets[2]` stands at `places.targets[2]`. */
export const ReadingPlaces = z.object({
  heading: TextPlace.nullable(),
  targets: z.array(TextPlace),
  tasks: z.array(TextPlace),
  /** From the heading of a task to the end of what stands under it. */
  taskBodies: z.array(TextPlace).default([]),
  assignments: z.array(TextPlace),
  deadlines: z.array(TextPlace),
  bases: z.array(TextPlace),
  signature: TextPlace.nullable(),
})
export type ReadingPlaces = z.infer<typeof ReadingPlaces>

export const PlacedReading = z.object({ text: z.string(), reading: PlanReading, places: ReadingPlaces })
export type PlacedReading = z.infer<typeof PlacedReading>
