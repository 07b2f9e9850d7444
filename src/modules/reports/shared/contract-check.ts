import { z } from 'zod'
import { Id } from '#base/id.ts'
import { Beside } from './beside.ts'
import { Finding, GivenReason } from './finding.ts'

export const CheckReply = z.object({
  findings: z.array(Finding),
  reasons: z.array(GivenReason),
  beside: Beside,
  /** Sentences to put in, by section. */
  offers: z.record(z.string(), z.array(z.string())),
})
export type CheckReply = z.infer<typeof CheckReply>

/** `seen` are the numbers on the screen, as the finding says them. */
export const GiveReason = z.object({
  seen: z.string().max(2000),
  reason: z.string().trim().min(1).max(500),
})
export type GiveReason = z.infer<typeof GiveReason>

export const CommentAbout = z.enum(['cell', 'section', 'report'])

/** What the unit above asks; `key` of the cell or section. */
export const Comment = z.object({
  id: Id,
  about: CommentAbout,
  key: z.string().nullable(),
  text: z.string(),
  byName: z.string(),
  byPlace: z.string(),
  at: z.string(),
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: z.string().nullable(),
})
export type Comment = z.infer<typeof Comment>

const Text = z.string().trim().min(1).max(2000)

export const AddComment = z.discriminatedUnion('about', [
  z.object({ id: Id, about: z.literal('cell'), key: z.string().max(200), text: Text }),
  z.object({ id: Id, about: z.literal('section'), key: z.string().max(200), text: Text }),
  z.object({ id: Id, about: z.literal('report'), text: Text }),
])
export type AddComment = z.infer<typeof AddComment>

export const AnswerComment = z.object({ answer: Text })

export const FileKind = z.enum(['attached', 'signed'])

export const ReportFile = z.object({
  id: Id,
  kind: FileKind,
  name: z.string(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int(),
  sha256: z.string(),
  addedByName: z.string(),
  addedAt: z.string(),
})
export type ReportFile = z.infer<typeof ReportFile>
