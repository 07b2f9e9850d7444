import type { Day } from '#base/day.ts'
import {
  answeredWindows,
  owedItems,
  prepareChild,
  type AnsweredWindow,
  type PreparedChild,
} from './answers.ts'
import {
  domains,
  type ChildFacts,
  type Domain,
  type PackageItem,
  type ServicePackage,
  type ServiceRecord,
} from './contract.ts'
import {
  calendarDay,
  completedYears,
  dayNumber,
  dayText,
  type CalendarDay,
  type DayNumber,
} from './day-number.ts'

/**
 * Who is reached in a period, by docs/decisions/0004-coverage-rule.md. Masks have one bit for each
 * domain (bit 0 = health, in the order of `domains`); items are named by their numbers.
 */
export type Coverage = {
  /** In the denominator: born, not yet too old at the period's end, living in the area. */
  counted: boolean
  dueMask: number
  gotMask: number
  dueItems: number[]
  gotItems: number[]
  missing: { itemCode: string; dose: number | null; to: Day }[]
  /** The next day on which the answer can change without a new record. */
  recheckOn: Day | null
}

/** `last`: the period's last day, `to`, as a date. */
export type PeriodNumbers = { from: DayNumber; to: DayNumber; asOf: DayNumber; last: CalendarDay }

/** A period as the rules ask for it; made once for many children. */
export function periodNumbers({ from, to, asOf }: { from: Day; to: Day; asOf: Day }): PeriodNumbers {
  const end = dayNumber(to)
  return { from: dayNumber(from), to: end, asOf: dayNumber(asOf), last: calendarDay(end) }
}

type ItemCoverage = { due: boolean; got: boolean; missing: AnsweredWindow[]; next: DayNumber }

export const domainBit: Readonly<Record<Domain, number>> = {
  health: 1,
  nutrition: 2,
  education: 4,
  care: 8,
  protection: 16,
  welfare: 32,
}
export const allDomainsMask = 2 ** domains.length - 1

/** A window belongs to the period in which it ends. */
function windowsEnding(item: PackageItem, child: PreparedChild, period: PeriodNumbers): AnsweredWindow[] {
  const cut = Math.min(period.to, period.asOf)
  return answeredWindows(item, child, period, cut).filter(
    ({ from, to }) => to >= period.from && to <= period.to && from <= child.leftOn,
  )
}

/**
 * A window is due when it has ended, or is answered already. A mandatory item is got when every due window
 * of it was done; another when one was.
 */
function itemCoverage(item: PackageItem, child: PreparedChild, period: PeriodNumbers): ItemCoverage {
  const cut = Math.min(period.to, period.asOf)
  const missing: AnsweredWindow[] = []
  let done = 0
  let next = Infinity
  for (const window of windowsEnding(item, child, period)) {
    if (window.answer?.record.answer === 'done') done += 1
    else if (window.answer || window.to <= cut) missing.push(window)
    else next = Math.min(next, window.to)
  }
  const got = done > 0 && (!item.mandatory || missing.length === 0)
  return { due: done + missing.length > 0, got, missing, next }
}

function isCounted(pkg: ServicePackage, child: PreparedChild, period: PeriodNumbers): boolean {
  const cut = Math.min(period.to, period.asOf)
  if (child.birth.day > cut || child.leftOn <= cut) return false
  return completedYears(child.birth.calendar, period.last) <= pkg.upToAgeYears
}

function countedLater(child: PreparedChild, { to, asOf }: PeriodNumbers): DayNumber {
  if (asOf >= to) return Infinity
  const change = child.birth.day > asOf ? child.birth.day : child.leftOn
  return change > asOf && change <= to ? change : Infinity
}

/**
 * Which domains ask something of the child in the period, which were reached, what is missing, and the next day on
 * which time alone changes the answer (docs/decisions/0004-coverage-rule.md).
 */
export function coverageOf(pkg: ServicePackage, child: PreparedChild, period: PeriodNumbers): Coverage {
  const counted = isCounted(pkg, child, period)
  const coverage: Coverage = {
    counted,
    dueMask: 0,
    gotMask: 0,
    dueItems: [],
    gotItems: [],
    missing: [],
    recheckOn: null,
  }
  let next = countedLater(child, period)
  let failedMask = 0
  for (const item of counted ? owedItems(pkg, child) : []) {
    const one = itemCoverage(item, child, period)
    next = Math.min(next, one.next)
    if (!one.due) continue
    const bit = domainBit[item.domain]
    coverage.dueMask |= bit
    coverage.dueItems.push(item.number)
    if (one.got) {
      coverage.gotMask |= bit
      coverage.gotItems.push(item.number)
    } else if (item.mandatory) failedMask |= bit
    for (const { dose, to } of one.missing)
      coverage.missing.push({ itemCode: item.code, dose, to: dayText(to) })
  }
  coverage.gotMask &= ~failedMask
  coverage.recheckOn = next === Infinity ? null : dayText(next)
  return coverage
}

/** What the child was owed and got in the period, as known on `asOf`. */
export function coverage(
  pkg: ServicePackage,
  child: ChildFacts,
  records: readonly ServiceRecord[],
  period: { from: Day; to: Day; asOf: Day },
): Coverage {
  return coverageOf(pkg, prepareChild(child, records), periodNumbers(period))
}

/** Reached in all domains: every domain with a due service is reached. Nothing due = nothing was missed. */
export function isReached({ dueMask, gotMask }: Pick<Coverage, 'dueMask' | 'gotMask'>): boolean {
  return (dueMask & ~gotMask) === 0
}
