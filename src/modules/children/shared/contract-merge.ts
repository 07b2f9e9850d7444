import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Child, ChildDetails, ChildSummary, DuplicateReason } from './contract.ts'

/** Two records that may be one child; the more alike first. */
export const ChildPair = z.object({
  child: ChildSummary,
  other: ChildSummary,
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(DuplicateReason),
})
export type ChildPair = z.infer<typeof ChildPair>

export const PairsFound = z.object({
  pairs: z.array(ChildPair),
  /** How many in all are open in the area. */
  total: z.int(),
  /** When the register was last searched; null before the first night. */
  searchedAt: z.string().nullable(),
})
export type PairsFound = z.infer<typeof PairsFound>

/** Facts that one record may take over from the other. Carers and the personal ID always come along. */
export const TakenField = ChildDetails.omit({
  carers: true,
  personalId: true,
  communeId: true,
  villageId: true,
}).keyof()
export type TakenField = z.infer<typeof TakenField>

export const ComparedPair = z.object({
  child: Child,
  other: Child,
  reasons: z.array(DuplicateReason),
  score: z.number(),
  /** How many records of other modules each has: services, measurements, ... */
  records: z.array(z.object({ kind: z.string(), child: z.int(), other: z.int() })),
})
export type ComparedPair = z.infer<typeof ComparedPair>

export const MergeChildren = z.object({
  id: Id,
  keptId: Id,
  mergedId: Id,
  /** The versions the person compared: the merge is refused when either changed meanwhile. */
  keptVersion: z.int().positive(),
  mergedVersion: z.int().positive(),
  /** Facts taken over from the merged record. */
  take: z.array(TakenField),
})
export type MergeChildren = z.infer<typeof MergeChildren>

export const Merge = z.object({
  id: Id,
  keptId: Id,
  mergedId: Id,
  mergedName: z.string(),
  keptName: z.string(),
  mergedAt: z.string(),
  undoneAt: z.string().nullable(),
})
export type Merge = z.infer<typeof Merge>

export const DifferentChildren = z.object({ childId: Id, otherId: Id })
export type DifferentChildren = z.infer<typeof DifferentChildren>
