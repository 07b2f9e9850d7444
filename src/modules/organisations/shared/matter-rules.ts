import type { Day } from '#base/day.ts'
import { isOn, type Span } from '#base/span.ts'
import type { MatterDetails } from './contract-matters.ts'

export type MatterRefusal =
  | 'organisations.matter-in-future'
  | 'organisations.found-before-it-happened'
  | 'organisations.not-head-then'
  | 'organisations.answered-before-found'
  | 'organisations.discipline-needs-decision'
  | 'organisations.decided-before-found'
  | 'organisations.concluded-before-found'
  | 'organisations.concluded-without-measure'
  | 'organisations.half-answered'
  | 'organisations.half-concluded'
  | 'organisations.names-a-child'

/**
 * The first reason why a matter cannot stand as it is written; undefined when it can. `head` are the days of the
 * head's post. Discipline stands on a decision with number and day (Nghị định 172/2025/NĐ-CP).
 */
export function whyNotMatter(matter: MatterDetails, head: Span, today: Day): MatterRefusal | undefined {
  return whyNotFound(matter, head, today) ?? whyNotHandled(matter) ?? whyNotConcluded(matter)
}

function whyNotFound(matter: MatterDetails, head: Span, today: Day): MatterRefusal | undefined {
  const { happenedOn, foundOn, answeredOn, decidedOn, concludedOn } = matter
  if ([foundOn, answeredOn, decidedOn, concludedOn].some((day) => day !== null && day > today))
    return 'organisations.matter-in-future'
  if (foundOn < happenedOn) return 'organisations.found-before-it-happened'
  if (!isOn(head, happenedOn)) return 'organisations.not-head-then'
  return textsOf(matter).some((text) => personalNumber.test(text)) ? 'organisations.names-a-child' : undefined
}

function whyNotHandled({ answer, answeredOn, foundOn, measure, decision, decidedOn }: MatterDetails) {
  if ((answer === null) !== (answeredOn === null)) return 'organisations.half-answered'
  if (answeredOn !== null && answeredOn < foundOn) return 'organisations.answered-before-found'
  if (measure === 'discipline' && (decision === null || decidedOn === null))
    return 'organisations.discipline-needs-decision'
  return decidedOn !== null && decidedOn < foundOn ? 'organisations.decided-before-found' : undefined
}

function whyNotConcluded({ conclusion, concludedOn, foundOn, measure }: MatterDetails) {
  if ((conclusion === null) !== (concludedOn === null)) return 'organisations.half-concluded'
  if (concludedOn === null) return undefined
  if (concludedOn < foundOn) return 'organisations.concluded-before-found'
  return measure === null ? 'organisations.concluded-without-measure' : undefined
}

/** Twelve digits are a personal identity number (Luật Căn cước 2023 Article 12): no child may be found by a matter. */
const personalNumber = /(?<!\d)\d{12}(?!\d)/

function textsOf({ subject, finding, answer, conclusion }: MatterDetails): string[] {
  return [subject, finding, answer ?? '', conclusion ?? '']
}

export const matterFields = [
  'postId',
  'kind',
  'about',
  'subjectKey',
  'subject',
  'happenedOn',
  'foundOn',
  'foundBy',
  'finding',
  'answer',
  'answeredOn',
  'measure',
  'decision',
  'decidedOn',
  'conclusion',
  'concludedOn',
  'withdrawnReason',
] as const satisfies readonly (keyof MatterDetails)[]

export type MatterField = (typeof matterFields)[number]

/** The names of the fields alone: what stood in them is kept with the earlier wording. */
export function changedFields(before: MatterDetails, after: MatterDetails): MatterField[] {
  return matterFields.filter((field) => before[field] !== after[field])
}

/** To fill in what was empty needs no reason; to change or take away what was written does. */
export function needsReason(before: MatterDetails, after: MatterDetails): boolean {
  return changedFields(before, after).some((field) => before[field] !== null)
}

const answerFields: readonly MatterField[] = ['answer', 'answeredOn']

/** Whoever the matter is about may give an answer to it and nothing else. */
export function changesAnswerOnly(before: MatterDetails, after: MatterDetails): boolean {
  return changedFields(before, after).every((field) => answerFields.includes(field))
}

/**
 * Matters of bodies below are seen by the level above; those of one's own unit only by its leaders
 * (`organisations.review-own-level`).
 */
export function seesMatter(
  { capabilities, area }: { capabilities: ReadonlySet<string>; area: { id: string } },
  { areaId }: { areaId: string },
): boolean {
  return areaId !== area.id || capabilities.has('organisations.review-own-level')
}
