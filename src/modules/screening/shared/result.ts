import { z } from 'zod'
import { addMonths, type Day, daysBetween } from '#base/day.ts'
import type { Answer, Tool, ToolItem } from './tool.ts'

/** What a form says. Suspicion is never a diagnosis: the words say what to do next. */
export const ScreeningResult = z.enum([
  'clear',
  'watch',
  'suspected',
  'urgent',
  'incomplete',
  'low',
  'moderate',
  'high',
  'ready',
  'support',
  'refused',
])
export type ScreeningResult = z.infer<typeof ScreeningResult>

export type Answers = Readonly<Record<string, Answer | undefined>>

export type Outcome = { result: ScreeningResult; score: number | null; refers: boolean }

const weeksInMonth = 30.4375 / 7
/** Age is corrected for birth before term up to two years. */
const correctedUntilMonths = 24
const daysInMonth = 30.4375

/** Age in months with decimals; weeks born before term are taken off until two years. */
export function screeningAge(bornOn: Day, screenedOn: Day, weeksEarly: number): number {
  const months = daysBetween(bornOn, screenedOn) / daysInMonth
  if (months >= correctedUntilMonths) return months
  return Math.max(0, months - weeksEarly / weeksInMonth)
}

/** The items of this age and of all younger ages (QĐ 2254/QĐ-BYT step 1). */
export function itemsForAge(tool: Tool, ageMonths: number): ToolItem[] {
  return tool.items.filter(
    ({ fromMonths, toMonths }) =>
      fromMonths <= ageMonths && (toMonths === null || Math.floor(ageMonths) <= toMonths),
  )
}

type Counted = { asked: ToolItem[]; concerns: ToolItem[]; unanswered: ToolItem[] }

function count(tool: Tool, ageMonths: number, answers: Answers): Counted {
  const asked = itemsForAge(tool, ageMonths)
  return {
    asked,
    concerns: asked.filter(({ code, concernAnswer }) => answers[code] === concernAnswer),
    unanswered: asked.filter(({ code }) => answers[code] === undefined || answers[code] === 'not-seen'),
  }
}

/** One sign is suspicion, a lost skill is urgent; what could not be seen is asked again. */
function anySign({ concerns, unanswered }: Counted): Outcome {
  const score = concerns.length
  if (concerns.some(({ urgent }) => urgent)) return { result: 'urgent', score, refers: true }
  if (score > 0) return { result: 'suspected', score, refers: true }
  return { result: unanswered.length > 0 ? 'incomplete' : 'clear', score, refers: false }
}

function behind({ concerns, unanswered }: Counted, referFrom: number): Outcome {
  const score = concerns.length
  if (score >= referFrom) return { result: 'suspected', score, refers: true }
  if (score > 0) return { result: 'watch', score, refers: false }
  return { result: unanswered.length > 0 ? 'incomplete' : 'clear', score, refers: false }
}

/** Enough skills, and at least one in every field; the rest is support before school, not a refusal of school. */
function ready({ asked, unanswered }: Counted, answers: Answers, from: number): Outcome {
  const has = asked.filter(({ code }) => answers[code] === 'yes')
  if (unanswered.length > 0) return { result: 'incomplete', score: has.length, refers: false }
  const fields = new Set(asked.map(({ field }) => field))
  const covered = new Set(has.map(({ field }) => field))
  const isReady = has.length >= from && covered.size === fields.size
  return { result: isReady ? 'ready' : 'support', score: has.length, refers: false }
}

function points(
  { concerns, unanswered }: Counted,
  cuts: { moderateFrom: number; highFrom: number },
): Outcome {
  const score = concerns.length
  if (score >= cuts.highFrom) return { result: 'high', score, refers: true }
  if (unanswered.length > 0) return { result: 'incomplete', score, refers: false }
  return score >= cuts.moderateFrom
    ? { result: 'moderate', score, refers: true }
    : { result: 'low', score, refers: false }
}

/** The result of a form for one child; undefined for a measure of groups, which says nothing of one child. */
export function resultOf(tool: Tool, ageMonths: number, answers: Answers): Outcome | undefined {
  const counted = count(tool, ageMonths, answers)
  const { scoring } = tool
  switch (scoring.kind) {
    case 'any-sign':
      return anySign(counted)
    case 'behind':
      return behind(counted, scoring.referFrom)
    case 'ready':
      return ready(counted, answers, scoring.from)
    case 'points':
      return points(counted, scoring)
    case 'cut-scores':
      return undefined
  }
}

/** When to look again: a month after a doubt, else at the tool's next age; null when there is none. */
export function nextLook(
  tool: Tool,
  child: { bornOn: Day },
  screenedOn: Day,
  result: ScreeningResult,
): Day | null {
  const soon: readonly ScreeningResult[] = ['watch', 'suspected', 'urgent', 'incomplete', 'moderate', 'high']
  if (soon.includes(result)) return addMonths(screenedOn, 1)
  const days = tool.scheduleMonths.map((months) => addMonths(child.bornOn, months))
  return days.find((day) => day > screenedOn) ?? null
}

/** Whether a version may be used on that day: what was filled before it was retired may be typed later. */
export function isInForceOn(
  { inForceFrom, retiredOn }: Pick<Tool, 'inForceFrom' | 'retiredOn'>,
  day: Day,
): boolean {
  return inForceFrom <= day && (retiredOn === null || day <= retiredOn)
}
