import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { ethnicGroups } from '#modules/children/shared/ethnic-groups.ts'
import type { Breakdown, Group, IndicatorValue } from '../shared/contract.ts'
import type { Conditions } from '../shared/condition.ts'
import {
  coverageKeys,
  type Formula,
  isOfUnits,
  perOf,
  type ToldFormula,
  type UnitFormula,
} from '../shared/definition.ts'
import { missingTo, rateOf, targetInForce } from '../shared/rules.ts'
import { type Computed, findDefinition, indicatorEdition, isComputed } from './definitions.ts'
import { listPlaceNames, sumCounters, sumCountersByUnit } from './queries.ts'
import { listOwnInForce } from './own-indicators.ts'
import {
  type At,
  countCoverage,
  countMembers,
  type Grouping,
  type GroupCount,
  hasCounters,
  members,
} from './queries-members.ts'
import { listStanding } from './queries-typed.ts'
import { listCommunesOn, listUnits, type UnitRow } from './queries-units.ts'
import { tellUnits } from './unit-sources.ts'

export type ValuesQuestion = {
  /** An area: a village, a commune, a province or the nation. */
  area: At
  period: Period
  asOf: Day
  /** A day before the one that is counted: what is known for now only cannot be said. */
  isPast?: boolean
  by?: Breakdown | undefined
  /** Without them all indicators that are computed. */
  codes?: readonly string[] | undefined
}

function listComputed(codes: readonly string[] | undefined): Computed[] {
  const asked = codes ? codes.flatMap((code) => findDefinition(code) ?? []) : indicatorEdition().definitions
  return asked.filter(isComputed)
}

/** What is computed for a place: the edition's, and what it or a place above defined and approved. */
export async function listComputedFor(
  db: Db,
  { area, asOf, codes }: Pick<ValuesQuestion, 'area' | 'asOf' | 'codes'>,
): Promise<Computed[]> {
  const own = await listOwnInForce(db, area, asOf)
  return [...listComputed(codes), ...own.filter(({ code }) => codes === undefined || codes.includes(code))]
}

/** Null: one figure for the whole place. Bands of age are those of the edition. */
export function groupingOf(by: Breakdown | undefined, { kind }: At): Grouping | null {
  return by === undefined ? null : { by, kind, ageBands: indicatorEdition().ageBands }
}

function linesOf(formula: Formula): Conditions {
  if (formula.kind === 'share') return [...formula.of.where, ...formula.reached]
  if (formula.kind === 'ratio') return [...formula.numerator.where, ...formula.denominator.where]
  return formula.kind === 'count' ? formula.of.where : []
}

/** Where a child learns is known for now only: of a period that has ended nothing can be said. */
export function isAnswerable(
  { formula }: Computed,
  { period, asOf, isPast = false }: { period: Period; asOf: Day; isPast?: boolean },
): boolean {
  const asks = (facts: readonly string[]) =>
    linesOf(formula).some((line) => line.some(({ fact }) => facts.includes(fact)))
  // Status rows and counters stand for the day of the last count, not for a day within the period.
  // What a later module tells, it tells as of now.
  if (isPast && ['coverage', 'item', 'told'].includes(formula.kind)) return false
  if (isPast && asks(presentOnly)) return false
  return asOf < periodRange(period).to || !asks(['education'])
}

/** Facts of which the register says how they are now. */
const presentOnly = ['education', 'poverty', 'disabled', 'special']

type KeyCounts = GroupCount & { of: string }

