import { daysBetween, type Day } from '#base/day.ts'

const daysAhead = 90
/** A date of the plan that has passed is still shown for so long: it may only be forgotten. */
const daysBehind = 30

export type Upcoming = { day: Day; daysLeft: number }

/** The day in this or the next year of a rule such as `before:06-15`; one that has just passed stays. */
function dayOfRule(today: Day, rule: string | null): Day | undefined {
  const monthDay = /^(?:before|fixed):(\d{2}-\d{2})$/.exec(rule ?? '')?.[1]
  if (!monthDay) return undefined
  const year = Number(today.slice(0, 4))
  const thisYear = `${year}-${monthDay}`
  return daysBetween(today, thisYear) >= -daysBehind ? thisYear : `${year + 1}-${monthDay}`
}

/** When a deadline of a plan falls next, if that is near enough to be of today's concern. */
export function nextDeadline(
  today: Day,
  { date, rule }: { date: Day | null; rule: string | null },
): Upcoming | undefined {
  const day = date ?? dayOfRule(today, rule)
  if (!day) return undefined
  const daysLeft = daysBetween(today, day)
  return daysLeft >= -daysBehind && daysLeft <= daysAhead ? { day, daysLeft } : undefined
}
