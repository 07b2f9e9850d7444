import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { ethnicGroups } from '#modules/children/shared/ethnic-groups.ts'
import type { Breakdown, Group, IndicatorValue } from '../shared/contract.ts'
import { coverageKeys } from '../shared/definition.ts'
import { missingTo, shareOf, targetInForce } from '../shared/rules.ts'
import { type Computed, findDefinition, indicatorEdition, isComputed } from './definitions.ts'
import { listPlaceNames, sumCounters, sumCountersByCommune } from './queries.ts'
import {
  type At,
  countCoverage,
  countMembers,
  type Grouping,
  type GroupCount,
  members,
} from './queries-members.ts'

export type ValuesQuestion = {
  /** An area: a village, a commune, a province or the nation. */
  area: At
  period: Period
  asOf: Day
  by?: Breakdown | undefined
  /** Without them all indicators that are computed. */
  codes?: readonly string[] | undefined
}

export function listComputed(codes: readonly string[] | undefined): Computed[] {
  const asked = codes ? codes.flatMap((code) => findDefinition(code) ?? []) : indicatorEdition().definitions
  return asked.filter(isComputed)
}

export function groupingOf(by: Breakdown | undefined, { kind }: At): Grouping | null {
  return by === undefined ? null : { by, kind, ageBands: indicatorEdition().ageBands }
}

/** Where a child learns is known for now only: of a period that has ended nothing can be said. */
export function isAnswerable(
  { formula }: Computed,
  { period, asOf }: { period: Period; asOf: Day },
): boolean {
  return formula.kind !== 'enrolled' || asOf < periodRange(period).to
}

type KeyCounts = GroupCount & { of: string }

/** From the counters, which are kept by commune; undefined where only the status rows can answer. */
async function countsFromCounters(
  db: Db,
  { area, period }: ValuesQuestion,
  by: Breakdown | undefined,
): Promise<KeyCounts[] | undefined> {
  if (by === undefined && area.kind !== 'village') {
    const sums = await sumCounters(db, area, period, coverageKeys)
    return sums.map(({ key, due, got }) => ({ of: key, key: null, denominator: due, numerator: got }))
  }
  if (by !== 'unit' || area.kind !== 'province') return undefined
  const sums = await sumCountersByCommune(db, area, period, coverageKeys)
  return sums.map(({ communeId, key, due, got }) => ({
    of: key,
    key: communeId,
    denominator: due,
    numerator: got,
  }))
}

async function countsFromStatus(
  db: Db,
  { area, period }: ValuesQuestion,
  grouping: Grouping | null,
): Promise<KeyCounts[]> {
  const rows = await countCoverage(db, area, period, grouping)
  return rows.flatMap(({ key, counts }) =>
    coverageKeys
      .filter((of) => counts[of].due > 0)
      .map((of) => ({ of, key, denominator: counts[of].due, numerator: counts[of].got })),
  )
}

/** Counts of all coverage keys. */
async function coverageCounts(
  db: Db,
  question: ValuesQuestion,
  grouping: Grouping | null,
): Promise<Map<string, GroupCount[]>> {
  const counts =
    (await countsFromCounters(db, question, grouping?.by)) ?? (await countsFromStatus(db, question, grouping))
  return Map.groupBy(counts, ({ of }) => of)
}

/** One item as a whole is in the counters too. */
async function countsOf(
  db: Db,
  definition: Computed,
  question: ValuesQuestion,
  grouping: Grouping | null,
): Promise<GroupCount[]> {
  const { area, period } = question
  const { formula } = definition
  if (!isAnswerable(definition, question)) return []
  if (formula.kind === 'item' && grouping === null && area.kind !== 'village') {
    const sums = await sumCounters(db, area, period, [formula.itemCode])
    return sums.map(({ due, got }) => ({ key: null, denominator: due, numerator: got }))
  }
  return countMembers(db, members(formula, area, question), grouping)
}

const namesOfEthnic = new Map(ethnicGroups.map(({ code, name }) => [code, name]))

async function groupNames(
  db: Db,
  by: Breakdown,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (by === 'ethnic') return namesOfEthnic
  if (by !== 'unit') return new Map()
  return listPlaceNames(db, [...new Set(keys.filter((key) => key !== 'unknown'))])
}

function toValue(
  { code, unit, targets }: Computed,
  group: Group | null,
  { numerator, denominator }: Pick<GroupCount, 'numerator' | 'denominator'>,
  { period, asOf }: ValuesQuestion,
): IndicatorValue {
  const target = targetInForce(targets, Number(period.slice(0, 4)))
  const missing = denominator > 0 ? missingTo({ numerator, denominator }, target) : null
  const value = shareOf(numerator, denominator)
  return { code, group, value, unit: unit.vi, numerator, denominator, asOf, target, missing }
}

function withoutData(definition: Computed, question: ValuesQuestion): IndicatorValue {
  const none = toValue(definition, null, { numerator: 0, denominator: 0 }, question)
  return isAnswerable(definition, question) ? none : { ...none, numerator: null, denominator: null }
}

/**
 * The computed indicators of an area in a period, as a whole or by groups; the groups add up to the whole.
 * A figure without data has `value: null`; numerator and denominator are null where nothing can be known.
 */
export async function listIndicatorValues(db: Db, question: ValuesQuestion): Promise<IndicatorValue[]> {
  const { by } = question
  const grouping = groupingOf(by, question.area)
  const definitions = listComputed(question.codes)
  const needsCoverage = definitions.some(({ formula }) => formula.kind === 'coverage')
  const coverage = needsCoverage
    ? await coverageCounts(db, question, grouping)
    : new Map<string, GroupCount[]>()
  const counted: [Computed, GroupCount[]][] = []
  for (const definition of definitions) {
    const { formula } = definition
    const counts =
      formula.kind === 'coverage'
        ? (coverage.get(formula.key) ?? [])
        : await countsOf(db, definition, question, grouping)
    counted.push([definition, counts])
  }
  if (by === undefined)
    return counted.map(([definition, [count]]) =>
      count ? toValue(definition, null, count, question) : withoutData(definition, question),
    )
  const keys = counted.flatMap(([, counts]) => counts.map(({ key }) => key ?? 'unknown'))
  const names = await groupNames(db, by, keys)
  return counted.flatMap(([definition, counts]) =>
    counts.map((count) => {
      const key = count.key ?? 'unknown'
      return toValue(definition, { by, key, name: names.get(key) ?? null }, count, question)
    }),
  )
}
