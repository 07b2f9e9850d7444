import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { tidy } from '#base/text.ts'

const line = (longest: number) => z.string().transform(tidy).pipe(z.string().min(1).max(longest))
const long = z.string().trim().min(1).max(5000)

/** Says that a post is that of the head of its body, and what the head answers for; the days are the post's. */
export const NameHead = z.object({ isHead: z.boolean(), answerableFor: line(300).nullable() })
export type NameHead = z.infer<typeof NameHead>

/** R19: who leads a body from which day to which. */
export const Head = z.object({
  postId: Id,
  staffId: Id,
  fullName: z.string(),
  title: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  areaName: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
  answerableFor: z.string().nullable(),
})
export type Head = z.infer<typeof Head>

/** `bodiesWithout`: bodies of today that have no head today. */
export const Heads = z.object({
  heads: z.array(Head),
  bodiesWithout: z.array(z.object({ id: Id, name: z.string(), areaName: z.string() })),
})
export type Heads = z.infer<typeof Heads>

/** Delay and cover-up are the plans' own words (004 II.1, II.5); anything else is another failing. */
export const MatterKind = z.enum(['delay', 'cover-up', 'failing'])
export type MatterKind = z.infer<typeof MatterKind>

export const MatterAbout = z.enum(['report', 'task', 'case', 'other'])
export type MatterAbout = z.infer<typeof MatterAbout>

/** `none`: examined, and the head was not at fault. */
export const Measure = z.enum([
  'reminder',
  'criticism',
  'review',
  'discipline',
  'to-inspection',
  'to-police',
  'none',
])
export type Measure = z.infer<typeof Measure>

/**
 * What stands in a matter. `subjectKey` names a late report or task of the body's place, from which the server takes
 * the words. Answer and conclusion each have their day; `withdrawnReason` takes back what was recorded by mistake.
 */
export const MatterDetails = z.object({
  postId: Id,
  kind: MatterKind,
  about: MatterAbout,
  subjectKey: line(200).nullable(),
  subject: line(300),
  happenedOn: Day,
  foundOn: Day,
  foundBy: line(200),
  finding: long,
  answer: long.nullable(),
  answeredOn: Day.nullable(),
  measure: Measure.nullable(),
  decision: line(100).nullable(),
  decidedOn: Day.nullable(),
  conclusion: long.nullable(),
  concludedOn: Day.nullable(),
  withdrawnReason: line(300).nullable(),
})
export type MatterDetails = z.infer<typeof MatterDetails>

export const AddMatter = MatterDetails.extend({ id: Id })
export type AddMatter = z.infer<typeof AddMatter>

/** `reason` is needed as soon as something that was written is changed or taken away. */
export const EditMatter = MatterDetails.extend({ version: z.int(), reason: line(300).nullable() })
export type EditMatter = z.infer<typeof EditMatter>

/** `mayWrite`: everything, or the head's own answer only when the matter is about whoever looks at it. */
export const Matter = MatterDetails.extend({
  id: Id,
  version: z.int(),
  fullName: z.string(),
  title: z.string(),
  organisationId: Id,
  organisationName: z.string(),
  areaId: Id,
  areaName: z.string(),
  subjectUrl: z.string().nullable(),
  mayWrite: z.enum(['all', 'answer']),
})
export type Matter = z.infer<typeof Matter>

/** A matter as it was before a correction: by whom, when and why it was corrected. */
export const MatterChange = z.object({
  version: z.int(),
  changedAt: z.string(),
  changedBy: z.string(),
  reason: z.string().nullable(),
  before: MatterDetails,
})
export type MatterChange = z.infer<typeof MatterChange>

export const MatterWithChanges = Matter.extend({ changes: z.array(MatterChange) })
export type MatterWithChanges = z.infer<typeof MatterWithChanges>

/** A report or task that is late today; `key` is the name its own module gives it. */
export const LateWork = z.object({
  about: z.enum(['report', 'task']),
  key: z.string(),
  text: z.string(),
  dueOn: Day,
})
export type LateWork = z.infer<typeof LateWork>
