import { formatNumber } from '#base/numbers.ts'
import { type Day, formatDay } from '#base/day.ts'
import type { Reading } from '#platform/http/route.ts'
import { getArea } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { type DatedValue, listValuesOn } from '#modules/plans/server/public.ts'
import type { FiledPlan, FiledTarget } from '#modules/plans/shared/filing.ts'
import type { ReviewKind, Subject } from '../shared/reviews.ts'
import { dueOf } from '../shared/rules.ts'
import { targetDueOn, verdictOnTarget, verdictOnTask } from '../shared/verdicts.ts'
import { unitsOf } from './get-task.ts'
import type { ConclusionRow } from './queries-reviews.ts'
import { listPlanTasks } from './queries-work.ts'

/** A figure of a target on a day; `value` null where the words say why there is none. */
export type TargetFigure = { targetId: string; value: number | null; words: string }

/**
 * Figures on `day` of the targets that are tied to something a later module counts. Given as the asker may see them;
 * targets it knows nothing of are left out.
 */
export type FigureSource = (
  context: Reading,
  asked: { plan: FiledPlan; area: Area; day: Day },
) => Promise<TargetFigure[]>

export const figureSources: FigureSource[] = []

type Asked = { kind: ReviewKind; asOf: Day }

/** The counted figure goes before the typed one; both as of the day of the review. */
export async function subjectsOf(
  context: Reading,
  { plan, review, conclusions }: { plan: FiledPlan; review: Asked; conclusions: readonly ConclusionRow[] },
): Promise<Subject[]> {
  const { db } = context
  const area = await getArea(db, plan.areaId)
  const asked = { plan, area, day: review.asOf }
  const counted: TargetFigure[] = []
  for (const source of figureSources) counted.push(...(await source(context, asked)))
  const typed = await listValuesOn(db, plan.id, review.asOf)
  const concluded = (id: string) => {
    const found = conclusions.find(({ subjectId }) => subjectId === id)
    const { verdict = null, conclusion = null, lessons = null, version = 0 } = found ?? {}
    return { id, verdict, conclusion, lessons, version }
  }
  const targets = plan.targets.map((target): Subject => {
    const figure = figureOf(target, { counted, typed })
    const dueOn = targetDueOn(target.year, plan.periodTo)
    const proposed = verdictOnTarget(target, { ...review, figure: figure?.value ?? null, dueOn })
    const text = { kind: 'target' as const, text: target.text, known: figure?.words ?? null }
    return { ...concluded(target.id), ...text, dueOn, proposed, units: null }
  })
  return [...targets, ...(await taskSubjects(context, { plan, area, review }, concluded))]
}

function figureOf(
  { id, unit }: FiledTarget,
  { counted, typed }: { counted: readonly TargetFigure[]; typed: readonly DatedValue[] },
): Omit<TargetFigure, 'targetId'> | undefined {
  const found = counted.find(({ targetId }) => targetId === id)
  if (found && found.value !== null) return found
  const byHand = typed.find(({ targetId }) => targetId === id)
  if (!byHand) return found
  const { value, asOf, source } = byHand
  const figure = `${formatNumber(value)}${unit === null || unit === '%' ? (unit ?? '') : ` ${unit}`}`
  return { value, words: `${figure} (${formatDay(asOf)}, ${source})` }
}

type Concluded = (id: string) => Pick<Subject, 'id' | 'verdict' | 'conclusion' | 'lessons' | 'version'>

async function taskSubjects(
  { db, clock }: Reading,
  { plan, area, review }: { plan: FiledPlan; area: Area; review: Asked },
  concluded: Concluded,
): Promise<Subject[]> {
  const rows = (await listPlanTasks(db, { area, planId: plan.id })).filter(({ isLeaf }) => isLeaf)
  const states = await unitsOf(db, { area, rows, today: clock.today() })
  return rows.map((row) => {
    const { itemId, title, state, doneOn, ownDue, aboveDue, printedDue: printed, periodTo } = row
    const below = states.get(itemId) ?? []
    const units = { total: below.length, done: below.filter((unit) => unit.state === 'done').length }
    const { dueOn } = dueOf({ own: ownDue, above: aboveDue, printed, periodTo })
    const proposed = verdictOnTask({ state, doneOn, dueOn, units }, review)
    const text = { kind: 'task' as const, text: title, known: state }
    return { ...concluded(itemId), ...text, dueOn, proposed, units: below.length > 0 ? units : null }
  })
}
