import { Day } from '#base/day.ts'
import { fold } from '#base/text.ts'
import {
  longestDueWords,
  type PlacedReading,
  type PlanReading,
  type PlanTask,
  type TaskDue,
  type TextPlace,
} from './contract.ts'

type Printed = TaskDue & { said: string; at: number }

/**
 * What is proposed for filing: each task and part with the day that the document prints for it, "trong tháng 6/2026" as
 * the last day of that month, "trước ngày 15/12/2026" as the printed day. Of several days the last counts. Days of each
 * year have no year and are no proposal; nor is the day of a report on the task.
 */
export function withTaskDays({ reading, places }: PlacedReading): PlanReading {
  const printed = reading.deadlines.flatMap(({ text, date }, index) => {
    const on = Day.safeParse(date).data
    const said = text.slice(0, longestDueWords)
    return on === undefined ? [] : [{ on, said, at: places.deadlines[index]?.start ?? -1 }]
  })
  return {
    ...reading,
    tasks: reading.tasks.map((task, index) => withDays(task, printed, places.taskBodies[index])),
  }
}

function withDays(task: PlanTask, printed: readonly Printed[], body: TextPlace | undefined): PlanTask {
  const parts = task.parts.map((part) => ({
    part,
    days: printed.filter((one) => isOf(one, part.title, part.solutions)),
  }))
  const below = new Set(parts.flatMap(({ days }) => days))
  const own = printed.filter(
    (one) => !below.has(one) && (isOf(one, task.title, task.solutions) || isTimeBelow(one, body)),
  )
  return {
    ...task,
    due: last(own),
    parts: parts.map(({ part, days }) => ({ ...part, due: last(days) })),
  }
}

/** Said in the title, in one of the solutions, or in the time column of the task's row ("Tập huấn: Quý III/2026"). */
function isOf({ said }: Printed, title: string, solutions: readonly string[]): boolean {
  if (title !== '' && (title.includes(said) || said.startsWith(`${title}: `))) return true
  return !isOfReport(said) && solutions.some((solution) => solution.includes(said))
}

/** "Thời gian: hoàn thành trước 30/9/2025" under the heading of the task is no solution of it, but its time. */
function isTimeBelow({ said, at }: Printed, body: TextPlace | undefined): boolean {
  return body !== undefined && body.start <= at && at < body.end && !isOfReport(said)
}

function isOfReport(said: string): boolean {
  return /bao cao|gui ve/.test(fold(said))
}

function last(days: readonly Printed[]): TaskDue | null {
  const [first, ...others] = days
  if (!first) return null
  const { on, said } = others.reduce((latest, one) => (one.on > latest.on ? one : latest), first)
  return { on, said }
}

/** The same tasks without days: those of an earlier plan do not hold for the next. */
export function withoutTaskDays(tasks: readonly PlanTask[]): PlanTask[] {
  return tasks.map((task) => ({
    ...task,
    due: null,
    parts: task.parts.map((part) => ({ ...part, due: null })),
  }))
}
