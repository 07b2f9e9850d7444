import type { Day } from '#base/day.ts'
import type { Comparator } from '#modules/plans/shared/contract.ts'
import type { TaskState } from '#modules/plans/shared/filing.ts'
import { isReached } from '#modules/plans/shared/target-reached.ts'
import type { ReviewKind, Verdict } from './reviews.ts'

type Asked = { kind: ReviewKind; asOf: Day }

/** The last day of the year a target is for, else of the plan's period. */
export function targetDueOn(year: number | null, periodTo: number | null): Day | null {
  const last = year ?? periodTo
  return last === null ? null : `${last}-12-31`
}

/** Something that is not there yet has failed when its day has come, or when a final review ends the plan. */
function hasEnded(dueOn: Day | null, { kind, asOf }: Asked): boolean {
  return kind === 'final' || (dueOn !== null && dueOn <= asOf)
}

type Aim = { comparator: Comparator; value: number; valueTo: number | null }

/**
 * What the figure of the day says of a target. Nothing where there is no figure, where the target is a change from a
 * base year that nobody recorded, and where the day of the target is still to come.
 */
export function verdictOnTarget(
  aim: Aim,
  { figure, dueOn, ...asked }: Asked & { figure: number | null; dueOn: Day | null },
): Verdict | null {
  const reached = figure === null ? undefined : isReached(aim, figure)
  if (reached === undefined) return null
  if (reached) return 'reached'
  return hasEnded(dueOn, asked) ? 'missed' : null
}

export type TaskStanding = {
  state: TaskState
  doneOn: Day | null
  dueOn: Day | null
  /** Of the units below that must do it too. */
  units: { total: number; done: number }
}

/**
 * What the state of a task says on the day of the review: done later was not done then. A task that the units below
 * carry out is reached when all of them have, partly when some have.
 */
export function verdictOnTask(task: TaskStanding, asked: Asked): Verdict | null {
  const { state, dueOn, units } = task
  const isDone = isDoneBy(task, asked.asOf)
  const haveAll = units.done === units.total
  if (haveAll && (isDone || units.total > 0)) return 'reached'
  if (state !== 'stopped' && !hasEnded(dueOn, asked)) return null
  const hasBegun = units.done > 0 || ['in-progress', 'done'].includes(state)
  return hasBegun ? 'partly' : 'missed'
}

function isDoneBy({ state, doneOn }: TaskStanding, day: Day): boolean {
  return state === 'done' && (doneOn === null || doneOn <= day)
}
