import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'

export const LibraryKind = z.enum([
  ...(['law', 'resolution', 'decree', 'decision', 'circular'] as const),
  ...(['directive', 'plan', 'report', 'letter', 'other'] as const),
])
export type LibraryKind = z.infer<typeof LibraryKind>

/** From the later document to the earlier one. */
export const RelationKind = z.enum(['basis', 'carries-out', 'replaces', 'amends', 'guides'])
export type RelationKind = z.infer<typeof RelationKind>

const text = (longest: number) => z.string().trim().max(longest).nullable()

export const LibraryDocument = z.object({
  id: Id,
  areaId: Id,
  kind: LibraryKind,
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  inForceOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedNote: z.string().nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  source: z.enum(['reference', 'added', 'plan']),
  planId: Id.nullable(),
  hasFile: z.boolean(),
})
export type LibraryDocument = z.infer<typeof LibraryDocument>

export const LibraryRelation = z.object({
  kind: RelationKind,
  /** `to`: this document rests on the other one; `from`: the other one rests on this. */
  direction: z.enum(['to', 'from']),
  other: LibraryDocument.pick({ id: true, kind: true, number: true, title: true, endedOn: true }),
})
export type LibraryRelation = z.infer<typeof LibraryRelation>

export const ChangeKind = z.enum(['corrected', 'related', 'unrelated', 'file'])
export type ChangeKind = z.infer<typeof ChangeKind>

/** Who changed what of a document and when. `before` and `after` hold the fields that changed. */
export const LibraryChange = z.object({
  id: Id,
  kind: ChangeKind,
  at: z.string(),
  by: z.string(),
  before: z.record(z.string(), z.string().nullable()),
  after: z.record(z.string(), z.string().nullable()),
})
export type LibraryChange = z.infer<typeof LibraryChange>

export const LibraryFile = z.object({
  id: Id,
  name: z.string(),
  at: z.string(),
  replacedAt: z.string().nullable(),
})
export type LibraryFile = z.infer<typeof LibraryFile>

export const LibraryPage = LibraryDocument.extend({
  relations: z.array(LibraryRelation),
  /** Added by the own place or by one below it: may be changed here. */
  isOwn: z.boolean(),
  version: z.int(),
  /** The present file first, then those that it replaced. */
  files: z.array(LibraryFile),
  /** The latest first; empty for documents of other places. */
  history: z.array(LibraryChange),
})
export type LibraryPage = z.infer<typeof LibraryPage>

export const AddDocument = z.object({
  id: Id,
  kind: LibraryKind,
  number: text(60),
  issuedOn: Day.nullable(),
  inForceOn: Day.nullable(),
  endedOn: Day.nullable(),
  endedNote: text(300),
  issuer: text(200),
  title: z.string().trim().min(1).max(1000),
})
export type AddDocument = z.infer<typeof AddDocument>

/** `version` is the one the person saw. */
export const CorrectDocument = AddDocument.omit({ id: true }).extend({ version: z.int() })
export type CorrectDocument = z.infer<typeof CorrectDocument>

export const AddRelation = z.object({ toId: Id, kind: RelationKind })
export type AddRelation = z.infer<typeof AddRelation>

export const SearchLibrary = z.object({
  text: z.string().max(200).optional(),
  kind: LibraryKind.optional(),
})
export type SearchLibrary = z.infer<typeof SearchLibrary>
