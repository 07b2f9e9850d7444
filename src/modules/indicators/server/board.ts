import { type Period, periodRange } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { listChildAreas } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import { counterKeys, counterPlace, packagesOf } from '#modules/services/server/public.ts'
import type {
  Board,
  CoverageRow,
  CoverageTable,
  Recount,
  TrendPoint,
  ValuesAsked,
  ValuesReply,
} from '../shared/contract.ts'
import { coverageKeys } from '../shared/definition.ts'
import { keptUntilChange } from './kept-figures.ts'
import { freshnessOf, getPastDay, getPlace, getWhen, placeAbove, toPlace } from './place.ts'
import { type CounterLine, listCounterLines, sumCountersByPeriod, sumReachedByPeriod } from './queries.ts'
import type { At } from './queries-members.ts'
import { findRecount, findRunningRecount } from './queries-recount.ts'
import { hasLinksAfter } from './queries-units-then.ts'
import { listSeenValues, seenRecount, seenTrend, seesSmall } from './seen-values.ts'
import { nowLocator, refusedOn } from './units-then.ts'
import type { ValuesQuestion } from './values.ts'

export const boardCodes = coverageKeys.map((key) => `ecd1437:reach-${key}`)

const reachAll = 'ecd1437:reach-all'

type Kept = { trend: TrendPoint[]; assessed: ReadonlyMap<Period, number> }

/** All periods with figures: reached in all domains, and how many had something due. */
async function keptPeriods(db: Db, area: At): Promise<Kept> {
  if (area.kind === 'village') {
    const rows = await sumReachedByPeriod(db, area)
    return {
      trend: rows.map(({ period, due, got }) => ({
        period,
        code: reachAll,
        numerator: got,
        denominator: due,
      })),
      assessed: new Map(rows.map(({ period, assessed }) => [period, assessed])),
    }
  }
  const rows = await sumCountersByPeriod(db, area, ['all', 'assessed'])
  const all = rows.filter(({ key }) => key === 'all')
  return {
    trend: all.map(({ period, due, got }) => ({ period, code: reachAll, numerator: got, denominator: due })),
    assessed: new Map(rows.filter(({ key }) => key === 'assessed').map(({ period, due }) => [period, due])),
  }
}

/**
 * Everything on the page of figures: own values, those of the units below, the trend. Asked for a past period, a unit
 * that was divided since is refused by name.
 */
export async function getBoard(
  context: Reading,
  asked: Pick<ValuesAsked, 'areaId' | 'period'>,
): Promise<Board> {
  const { db, clock } = context
  const area = await getPlace(context, asked.areaId)
  const when = getWhen(clock, asked.period)
  const periods = () => keptPeriods(db, area)
  const { trend, assessed } =
    area.kind === 'village' ? await periods() : await keptTrends(db, [area.id, area.lft], periods)
  const fresh = await freshnessOf(db, area, when, clock)
  const question = { area, period: when.period, asOf: fresh.asOf, codes: boardCodes }
  const known = await onUnitsOfToday(context, area, { asOf: fresh.asOf, trend })
  const newestFirst = trend.map(({ period }) => period).toSorted((a, b) => (endOf(a) < endOf(b) ? 1 : -1))
  return {
    ...fresh,
    area: toPlace(area),
    above: await placeAbove(context, area),
    period: when.period,
    periods: newestFirst.includes(when.period) ? newestFirst : [when.period, ...newestFirst],
    packageVersion: (await packagesOf(db)).at(area.lft, fresh.asOf).pkg.version,
    assessed: seesSmall(context.actor) ? (assessed.get(when.period) ?? 0) : null,
    ...withoutRefused(await boardValues(context, question), known),
    trend: seenTrend(
      context.actor,
      known.trend.filter(({ period }) => period.includes('-H')),
    ),
    refused: known.refused,
    refusedUnits: known.refusedUnits,
    recount: await shownRecount(context, area.id),
  }
}

type OnUnits = Pick<Board, 'refused' | 'refusedUnits' | 'trend'>

/** What of a board can be told on units of today: a period before a division cannot, nor its points of the trend. */
async function onUnitsOfToday(
  { db, clock }: Reading,
  area: Area,
  { asOf, trend }: { asOf: Day; trend: TrendPoint[] },
): Promise<OnUnits> {
  const today = clock.today()
  const isAllRight: OnUnits = { refused: null, refusedUnits: [], trend }
  if (area.kind === 'village' || !(await hasLinksAfter(db, firstDayOf(trend, asOf)))) return isAllRight
  const points: TrendPoint[] = []
  for (const point of trend) {
    const last = periodRange(point.period).to
    if (last >= today || area.kind === 'nation' || !(await refusedOn(db, area, last))) points.push(point)
  }
  if (asOf >= today) return { ...isAllRight, trend: points }
  const locate = await nowLocator(db, area, asOf)
  const below = area.kind === 'commune' ? [] : await listChildAreas(db, area.id, today)
  const refusedUnits = below.flatMap((place) => {
    const located = locate(place)
    return located.ok ? [] : [{ place: toPlace(place), refused: located.refused }]
  })
  const own = locate(area)
  return { refused: own.ok ? null : own.refused, refusedUnits, trend: points }
}