/** From the counters, which are kept by commune; undefined where only the status rows can answer. */
async function countsFromCounters(
  db: Db,
  { area, period }: ValuesQuestion,
  by: Breakdown | undefined,
): Promise<KeyCounts[] | undefined> {
  if (by === undefined && hasCounters(area)) {
    const sums = await sumCounters(db, area, period, coverageKeys)
    return sums.map(({ key, due, got }) => ({ of: key, key: null, denominator: due, numerator: got }))
  }
  if (by !== 'unit' || (area.kind !== 'province' && area.kind !== 'nation')) return undefined
  const sums = await sumCountersByUnit(db, area, period, coverageKeys)
  return sums.map(({ unitId, key, due, got }) => ({
    of: key,
    key: unitId,
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
  if (formula.kind === 'item' && grouping === null && hasCounters(area)) {
    const sums = await sumCounters(db, area, period, [formula.itemCode])
    return sums.map(({ due, got }) => ({ key: null, denominator: due, numerator: got }))
  }
  if (isOfUnits(formula)) return countUnits(db, formula, question, grouping)
  return countMembers(db, members(formula, area, question), grouping)
}

/** Communes or villages that have something: as a whole, or by the places directly below. */
async function countUnits(
  db: Db,
  formula: UnitFormula | ToldFormula,
  question: ValuesQuestion,
  grouping: Grouping | null,
): Promise<GroupCount[]> {
  if (grouping !== null && grouping.by !== 'unit') return []
  const { area, asOf } = question
  const units =
    formula.kind === 'told'
      ? await toldUnits(db, formula, question)
      : await listUnits(db, formula, area, asOf)
  const isShare = formula.kind === 'told' || formula.as === 'share'
  const below = (unit: Omit<UnitRow, 'name'>) =>
    area.kind === 'nation' ? (unit.parentId ?? '') : area.kind === 'province' ? unit.communeId : unit.id
  const groups = Map.groupBy(units, (unit) => (grouping ? below(unit) : null))
  return [...groups].map(([key, all]) => ({
    key,
    numerator: all.filter(({ has }) => has).length,
    denominator: isShare ? all.length : 0,
  }))
}

/** The communes on the last day of the period of which the module says anything; others are not counted at all. */
async function toldUnits(
  db: Db,
  { by }: ToldFormula,
  { area, period }: ValuesQuestion,
): Promise<Omit<UnitRow, 'name'>[]> {
  const units = await listCommunesOn(db, area, periodRange(period).to)
  const told = await tellUnits(db, by, { units, within: area, period })
  return units.flatMap(({ id, parentId }) => {
    const has = told.get(id)
    return has === undefined ? [] : [{ id, parentId, communeId: id, has }]
  })
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
  { code, unit, targets, formula }: Computed,
  group: Group | null,
  { numerator, denominator }: Pick<GroupCount, 'numerator' | 'denominator'>,
  { period, asOf }: ValuesQuestion,
): IndicatorValue {
  const target = targetInForce(targets, Number(period.slice(0, 4)))
  const per = perOf(formula)
  const common = { code, group, unit: unit.vi, numerator, asOf, target, hidden: false, source: null }
  if (per === null) return { ...common, value: numerator, denominator: null, missing: null }
  const isOfChildren = per === 100 && formula.kind !== 'ratio' && !isOfUnits(formula)
  const missing = denominator > 0 && isOfChildren ? missingTo({ numerator, denominator }, target) : null
  return { ...common, value: rateOf({ numerator, denominator }, per), denominator, missing }
}

function withoutData(definition: Computed, question: ValuesQuestion): IndicatorValue {
  const none = toValue(definition, null, { numerator: 0, denominator: 0 }, question)
  return isAnswerable(definition, question)
    ? none
    : { ...none, value: null, numerator: null, denominator: null }
}

/** What was typed for the place and the very period, with its document; only as a whole. */
export async function listTypedValues(
  db: Db,
  { area, period, codes }: Pick<ValuesQuestion, 'area' | 'period' | 'codes'>,
): Promise<IndicatorValue[]> {
  const typed = await listStanding(db, area.id, period)
  return typed.flatMap((figure) => {
    const definition = findDefinition(figure.code)
    if (!definition || definition.formula || (codes && !codes.includes(figure.code))) return []
    const target = targetInForce(definition.targets, Number(period.slice(0, 4)))
    const { code, value, unit, source } = figure
    const counts = { numerator: wholeOrNull(figure.numerator), denominator: wholeOrNull(figure.denominator) }
    const asOf = figure.sourceOn ?? periodRange(period).to
    return [{ code, group: null, value, unit, ...counts, asOf, target, missing: null, hidden: false, source }]
  })
}

/** Money may have a fraction; a count of people has none. */
function wholeOrNull(count: number | null): number | null {
  return count !== null && Number.isInteger(count) ? count : null
}

/**
 * The indicators of an area in a period, computed or typed, as a whole or by groups; groups add up to the whole.
 * A figure without data has `value: null`; numerator and denominator are null where nothing can be known.
 */
export async function listIndicatorValues(db: Db, question: ValuesQuestion): Promise<IndicatorValue[]> {
  const { by } = question
  const grouping = groupingOf(by, question.area)
  const definitions = await listComputedFor(db, question)
  const needsCoverage = !question.isPast && definitions.some(({ formula }) => formula.kind === 'coverage')
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
  if (by === undefined) {
    const computed = counted.map(([definition, [count]]) =>
      count ? toValue(definition, null, count, question) : withoutData(definition, question),
    )
    return [...computed, ...(await listTypedValues(db, question))]
  }
  const keys = counted.flatMap(([, counts]) => counts.map(({ key }) => key ?? 'unknown'))
  const names = await groupNames(db, by, keys)
  return counted.flatMap(([definition, counts]) =>
    counts.map((count) => {
      const key = count.key ?? 'unknown'
      return toValue(definition, { by, key, name: names.get(key) ?? null }, count, question)
    }),
  )
}
