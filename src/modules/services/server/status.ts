import type { Day } from '#base/day.ts'
import { type Period, periodOf, periodRange } from '#base/period.ts'
import { prepareChild, type PreparedChild } from '../shared/answers.ts'
import { linesOf } from '../shared/child-services.ts'
import type { ServicePackage, ServiceRecord } from '../shared/contract.ts'
import { coverageOf, type PeriodNumbers, periodNumbers } from '../shared/coverage.ts'
import { type Need, openNeeds } from '../shared/needs.ts'
import type { PackageBook, PackageInForce } from '../shared/package-book.ts'
import { completedYears, dayNumber, dayText } from '../shared/day-number.ts'
import type { PlacedChild } from './areas-around.ts'

/** A row of services_status. */
export type Status = {
  childId: string
  period: Period
  areaLft: number
  communeId: string
  villageId: string | null
  ageYears: number
  sex: string
  ethnicCode: string | null
  poverty: string | null
  dueMask: number
  gotMask: number
  dueItems: number[]
  gotItems: number[]
  packageVersion: string
}

/** A row of services_open. */
export type Open = {
  childId: string
  areaLft: number
  communeId: string
  villageId: string | null
  items: number[]
  /** 0 where the service has no doses. */
  doses: number[]
  opens: Day[]
  deadlines: Day[]
  earliest: Day | null
  recheckOn: Day | null
}

/** The periods that are kept: this year and the year before, with their halves, as far as they have begun. */
export function keptPeriods(today: Day): Period[] {
  const year = Number(today.slice(0, 4))
  return [year - 1, year]
    .flatMap((one) => [`${one}`, `${one}-H1`, `${one}-H2`])
    .filter((period) => periodRange(period).from <= today)
}

function nextPeriodBegins(today: Day): Day {
  const { to } = periodRange(periodOf(today, 'half'))
  return dayText(dayNumber(to) + 1)
}

function earliestOf(days: readonly (Day | null)[]): Day | null {
  return days.reduce((least, day) => (least === null || (day !== null && day < least) ? day : least), null)
}

type Place = { childId: string; areaLft: number; communeId: string; villageId: string | null }

function placeOf({ id: childId, areaLft, communeId, villageId }: PlacedChild): Place {
  return { childId, areaLft, communeId, villageId }
}

type Made<Rows> = { rows: Rows; rechecks: (Day | null)[] }

/** A period in numbers. It is counted by the package in force on its last day, while it runs by the one of today. */
export type DatedPeriod = PeriodNumbers & { name: Period; packageOn: Day }

/** `today`: the day of the count. Made once for a batch of children. */
export function datedPeriod(name: Period, today: Day): DatedPeriod {
  const { from, to } = periodRange(name)
  return { ...periodNumbers({ from, to, asOf: today }), name, packageOn: to < today ? to : today }
}

function statusRows(
  book: PackageBook,
  child: PlacedChild,
  prepared: PreparedChild,
  { periods, today }: { periods: readonly DatedPeriod[]; today: Day },
): Made<Status[]> {
  const { sex, ethnicCode, poverty } = child
  const made: Made<Status[]> = { rows: [], rechecks: [nextPeriodBegins(today)] }
  for (const period of periods) {
    const { pkg } = book.at(child.areaLft, period.packageOn)
    const { counted, dueMask, gotMask, dueItems, gotItems, recheckOn } = coverageOf(pkg, prepared, period)
    made.rechecks.push(recheckOn)
    if (!counted) continue
    const ageYears = completedYears(prepared.birth.calendar, period.last)
    const facts = { ageYears, sex, ethnicCode, poverty }
    const items = { dueItems, gotItems, packageVersion: pkg.version }
    made.rows.push({ ...placeOf(child), period: period.name, ...facts, dueMask, gotMask, ...items })
  }
  return made
}

const openStates: ReadonlySet<string> = new Set(['due', 'overdue', 'coming'])

type OpenItems = Pick<Open, 'items' | 'doses' | 'opens' | 'deadlines'>

function addNeeds(rows: OpenItems, needs: readonly Need[], { byCode }: Pick<PackageInForce, 'byCode'>): void {
  for (const { itemCode, opensOn, dueOn } of needs) {
    const item = byCode.get(itemCode)
    if (!item) continue
    rows.items.push(item.number)
    rows.doses.push(0)
    rows.opens.push(opensOn)
    rows.deadlines.push(dueOn)
  }
}

function openItems(pkg: ServicePackage, prepared: PreparedChild, today: Day): Made<OpenItems> {
  const { lines, next } = linesOf(pkg, prepared, dayNumber(today))
  const rows: OpenItems = { items: [], doses: [], opens: [], deadlines: [] }
  for (const { item, dose, state, from, to } of lines) {
    if (!openStates.has(state) || from === null || to === null) continue
    rows.items.push(item.number)
    rows.doses.push(dose ?? 0)
    rows.opens.push(dayText(from))
    rows.deadlines.push(dayText(to))
  }
  return { rows, rechecks: [next === Infinity ? null : dayText(next)] }
}

/** Everything that is stored of a child, from its facts and records alone. */
export function statusOf(
  book: PackageBook,
  child: PlacedChild,
  records: readonly ServiceRecord[],
  when: { periods: readonly DatedPeriod[]; today: Day; needs?: readonly Need[] },
): { status: Status[]; open: Open } {
  const prepared = prepareChild(child, records)
  const status = statusRows(book, child, prepared, when)
  const inForce = book.at(child.areaLft, when.today)
  const open = openItems(inForce.pkg, prepared, when.today)
  if (child.leftOn === null) addNeeds(open.rows, openNeeds(when.needs ?? [], records), inForce)
  const changeOn = book.nextChange(child.areaLft, when.today)
  const recheckOn = earliestOf([...status.rechecks, ...open.rechecks, changeOn, child.areaChangeOn])
  const earliest = earliestOf(open.rows.deadlines)
  return { status: status.rows, open: { ...placeOf(child), ...open.rows, earliest, recheckOn } }
}
