import { type Day, daysBetween, endOfMonth } from '#base/day.ts'
import { mediaTypeOf, officeFiles } from '#base/file-kinds.ts'
import type { TaskState } from '#modules/plans/shared/filing.ts'
import {
  type DueFrom,
  mostEvidenceBytes,
  type ShownState,
  type TaskDetails,
  type WorkLine,
} from './contract.ts'

/** Past its day and neither done nor stopped; on the day itself it is not late yet. */
export function shownState(state: TaskState, dueOn: Day | null, today: Day): ShownState {
  const isOpen = state === 'not-started' || state === 'in-progress'
  return isOpen && dueOn !== null && dueOn < today ? 'late' : state
}

/** Whole days since the day it was due; 0 for what is not late. */
export function daysLate(state: TaskState, dueOn: Day | null, today: Day): number {
  return dueOn !== null && shownState(state, dueOn, today) === 'late' ? daysBetween(dueOn, today) : 0
}

export type Due = { dueOn: Day | null; dueFrom: DueFrom | null }

/**
 * The day a task is due: the one set here, else the one the place of the plan set, else the one that the plan prints for
 * the task, else the last day of the plan's period (a plan "giai đoạn 2021-2025" must be carried out by 31/12/2025).
 */
export function dueOf({
  own,
  above,
  printed,
  periodTo,
}: {
  own: Day | null
  above: Day | null
  printed: Day | null
  periodTo: number | null
}): Due {
  if (own !== null) return { dueOn: own, dueFrom: 'own' }
  if (above !== null) return { dueOn: above, dueFrom: 'above' }
  if (printed !== null) return { dueOn: printed, dueFrom: 'printed' }
  return periodTo === null ? { dueOn: null, dueFrom: null } : { dueOn: `${periodTo}-12-31`, dueFrom: 'plan' }
}

export type ChangeRefusal =
  | 'tasks.late-needs-reason'
  | 'tasks.stopped-needs-reason'
  | 'tasks.done-needs-day'
  | 'tasks.done-in-future'
  | 'tasks.dates-in-order'

/** Why a change cannot be kept. `due` is the day that counts, wherever it comes from. */
export function refusalOfChange(
  {
    state,
    doneOn,
    startsOn,
    dueOn,
    delayReason,
  }: Pick<TaskDetails, 'state' | 'doneOn' | 'startsOn' | 'dueOn' | 'delayReason'>,
  { due, today }: { due: Day | null; today: Day },
): ChangeRefusal | undefined {
  if (isDisorder(startsOn, dueOn)) return 'tasks.dates-in-order'
  if (state === 'done' && doneOn === null) return 'tasks.done-needs-day'
  if (doneOn !== null && doneOn > today) return 'tasks.done-in-future'
  if (delayReason !== null) return undefined
  if (state === 'stopped') return 'tasks.stopped-needs-reason'
  return shownState(state, due, today) === 'late' ? 'tasks.late-needs-reason' : undefined
}

/** Ends before it begins; a day that is not set is in order with any. */
export function isDisorder(startsOn: Day | null, dueOn: Day | null): boolean {
  return startsOn !== null && dueOn !== null && dueOn < startsOn
}

/** In the order in which a person must look at them. */
export const timeGroups = ['overdue', 'this-month', 'later', 'no-day', 'finished'] as const
export type TimeGroup = (typeof timeGroups)[number]

/** `this-month` ends with the calendar month of today. */
export function timeGroup({ state, dueOn }: Pick<WorkLine, 'state' | 'dueOn'>, today: Day): TimeGroup {
  if (state === 'done' || state === 'stopped') return 'finished'
  if (state === 'late') return 'overdue'
  if (dueOn === null) return 'no-day'
  return dueOn <= endOfMonth(today) ? 'this-month' : 'later'
}

export type WorkFilter = {
  agency?: string | undefined
  planId?: string | undefined
  state?: ShownState | undefined
  mineOnly?: boolean | undefined
}

/** What a body is filtered by: the organisation where it is known, the printed name otherwise. */
export function bodyKey({ organisationId, name }: { organisationId: string | null; name: string }): string {
  return organisationId ?? name
}

/** Each filter that is set must hold; a body counts as lead and as coordinating. */
export function filterWork(lines: readonly WorkLine[], filter: WorkFilter): WorkLine[] {
  return lines.filter(
    (line) =>
      (!filter.planId || line.planId === filter.planId) &&
      (!filter.state || line.state === filter.state) &&
      (!filter.mineOnly || line.isMine) &&
      (!filter.agency ||
        [...line.lead, ...line.coordinating].some((body) => bodyKey(body) === filter.agency)),
  )
}

/** The most pressing first: by day, those without a day last. */
export function byDue(
  one: Pick<WorkLine, 'dueOn' | 'title'>,
  other: Pick<WorkLine, 'dueOn' | 'title'>,
): number {
  const [first, second] = [one.dueOn ?? '9999', other.dueOn ?? '9999']
  if (first !== second) return first < second ? -1 : 1
  return 0
}

/** The media type by the ending of the name, when the first bytes agree with it. */
export function evidenceType(
  name: string,
  bytes: Uint8Array,
): { ok: true; mediaType: string } | { ok: false; reason: 'tasks.evidence-kind' | 'tasks.evidence-size' } {
  const mediaType = mediaTypeOf(name, bytes, officeFiles)
  if (mediaType === undefined) return { ok: false, reason: 'tasks.evidence-kind' }
  return bytes.length > mostEvidenceBytes
    ? { ok: false, reason: 'tasks.evidence-size' }
    : { ok: true, mediaType }
}
