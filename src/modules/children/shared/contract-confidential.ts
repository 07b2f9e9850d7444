import { z } from 'zod'
import { Day } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { openingWords, reasonLength } from './confidential.ts'
import { circumstanceSubgroups } from './special-circumstances.ts'

/** One group of special circumstances a child belongs to, for a time, as some paper says. */
export const Circumstance = z.object({
  id: Id,
  groupNo: z.number().int().min(1).max(14),
  /** "3.10": one of the 48 of NĐ 56/2017/NĐ-CP; null while it is not known which. */
  subgroup: z
    .string()
    .refine((code) => code in circumstanceSubgroups)
    .nullable()
    .default(null),
  detail: z.string().nullable(),
  fromDay: Day,
  toDay: Day.nullable(),
  source: z.string(),
})
export type Circumstance = z.infer<typeof Circumstance>

export const RecordCircumstance = Circumstance.extend({
  detail: z.string().trim().max(1000).nullable(),
  source: z.string().trim().min(3).max(200),
}).refine(({ groupNo, subgroup }) => subgroup === null || subgroup.startsWith(`${groupNo}.`), {
  path: ['subgroup'],
  error: 'children.subgroup-of-other-group',
})
export type RecordCircumstance = z.infer<typeof RecordCircumstance>

/** What the asker sees of a child's circumstances; `until`: the end of an opening of theirs. */
export const Circumstances = z.object({ circumstances: z.array(Circumstance), until: z.string().nullable() })
export type Circumstances = z.infer<typeof Circumstances>

export const OpenConfidential = z.object({
  id: Id,
  reason: z.string().trim().min(reasonLength.min, { error: 'children.reason-short' }).max(reasonLength.max),
})
export type OpenConfidential = z.infer<typeof OpenConfidential>

export const Opened = z.object({ id: Id, until: z.string() })
export type Opened = z.infer<typeof Opened>

export const Finding = z.enum(['justified', 'not-justified'])
export type Finding = z.infer<typeof Finding>

/** An opening as the responsible person sees it; the child's name only for those who may see children. */
export const Opening = z.object({
  id: Id,
  childId: Id,
  childName: z.string().optional(),
  placeName: z.string(),
  personName: z.string(),
  roleName: z.object({ vi: z.string(), en: z.string() }),
  reason: z.string(),
  openedAt: z.string(),
  until: z.string(),
  finding: Finding.nullable(),
  note: z.string().nullable(),
  reviewedAt: z.string().nullable(),
  reviewedByName: z.string().nullable(),
  /** Asked back before the finding, and what the opener answered. */
  question: z.string().nullable(),
  questionedAt: z.string().nullable(),
  questionedByName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  /** False for one's own: somebody else looks at it. */
  mayReview: z.boolean(),
})
export type Opening = z.infer<typeof Opening>

/** `waiting`: without a finding, asked back or not; `questioned`: of these the ones asked back. */
export const OpeningState = z.enum(['waiting', 'questioned', 'reviewed', 'all'])
export type OpeningState = z.infer<typeof OpeningState>

export const ListOpenings = z.object({
  state: OpeningState.default('waiting'),
  before: z.iso.datetime({ offset: true }).optional(),
})
export type ListOpenings = z.infer<typeof ListOpenings>

export const OpeningsFound = z.object({ openings: z.array(Opening), next: z.string().nullable() })
export type OpeningsFound = z.infer<typeof OpeningsFound>

export const ReviewOpening = z.object({ finding: Finding, note: z.string().trim().max(500).nullable() })
export type ReviewOpening = z.infer<typeof ReviewOpening>

const words = z
  .string()
  .trim()
  .min(openingWords.min, { error: 'children.opening-words' })
  .max(openingWords.max)

export const QuestionOpening = z.object({ question: words })
export type QuestionOpening = z.infer<typeof QuestionOpening>

export const AnswerOpening = z.object({ answer: words })
export type AnswerOpening = z.infer<typeof AnswerOpening>

/** An opening of one's own about which somebody asks. */
export const AskedOpening = z.object({
  id: Id,
  childId: Id,
  childName: z.string(),
  openedAt: z.string(),
  reason: z.string(),
  question: z.string(),
  questionedByName: z.string(),
})
export type AskedOpening = z.infer<typeof AskedOpening>
