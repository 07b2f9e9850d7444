import type { Day } from '#base/day.ts'
import { type Period, periodRange, previousPeriod } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { LeaderBoard, LeaderFigure, LeaderUnit } from '../shared/contract-leader.ts'
import type { IndicatorValue, TrendPoint, ValuesAsked } from '../shared/contract.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { expectedOn, progressOf } from '../shared/on-track.ts'
import { boardCodes } from './board.ts'
import { freshnessOf, getPlace, getWhen, toPlace } from './place.ts'
import { findFirstPeriod } from './queries.ts'
import { listSeenValues } from './seen-values.ts'
import { nowLocator } from './units-then.ts'

type Earlier = { period: Period; values: readonly IndicatorValue[] }
type Asked = { area: Area; asOf: Day; before: Earlier | undefined; start: Earlier | undefined }

const keyOf = ({ code, group }: IndicatorValue) => `${code} ${group?.key ?? ''}`

function startOf(value: IndicatorValue, start: Earlier | undefined): TrendPoint | undefined {
  const found = start?.values.find((one) => keyOf(one) === keyOf(value))
  if (!start || !found || found.numerator === null || !found.denominator) return undefined
  const { code, numerator, denominator } = found
  return { period: start.period, code, numerator, denominator }
}

/** In points of percent, one place; what is hidden on either side has no difference. */
function changeOf(value: IndicatorValue, before: Earlier | undefined): number | null {
  const earlier = before?.values.find((one) => keyOf(one) === keyOf(value))?.value
  if (value.value === null || earlier === null || earlier === undefined) return null
  return Math.round((value.value - earlier) * 10) / 10
}

function figureOf(value: IndicatorValue, { asOf, before, start }: Asked): LeaderFigure {
  const { numerator, denominator, target } = value
  const change = changeOf(value, before)
  if (numerator === null || !denominator) return { value, progress: 'none', expected: null, change }
  const asked = { share: { numerator, denominator }, target, asOf, start: startOf(value, start) }
  return { value, progress: progressOf(asked), expected: expectedOn(asked) ?? null, change }
}

/** 1 for the highest; equal ones share a rank. */
function ranked(figures: readonly LeaderFigure[]): LeaderUnit[] {
  const shown = figures.flatMap(({ value }) => value.value ?? [])
  return figures
    .map((figure) => {
      const { value } = figure.value
      return { ...figure, rank: value === null ? null : 1 + shown.filter((one) => one > value).length }
    })
    .toSorted(
      (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || nameOf(a).localeCompare(nameOf(b), 'vi'),
    )
}

const nameOf = ({ value }: LeaderUnit) => value.group?.name ?? ''

/** Figures of an earlier period, without places that were divided since: those begin anew. */
async function earlier(
  context: Reading,
  { area, period }: { area: Area; period: Period },
  by?: 'unit',
): Promise<Earlier> {
  const asOf = periodRange(period).to
  const locate = await nowLocator(context.db, area, asOf)
  const question = { area, period, asOf, codes: by ? boardCodes.slice(0, 1) : boardCodes }
  if (!locate(area).ok && !by) return { period, values: [] }
  return { period, values: await listSeenValues(context, { ...question, by }) }
}

/**
 * One page for a leader: on track or not, who is behind, what moved since the period of the same length before. Names no
 * child and opens none. A village has no such page: `indicators.leader-of-village`.
 */
export async function getLeaderBoard(
  context: Reading,
  asked: Pick<ValuesAsked, 'areaId' | 'period'>,
): Promise<LeaderBoard> {
  const { db, clock } = context
  const area = await getPlace(context, asked.areaId)
  if (area.kind === 'village') throw indicatorsProblem('indicators.leader-of-village')
  const when = getWhen(clock, asked.period)
  const fresh = await freshnessOf(db, area, when, clock)
  const first = await findFirstPeriod(db, area)
  const last = previousPeriod(when.period)
  const hasBefore = first !== undefined && periodRange(first).to <= periodRange(last).to
  const now = { area, period: when.period, asOf: fresh.asOf }
  const of = async (by?: 'unit') => ({
    ...{ area, asOf: fresh.asOf },
    before: hasBefore ? await earlier(context, { area, period: last }, by) : undefined,
    start: first === undefined ? undefined : await earlier(context, { area, period: first }, by),
  })
  const whole = await of()
  const byUnit = await of('unit')
  const [all, ...domains] = await listSeenValues(context, { ...now, codes: boardCodes })
  const units = await listSeenValues(context, { ...now, codes: boardCodes.slice(0, 1), by: 'unit' })
  if (!all) throw indicatorsProblem('indicators.unknown-code')
  return {
    ...{ ...fresh, area: toPlace(area), period: when.period },
    before: hasBefore ? { period: last, asOf: periodRange(last).to } : null,
    all: figureOf(all, whole),
    domains: domains.map((value) => figureOf(value, whole)),
    units: ranked(
      units.filter(({ group }) => group?.key !== 'unknown').map((value) => figureOf(value, byUnit)),
    ),
  }
}