/** The earliest day of which a board speaks. */
function firstDayOf(trend: readonly TrendPoint[], asOf: Day): Day {
  const days = [asOf, ...trend.map(({ period }) => periodRange(period).to)]
  return days.reduce((first, day) => (day < first ? day : first))
}

function withoutRefused(
  { values, units }: Pick<Board, 'values' | 'units'>,
  { refused, refusedUnits }: OnUnits,
): Pick<Board, 'values' | 'units'> {
  const out = new Set(refusedUnits.map(({ place }) => place.id))
  return {
    values: refused ? [] : values,
    units: units.filter(({ group }) => group === null || !out.has(group.key)),
  }
}

const keptTrends = keptUntilChange<Kept>()
const keptValues = keptUntilChange<Pick<Board, 'values' | 'units'>>()

/**
 * The figures of the place and of the places below it. Of provinces and the nation they follow from the counters
 * alone; the villages of a commune have none.
 */
async function boardValues(
  context: Reading,
  question: ValuesQuestion & { area: Area },
): Promise<Pick<Board, 'values' | 'units'>> {
  const { actor, db } = context
  const { area, period, asOf } = question
  const make = async () => ({
    values: await listSeenValues(context, question),
    units: area.kind === 'village' ? [] : await listSeenValues(context, { ...question, by: 'unit' }),
  })
  if (area.kind !== 'province' && area.kind !== 'nation') return make()
  return keptValues(db, [area.id, area.lft, period, asOf, actor.area.id, seesSmall(actor)], make)
}

/** The one that goes on, or else what the last one found. */
async function shownRecount({ actor, db }: Reading, areaId: string): Promise<Recount | null> {
  const recount = (await findRunningRecount(db, areaId)) ?? (await findRecount(db, { areaId }))
  return recount ? seenRecount(actor, recount) : null
}

/** The whole year stands after its halves. */
function endOf(period: Period): string {
  return `${periodRange(period).to}${period}`
}

/**
 * Figures of a place in a period, or on a past day, by one breakdown or none; refused as a whole where the place of
 * that day is no more.
 */
export async function getValues(context: Reading, asked: ValuesAsked): Promise<ValuesReply> {
  const { db, clock } = context
  const area = await getPlace(context, asked.areaId)
  const isPast = asked.day !== undefined && asked.day !== clock.today()
  const when = isPast ? getPastDay(clock, asked.day, asked.period) : getWhen(clock, asked.period)
  const fresh = isPast ? { pending: 0, asOf: when.asOf } : await freshnessOf(db, area, when, clock)
  const codes = asked.codes?.split(',')
  const question = { area, period: when.period, asOf: fresh.asOf, by: asked.by, codes, isPast }
  const hasEnded = periodRange(when.period).to < clock.today()
  const refused = isPast || hasEnded ? await refusedOn(db, area, when.asOf) : null
  return {
    ...fresh,
    area: toPlace(area),
    period: when.period,
    by: asked.by ?? null,
    values: refused ? [] : await listSeenValues(context, question),
    refused,
  }
}

/** Coverage by commune, age and key, straight from the counters (design.md W6). */
export async function getCoverageTable(
  context: Reading,
  asked: Pick<ValuesAsked, 'areaId' | 'period'>,
): Promise<CoverageTable> {
  const { db, clock } = context
  const area = await getPlace(context, asked.areaId)
  const when = getWhen(clock, asked.period)
  const fresh = await freshnessOf(db, area, when, clock)
  const keys = counterKeys()
  const lines = await listCounterLines(db, area, when.period)
  return { ...fresh, period: when.period, keys, rows: toRows(keys, lines) }
}

/** Values at the places of the keys; a counter that is not there is 0. */
function toRows(keys: readonly string[], lines: readonly CounterLine[]): CoverageRow[] {
  const places = keys.map((key) => counterPlace(key) ?? -1)
  const pick = (text: string): number[] => {
    const values = text.slice(1, -1).split(',')
    return places.map((place) => Number(values[place] ?? 0))
  }
  return lines.map(({ communeId, ageYears, due, got }) => ({
    communeId,
    ageYears,
    due: pick(due),
    got: pick(got),
  }))
}
