import { domains } from '../shared/contract.ts'
import { domainBit, isReached } from '../shared/coverage.ts'
import { localCode, localNumber } from '../shared/package-change.ts'
import { findItem, findItemByNumber, servicePackage } from './package.ts'
import type { Status } from './status.ts'

/** Keys that are no items, at their places in the arrays of services_counters (migration 0130). */
const fixedKeys: readonly string[] = ['all', 'assessed', ...domains]

/** So many places, from the first, are kept added up over the ages in services_sums (migration 0230). */
export const summedPlaces = fixedKeys.length

/** The place of a key, from 0; PostgreSQL counts it from 1. Undefined for what is not counted. */
export function counterPlace(key: string): number | undefined {
  const fixed = fixedKeys.indexOf(key)
  if (fixed >= 0) return fixed
  const number = findItem(key)?.number ?? localNumber(key)
  return number === undefined ? undefined : placeOfItem(number)
}

/** Items are numbered from 1, those of a place from 201, and keep their number in every version of the package. */
function placeOfItem(number: number): number {
  return fixedKeys.length + number - 1
}

export function counterKeyAt(place: number): string {
  const number = place - fixedKeys.length + 1
  return fixedKeys[place] ?? findItemByNumber(number)?.code ?? localCode(number)
}

/** What a child may be counted under, services for pregnant women left out. */
export function counterKeys(): string[] {
  const items = servicePackage().items.filter(({ audience }) => audience !== 'pregnant-woman')
  return [...fixedKeys, ...items.map(({ code }) => code)]
}

type Counted = Pick<Status, 'dueMask' | 'gotMask' | 'dueItems' | 'gotItems'>

/** The places of the counters to which a status row adds 1 "due", with what it adds to "got". */
export function countedPlaces(status: Counted): [place: number, got: number][] {
  const reached = isReached(status) ? 1 : 0
  const places: [number, number][] = [[0, reached]]
  if (status.dueMask > 0) places.push([1, reached])
  for (const [index, domain] of domains.entries()) {
    const bit = domainBit[domain]
    if (status.dueMask & bit) places.push([2 + index, status.gotMask & bit ? 1 : 0])
  }
  const got = new Set(status.gotItems)
  for (const number of status.dueItems) places.push([placeOfItem(number), got.has(number) ? 1 : 0])
  return places
}

/** What is added to the counters of a commune, period and age, place by place; may be negative. */
export type CounterStep = Pick<Status, 'communeId' | 'period' | 'ageYears'> & { due: number[]; got: number[] }

type StepKey = Pick<Status, 'communeId' | 'period' | 'ageYears'>

/** Steps of many rows added together, one for each commune, period and age. */
export class CounterSum {
  private readonly steps = new Map<string, CounterStep>()

  /** A row enters (1) or leaves (-1) the counters of its commune. */
  add(
    { communeId, period, ageYears }: StepKey,
    places: readonly [place: number, got: number][],
    sign: 1 | -1,
  ): void {
    const name = `${communeId} ${period} ${ageYears}`
    let step = this.steps.get(name)
    if (!step) this.steps.set(name, (step = { communeId, period, ageYears, due: [], got: [] }))
    for (const [place, got] of places) {
      step.due[place] = (step.due[place] ?? 0) + sign
      step.got[place] = (step.got[place] ?? 0) + sign * got
    }
  }

  /** Those that change something. */
  all(): CounterStep[] {
    return [...this.steps.values()].filter(({ due, got }) => due.some(Boolean) || got.some(Boolean))
  }
}

/** Adds up what leaves the counters (old rows) and what enters them (new rows). */
export function counterSteps(before: readonly Status[], after: readonly Status[]): CounterStep[] {
  const sum = new CounterSum()
  for (const status of before) sum.add(status, countedPlaces(status), -1)
  for (const status of after) sum.add(status, countedPlaces(status), 1)
  return sum.all()
}

/** Sums place by place; a place that one of them does not reach counts as 0. */
export function addPlaces(left: readonly number[], right: readonly number[]): number[] {
  return Array.from(
    { length: Math.max(left.length, right.length) },
    (_, place) => (left[place] ?? 0) + (right[place] ?? 0),
  )
}
