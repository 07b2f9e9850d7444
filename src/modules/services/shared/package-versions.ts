import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { PackageItem } from './contract.ts'
import { PackageChange } from './package-change.ts'

/** What a draft would change for one service: children to whom it is owed within a year, now and then. */
const PreviewItem = z.object({
  code: z.string(),
  owedNow: z.int(),
  owedThen: z.int(),
  /** Children who have it on their list of work today. */
  openNow: z.int(),
  openThen: z.int(),
})

/** Counted from the records of every child of the place, as they stood on `day`. */
export const PackagePreview = z.object({
  day: Day,
  children: z.int(),
  /** Children for whom anything would be different. */
  touched: z.int(),
  /** Children reached in every domain in the current half-year. */
  reachedNow: z.int(),
  reachedThen: z.int(),
  items: z.array(PreviewItem),
})
export type PackagePreview = z.infer<typeof PackagePreview>

export const PackageVersion = z.object({
  id: Id,
  areaId: Id,
  areaName: z.string(),
  areaKind: z.string(),
  lft: z.int(),
  rgt: z.int(),
  name: z.string(),
  status: z.enum(['draft', 'approved']),
  version: z.int(),
  changes: z.array(PackageChange),
  decisionNumber: z.string().nullable(),
  decidedOn: Day.nullable(),
  inForceFrom: Day.nullable(),
  inForceTo: Day.nullable(),
  preview: PackagePreview.nullable(),
  /** The `version` whose content the preview is of; another number: the draft was changed since. */
  previewVersion: z.int().nullable(),
  approvedByName: z.string().nullable(),
})
export type PackageVersion = z.infer<typeof PackageVersion>

/** In a list the content is only counted. */
export const VersionLine = PackageVersion.omit({ changes: true, preview: true, lft: true, rgt: true }).extend(
  {
    changeCount: z.int(),
    isOwn: z.boolean(),
    isInForce: z.boolean(),
  },
)
export type VersionLine = z.infer<typeof VersionLine>

export const VersionsFound = z.object({
  today: Day,
  areaName: z.string(),
  /** The package in force here today, national base and decisions together. */
  inForce: z.string(),
  /** Provinces, communes and the nation have packages; a village has none. */
  mayHaveOwn: z.boolean(),
  versions: z.array(VersionLine),
})
export type VersionsFound = z.infer<typeof VersionsFound>

/** A version with the items it rests on, so that a form shows both. */
export const VersionOpened = z.object({
  version: PackageVersion.omit({ lft: true, rgt: true }),
  isOwn: z.boolean(),
  above: z.array(PackageItem),
  aboveVersion: z.string(),
})
export type VersionOpened = z.infer<typeof VersionOpened>

const Name = z.string().trim().min(1).max(200)

export const NewDraftInput = z.object({ id: Id, name: Name })
export type NewDraftInput = z.infer<typeof NewDraftInput>

export const SaveDraft = z.object({
  version: z.int(),
  name: Name,
  changes: z.array(PackageChange).max(200),
})
export type SaveDraft = z.infer<typeof SaveDraft>

export const ApproveDraft = z.object({
  version: z.int(),
  decisionNumber: z.string().trim().min(3).max(100),
  decidedOn: Day,
  inForceFrom: Day,
  inForceTo: Day.nullable().default(null),
})
export type ApproveDraft = z.infer<typeof ApproveDraft>

export const PreviewAsked = z.object({ asked: z.boolean() })
export const DraftGone = z.object({ id: Id })
