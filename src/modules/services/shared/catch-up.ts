import type { Day } from '#base/day.ts'
import { answeredWindows, type PreparedChild } from './answers.ts'
import type { PackageDose, PackageItem } from './contract.ts'
import { dayNumber, dayText } from './day-number.ts'

export type PlannedDose = { dose: number; on: Day }

const always = { from: -Infinity, to: Infinity }

/** For each dose: its first day by age, and the days that must lie between it and the one before. */
function bounds(doses: readonly PackageDose[], { birth }: PreparedChild) {
  return new Map(
    doses.map(({ dose, fromDays, minGapDays }) => [dose, { from: birth.day + fromDays, gap: minGapDays }]),
  )
}

function lastDay({ toDays, catchUpToDays }: PackageItem, { birth }: PreparedChild): number {
  return birth.day + Math.max(toDays, catchUpToDays ?? 0)
}

/**
 * The earliest days on which the doses that are missing can still be given, the first of them on `day` or later:
 * none before its age, none sooner after the one before than the least gap (immunization-schedule.csv), none after
 * the age until which the service is worth giving. Empty when nothing is missing or when it is too late for the next.
 */
export function dosePlan(item: PackageItem, child: PreparedChild, day: Day): PlannedDose[] {
  if (item.rhythm.kind !== 'doses') return []
  const today = dayNumber(day)
  const last = lastDay(item, child)
  const limits = bounds(item.rhythm.doses, child)
  const plan: PlannedDose[] = []
  let before = -Infinity
  for (const { dose, answer } of answeredWindows(item, child, always, today)) {
    const limit = limits.get(dose ?? 0)
    if (answer?.record.answer === 'done') before = answer.on
    // A refused dose rests the series until the family changes its mind.
    else if (answer || !limit || dose === null) return plan
    else {
      before = Math.max(today, limit.from, before + limit.gap)
      if (before > last) return plan
      plan.push({ dose, on: dayText(before) })
    }
  }
  return plan
}
