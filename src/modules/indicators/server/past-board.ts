import type { Day } from '#base/day.ts'
import { type Period, periodRange } from '#base/period.ts'
import type { Reading } from '#platform/http/route.ts'
import { areaAsOf, listChildAreas } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { PastAsked, PastBoard, PlaceThen } from '../shared/contract-then.ts'
import type { IndicatorValue } from '../shared/contract.ts'
import { coverageKeys } from '../shared/definition.ts'
import { indicatorsProblem } from '../shared/problems.ts'
import { getPastDay, getPlace, placeAbove, toPlace } from './place.ts'
import { getDefinitionFor } from './own-indicators.ts'
import { listOriginIds } from './queries-units-then.ts'
import { hideThen, listSeenValues } from './seen-values.ts'
import { type Located, locateThen, nowLocator } from './units-then.ts'
import { listIndicatorValues } from './values.ts'

/**
 * What a board of a past day shows. Coverage is kept for the last day of a period; the others follow from dated
 * records on any day.
 */
const pastCodes = [
  ...coverageKeys.map((key) => `ecd1437:reach-${key}`),
  ...['qd23:14', 'welfare:hic-u6', 'qd23:5a', 'nutrition:measured-6m'],
  ...['nutrition:underweight-1000d', 'nutrition:stunting-1000d', 'tt13-annex1:01xx-population'],
]

type Asked = { area: Area; day: Day; period: Period; code: string }
type Row = { place: Area; located: Located }

/** Coverage is answered on the last day of its period, when the counters stand for that very day. */
function whenOf({ day, period }: Asked) {
  return { period, asOf: day, isPast: day !== periodRange(period).to }
}

const refusedOf = (located: Located) => (located.ok ? null : located.refused)

/** The place and the places below, as they are today. */
async function boardNow(context: Reading, asked: Asked): Promise<Pick<PastBoard, 'whole' | 'parts'>> {
  const { db, clock } = context
  const { area, day, code } = asked
  const locate = await nowLocator(db, area, day)
  const located = locate(area)
  const when = whenOf(asked)
  const values = located.ok ? await listSeenValues(context, { area, ...when, codes: pastCodes }) : []
  const below = area.kind === 'village' ? [] : await listChildAreas(db, area.id, clock.today())
  const byUnit =
    located.ok || below.length > 0
      ? await listSeenValues(context, { area, ...when, codes: [code], by: 'unit' })
      : []
  const partOf = (place: Area): PlaceThen => {
    const own = locate(place)
    const found = byUnit.filter(({ group }) => group?.key === place.id)
    return { place: toPlace(place), refused: refusedOf(own), values: own.ok ? found : [] }
  }
  const nowhere = byUnit.filter(({ group }) => group?.key === 'unknown')
  return {
    whole: { place: toPlace(area), refused: refusedOf(located), values },
    parts: [
      ...below.map(partOf),
      ...(nowhere.length > 0 ? [{ place: null, refused: null, values: nowhere }] : []),
    ],
  }
}

/** The place as it stood on the day with what lay in it; where it did not exist, the units that it was made of. */
async function boardThen(context: Reading, asked: Asked): Promise<Pick<PastBoard, 'whole' | 'parts'>> {
  const { db } = context
  const { area, day, code } = asked
  const itself = await areaAsOf(db, { id: area.id }, day)
  const parts = itself ? await listChildAreas(db, area.id, day) : await listOrigins(context, area, day)
  const places = [...(itself ? [itself] : []), ...parts]
  const located = await locateThen(context, places, day)
  const rows = places.flatMap((place, index): Row[] => {
    const found = located[index]
    return found ? [{ place, located: found }] : []
  })
  const shown = await Promise.all(
    rows.map(({ place, located: found }) =>
      placeThen(
        context,
        { place, located: found },
        { ...asked, codes: place === itself ? pastCodes : [code] },
      ),
    ),
  )
  const [whole, ...rest] = shown
  return itself && whole ? { whole, parts: rest } : { whole: null, parts: shown }
}

async function listOrigins({ db }: Reading, area: Area, day: Day): Promise<Area[]> {
  const ids = await listOriginIds(db, area.id, day)
  const found = await Promise.all(ids.map((id) => areaAsOf(db, { id }, day)))
  return found.filter((one) => one !== undefined)
}

async function placeThen(
  context: Reading,
  { place, located }: Row,
  asked: Asked & { codes: readonly string[] },
): Promise<PlaceThen> {
  if (!located.ok) return { place: toPlace(place), refused: located.refused, values: [] }
  const question = { area: located.at, ...whenOf(asked), codes: asked.codes }
  const values: IndicatorValue[] = await listIndicatorValues(context.db, question)
  return {
    place: toPlace(place),
    refused: null,
    values: await hideThen(context, values, { ...question, ...located }),
  }
}

/** The figures of a day that has gone, on the units of that day or of today. */
export async function getPastBoard(context: Reading, asked: PastAsked): Promise<PastBoard> {
  const { db, clock } = context
  const area = await getPlace(context, asked.areaId)
  if (asked.day === clock.today()) throw indicatorsProblem('indicators.day-today')
  const { period, asOf: day } = getPastDay(clock, asked.day, asked.period)
  const isPeriodEnd = day === periodRange(period).to
  const code = asked.code ?? (isPeriodEnd ? 'ecd1437:reach-all' : 'qd23:14')
  if (!pastCodes.includes(code)) await getDefinitionFor(db, code, { area, day })
  const question = { area, day, period, code }
  const board = asked.units === 'now' ? await boardNow(context, question) : await boardThen(context, question)
  return {
    ...{ area: toPlace(area), above: await placeAbove(context, area), day, period },
    ...{
      units: asked.units,
      code,
      codes: pastCodes.filter((one) => isPeriodEnd || !one.startsWith('ecd1437:')),
    },
    ...board,
  }
}
