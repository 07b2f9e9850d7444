import { ageOn, type Day } from '#base/day.ts'
import { addWorkingDays, type DayKind, termEnd } from '#base/working-days.ts'
import type { GiveConsent, RequestKind } from './contract.ts'

/** Years from which the child itself is asked (Luật 91/2025/QH15 Art. 24; Luật Trẻ em 2016 Art. 6.11). */
const ageOfVoice = 7

/** Completed years on the day of the act; null where the birth date is not known. */
export function yearsOn(bornOn: Day | null, day: Day): number | null {
  return bornOn === null ? null : ageOn(bornOn, day).years
}

/** An unknown birth date counts as 7 or more: the stricter side (inferred, personal-data.md section 2). */
export function isChildAsked(bornOn: Day | null, day: Day): boolean {
  return (yearsOn(bornOn, day) ?? ageOfVoice) >= ageOfVoice
}

export type ConsentFault =
  'privacy.child-not-asked' | 'privacy.child-disagrees' | 'privacy.before-birth' | 'privacy.day-ahead'

/** Why a consent as written down would not count. A refusal needs nobody's agreement. */
export function consentFault(
  given: Pick<GiveConsent, 'decision' | 'givenOn' | 'childVoice'>,
  { bornOn, today }: { bornOn: Day | null; today: Day },
): ConsentFault | undefined {
  if (given.givenOn > today) return 'privacy.day-ahead'
  if (bornOn !== null && given.givenOn < bornOn) return 'privacy.before-birth'
  if (given.decision === 'refused') return undefined
  // A younger child who says no is heard as well: the best interests of the child come first (Luật Trẻ em Art. 5).
  if (given.childVoice === 'disagrees') return 'privacy.child-disagrees'
  return isChildAsked(bornOn, given.givenOn) && given.childVoice !== 'agrees'
    ? 'privacy.child-not-asked'
    : undefined
}

/** Working days until the first answer (NĐ 356/2025/NĐ-CP; personal-data.md section 4). */
const answerDays = 2

/** Days until a request is settled: alone, and where a processor holds part of the data. */
const settleDays: Readonly<Record<RequestKind, readonly [alone: number, withProcessor: number]>> = {
  view: [10, 15],
  provide: [10, 15],
  correct: [10, 15],
  withdraw: [15, 20],
  restrict: [15, 20],
  delete: [20, 30],
}

export type Terms = { answerDueOn: Day; dueOn: Day }

/** The first answer is counted in working days; whether the rest is, is a setting (unverified in the law). */
export function termsOf(
  { kind, receivedOn, withProcessor }: { kind: RequestKind; receivedOn: Day; withProcessor: boolean },
  dayKind: DayKind,
): Terms {
  const days = settleDays[kind][withProcessor ? 1 : 0]
  return {
    answerDueOn: addWorkingDays(receivedOn, answerDays),
    dueOn: termEnd(receivedOn, { days, kind: dayKind }),
  }
}

/** Once, by the same number of days again, from the day it would have been due (its length is inferred). */
export function extendedDueOn(
  request: { kind: RequestKind; dueOn: Day; withProcessor: boolean },
  dayKind: DayKind,
): Day {
  return termsOf({ ...request, receivedOn: request.dueOn }, dayKind).dueOn
}

/** Hours to tell the competent body of a breach; they run through nights and holidays. */
const notifyHours = 72

/** The moment (ISO, UTC) until which the competent body must be told. */
export function notifyBy(noticedAt: string): string {
  return new Date(Date.parse(noticedAt) + notifyHours * 3_600_000).toISOString()
}

export type Lateness = 'answer-late' | 'late' | 'answer-soon' | 'soon' | 'on-time' | 'done'

/** Days before a term at which a request is shown as pressing. */
const soonDays = 2

/** Where a request stands on `today`. */
export function latenessOf(
  request: { answeredOn: Day | null; answerDueOn: Day; dueOn: Day; decidedOn: Day | null },
  today: Day,
): Lateness {
  if (request.decidedOn !== null) return 'done'
  if (request.dueOn < today) return 'late'
  if (request.answeredOn === null && request.answerDueOn < today) return 'answer-late'
  if (request.answeredOn === null) return 'answer-soon'
  return request.dueOn <= addWorkingDays(today, soonDays) ? 'soon' : 'on-time'
}

/** Sensitive data of this many people are core data (QĐ 20/2025/QĐ-TTg). */
const coreDataFrom = 100_000

/** Whether the children held are so many that their data are core data. */
export function isCoreData(children: number): boolean {
  return children >= coreDataFrom
}
