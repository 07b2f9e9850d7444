import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { Comparison } from './compare-plans.ts'
import { PlanReading, PlanWarning } from './contract.ts'
import { TargetLink } from './filing.ts'

export const DraftSource = z.enum(['parent', 'last-year', 'template', 'blank'])
export type DraftSource = z.infer<typeof DraftSource>

/** A plan that is being written: the same shape that a document is read into, so that both go one way. */
export const DraftContent = z.object({
  reading: PlanReading,
  /** One for each target, in its order. */
  links: z.array(TargetLink),
  /** The target of the plan above that each target carries out; null for one of the unit's own. */
  targetOrigins: z.array(Id.nullable()),
  taskOrigins: z.array(Id.nullable()),
})
export type DraftContent = z.infer<typeof DraftContent>

export const PlanPeriod = z
  .object({ from: z.int().min(2000).max(2100), to: z.int().min(2000).max(2100) })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
export type PlanPeriod = z.infer<typeof PlanPeriod>

export const StartDraft = z.object({
  id: Id,
  /** The place the plan is for; that of the grant when left out. */
  areaId: Id.optional(),
  source: DraftSource,
  /** The plan above that it carries out. */
  parentId: Id.nullable(),
  /** The unit's own earlier plan, for `last-year`. */
  earlierId: Id.nullable(),
  templateCode: z.string().max(60).nullable(),
  period: PlanPeriod,
})
export type StartDraft = z.infer<typeof StartDraft>

export const SaveDraft = z.object({ version: z.int().min(1), content: DraftContent })
export type SaveDraft = z.infer<typeof SaveDraft>

/** Number, day and signer as they stand on the signed paper. */
export const IssueDraft = z.object({
  version: z.int().min(1),
  /** The plan that the draft becomes; made by the page so that a repeated press files it once. */
  planId: Id,
  number: z
    .string()
    .trim()
    .regex(/^\d{1,5}[a-z]?$/i),
  date: Day,
  signer: z.string().trim().min(1).max(120),
})
export type IssueDraft = z.infer<typeof IssueDraft>

export const DraftSummary = z.object({
  id: Id,
  areaId: Id,
  areaName: z.string(),
  source: DraftSource,
  title: z.string(),
  version: z.int(),
  changedAt: z.string(),
})
export type DraftSummary = z.infer<typeof DraftSummary>

export const PlanDraft = DraftSummary.extend({
  parentId: Id.nullable(),
  issuedPlanId: Id.nullable(),
  content: DraftContent,
  /** What is not yet right, gravest first. */
  warnings: z.array(PlanWarning),
  /** Against the plan above; null without one. */
  comparison: Comparison.nullable(),
})
export type PlanDraft = z.infer<typeof PlanDraft>

export const TemplateChoice = z.object({ code: z.string(), name: z.string() })
export type TemplateChoice = z.infer<typeof TemplateChoice>
