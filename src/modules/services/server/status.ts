import type { Day } from '#base/day.ts'
import { ageOn } from '#base/day.ts'
import { type Period, periodOf, periodRange } from '#base/period.ts'
import { prepareChild } from '../shared/answers.ts'
import { linesOf } from '../shared/child-services.ts'
import { domains, type ServicePackage, type ServiceRecord } from '../shared/contract.ts'
import { coverageOf, domainBit, isReached } from '../shared/coverage.ts'
import { dayNumber, dayText } from '../shared/day-number.ts'
import type { KnownChild } from './queries.ts'

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

/** Everything that is stored of a child, from its facts and records alone. */
export function statusOf(
  pkg: ServicePackage,
  child: KnownChild,
  records: readonly ServiceRecord[],
  when: { periods: readonly Period[]; today: Day },
): { status: Status[]; open: Open } {
  const prepared = prepareChild(child, records)
  const { id: childId, areaLft, communeId, villageId, sex, ethnicCode, poverty } = child
  const place = { childId, areaLft, communeId, villageId }
  const asOf = dayNumber(when.today)
  const rechecks: (Day | null)[] = [nextPeriodBegins(when.today)]
  const status: Status[] = []
  for (const period of when.periods) {
    const { from, to } = periodRange(period)
    const one = coverageOf(pkg, prepared, { from: dayNumber(from), to: dayNumber(to), asOf })
    rechecks.push(one.recheckOn)
    if (!one.counted) continue
    const { dueMask, gotMask, dueItems, gotItems } = one
    const ageYears = ageOn(child.bornOn, to).years
    status.push({
      ...place,
      period,
      ageYears,
      sex,
      ethnicCode,
      poverty,
      dueMask,
      gotMask,
      dueItems,
      gotItems,
    })
  }
  const { lines, next } = linesOf(pkg, prepared, asOf)
  rechecks.push(next === Infinity ? null : dayText(next))
  const items: Open = {
    ...place,
    items: [],
    doses: [],
    opens: [],
    deadlines: [],
    earliest: null,
    recheckOn: null,
  }
  for (const { item, dose, state, from, to } of lines) {
    const isOpen = state === 'due' || state === 'overdue' || state === 'coming'
    if (!isOpen || from === null || to === null) continue
    items.items.push(item.number)
    items.doses.push(dose ?? 0)
    items.opens.push(dayText(from))
    items.deadlines.push(dayText(to))
  }
  return {
    status,
    open: { ...items, earliest: earliestOf(items.deadlines), recheckOn: earliestOf(rechecks) },
  }
}

/** The keys of the counters to which a status row adds, with what it adds to "got". */
export function countedKeys(
  status: Pick<Status, 'dueMask' | 'gotMask' | 'dueItems' | 'gotItems'>,
  codeOf: (number: number) => string,
): [key: string, got: number][] {
  const keys: [string, number][] = [['all', isReached(status) ? 1 : 0]]
  if (status.dueMask > 0) keys.push(['assessed', isReached(status) ? 1 : 0])
  for (const domain of domains) {
    const bit = domainBit[domain]
    if (status.dueMask & bit) keys.push([domain, status.gotMask & bit ? 1 : 0])
  }
  const got = new Set(status.gotItems)
  for (const number of status.dueItems) keys.push([codeOf(number), got.has(number) ? 1 : 0])
  return keys
}
