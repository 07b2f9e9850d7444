import { addDays, type Day } from '#base/day.ts'
import type { Db, Range } from '#platform/db/types.ts'
import { getArea, listChildAreas } from '#modules/areas/server/public.ts'
import type { Area } from '#modules/areas/shared/contract.ts'
import type { DutiesBelow, DutiesOfUnit, Duty, DutyBelow, SendersOfDuty } from '../shared/contract.ts'
import {
  dutiesOfUnit,
  type EventRow,
  keyOf,
  type Known,
  noFoundDays,
  type SentRow,
  type Unit,
} from '../shared/duties-of-unit.ts'
import { planDuties } from '../shared/plan-duties.ts'
import { type DutyPeriod, dutyRange, yearOf } from '../shared/periods.ts'
import { dutiesProblem } from '../shared/problems.ts'
import { type RegimeDuty, SenderLevel } from '../shared/regime.ts'
import { findFirstDay, listDays, listEvents, listReportingPlans, listSent } from './queries.ts'
import { currentRegime } from './regime.ts'

/** Duties that are still open are looked for this far back. */
const yearsBack = 1

type Asked = { areaId: string; period?: DutyPeriod; today: Day }

/**
 * The duties of a unit: of one period, or everything of this and the last year. Empty for a village, which reports to
 * its commune by word.
 */
export async function listDuties(db: Db, { areaId, period, today }: Asked): Promise<Duty[]> {
  const area = await getArea(db, areaId)
  const thisYear = Number(today.slice(0, 4))
  const years = period === undefined ? [thisYear - yearsBack, thisYear] : [yearOf(period)]
  const found: Duty[] = []
  for (const year of years) found.push(...(await dutiesInYear(db, area, { year, today })))
  return period === undefined ? found : found.filter((duty) => duty.period === period)
}

/** One duty of a unit; undefined when the unit has no such duty. */
export async function dutyFor(
  db: Db,
  {
    areaId,
    regimeCode,
    period,
    today,
  }: { areaId: string; regimeCode: string; period: DutyPeriod; today: Day },
): Promise<Duty | undefined> {
  const duties = await listDuties(db, { areaId, period, today })
  return duties.find(({ code }) => code === regimeCode)
}

type InYear = { year: number; today: Day }

async function dutiesInYear(db: Db, area: Area, when: InYear): Promise<Duty[]> {
  const known = await loadKnown(db, area, when)
  return dutiesOfUnit(area, when.year, knownFor(area, known))
}

type Placed<Row> = Range & { rows: readonly Row[] }

/** What decides the duties of the units in a range of places, sorted by unit and by place. */
type Loaded = Omit<Known, 'planDuties' | 'sent' | 'events'> & {
  planDuties: readonly Placed<RegimeDuty>[]
  sent: ReadonlyMap<string, readonly SentRow[]>
  events: ReadonlyMap<string, readonly EventRow[]>
}

/** In five questions however many units there are; with a code of one duty only what was sent of it. */
async function loadKnown(db: Db, within: Range, { year, today }: InYear, code?: string): Promise<Loaded> {
  const [first, plans, sent, days, events] = await Promise.all([
    findFirstDay(db),
    listReportingPlans(db, within, year),
    listSent(db, within, { year, code }),
    listDays(db, within, year),
    listEvents(db, within, year),
  ])
  return {
    regime: currentRegime(),
    planDuties: plans.map((plan) => ({ lft: plan.lft, rgt: plan.rgt, rows: planDuties(plan) })),
    sent: Map.groupBy(sent, ({ areaId }) => areaId),
    days,
    events: Map.groupBy(events, ({ areaId }) => areaId),
    followedFrom: first === null || first > today ? today : first,
    today,
    found: noFoundDays(),
  }
}

function knownFor(unit: PlacedUnit, { planDuties: placed, ...known }: Loaded): Known {
  const counting = placed.filter(({ lft, rgt }) => lft <= unit.lft && unit.rgt <= rgt)
  return {
    ...known,
    planDuties: counting.flatMap(({ rows }) => rows),
    days: known.days.filter(({ areaLft, areaRgt }) => areaLft <= unit.lft && unit.rgt <= areaRgt),
    sent: known.sent.get(unit.id) ?? [],
    events: known.events.get(unit.id) ?? [],
  }
}

/** The page of one unit. Without a unit of its own the grant's place answers. */
export async function dutiesOfPlace(db: Db, area: Area, when: InYear): Promise<DutiesOfUnit> {
  const level = SenderLevel.safeParse(area.kind)
  return {
    ...when,
    ...{ areaId: area.id, areaName: area.name },
    level: level.success ? level.data : 'body',
    duties: await dutiesInYear(db, area, when),
  }
}

type PlacedUnit = Unit & Range
type OfUnit<Placed extends PlacedUnit> = { unit: Placed; duty: Duty }

/** Every duty of every unit directly below, or the one of a code. */
async function dutiesOfUnitsBelow(db: Db, area: Area, when: InYear, code?: string): Promise<OfUnit<Area>[]> {
  const [units, loaded] = await Promise.all([unitsBelow(db, area, when), loadKnown(db, area, when, code)])
  return dutiesOfEach(units, when, code === undefined ? loaded : onlyOf(loaded, code))
}

function dutiesOfEach<Placed extends PlacedUnit>(
  units: readonly Placed[],
  { year }: InYear,
  known: Loaded,
): OfUnit<Placed>[] {
  return units.flatMap((unit) =>
    dutiesOfUnit(unit, year, knownFor(unit, known)).map((duty) => ({ unit, duty })),
  )
}

/**
 * The duty of a code of each of these units in one period, all of one range of places; units without it are left out.
 * Not asked for a day of today: what is late is for the caller to say.
 */
export async function listDutiesOf<Placed extends PlacedUnit>(
  db: Db,
  units: readonly Placed[],
  { within, code, period }: { within: Range; code: string; period: DutyPeriod },
): Promise<OfUnit<Placed>[]> {
  const when = { year: yearOf(period), today: dutyRange(period).to }
  const known = onlyOf(await loadKnown(db, within, when, code), code)
  return dutiesOfEach(units, when, known).filter(({ duty }) => duty.period === period)
}

function onlyOf(loaded: Loaded, wanted: string): Loaded {
  const { regime, planDuties: placed } = loaded
  const isWanted = ({ code }: RegimeDuty) => code === wanted
  return {
    ...loaded,
    regime: { ...regime, duties: regime.duties.filter(isWanted) },
    planDuties: placed.map((plan) => ({ ...plan, rows: plan.rows.filter(isWanted) })),
  }
}

/** The units below as they are today, or as they were at the end of a year that is over. */
async function unitsBelow(db: Db, area: Area, { year, today }: InYear): Promise<Area[]> {
  const end = `${year}-12-31`
  return listChildAreas(db, area.id, end < today ? end : today)
}

const lowerNames: Readonly<Record<string, string>> = {
  nation: 'tỉnh, thành phố',
  province: 'xã, phường, đặc khu',
}

/** By duty and period: how many of the units below have sent, how many are late. */
export async function dutiesBelow(db: Db, area: Area, when: InYear): Promise<DutiesBelow> {
  const groups = new Map<string, DutyBelow>()
  const level = SenderLevel.parse(area.kind === 'nation' ? 'province' : 'commune')
  for (const { duty } of await dutiesOfUnitsBelow(db, area, when)) {
    // What follows an event is a matter of one unit; it is told by the list of who is late.
    if (duty.cycle === 'event') continue
    const key = keyOf(duty)
    groups.set(key, addedTo(groups.get(key) ?? emptyGroup(duty, level), duty))
  }
  const duties = [...groups.values()].toSorted((left, right) => (dueOr(left) < dueOr(right) ? -1 : 1))
  return { ...when, level, lower: lowerNames[area.kind] ?? '', duties }
}

function dueOr({ dueOn, period }: DutyBelow): string {
  return `${dueOn ?? '9999'} ${period}`
}

function emptyGroup(duty: Duty, level: SenderLevel): DutyBelow {
  const { code, period, name, group, dueOn, rule, dateSource } = duty
  return { code, period, name, group, dueOn, rule, level, dateSource, all: 0, sent: 0, accepted: 0, late: 0 }
}

function addedTo(group: DutyBelow, { state }: Duty): DutyBelow {
  return {
    ...group,
    all: group.all + 1,
    sent: group.sent + (state === 'sent' || state === 'accepted' ? 1 : 0),
    accepted: group.accepted + (state === 'accepted' ? 1 : 0),
    late: group.late + (state === 'late' ? 1 : 0),
  }
}

type OneDuty = { regimeCode: string; period: DutyPeriod; today: Day }

/** Who of the units below has sent, and who has not; late ones first, then by name. */
export async function listSenders(
  db: Db,
  { areaId, regimeCode, period, today }: OneDuty & { areaId: string },
): Promise<SendersOfDuty> {
  const area = await getArea(db, areaId)
  const when = { year: yearOf(period), today }
  const found = (await dutiesOfUnitsBelow(db, area, when, regimeCode)).filter(
    ({ duty }) => duty.period === period,
  )
  const [first] = found
  if (!first) throw dutiesProblem('duties.not-found')
  return {
    ...{ today, name: first.duty.name, period },
    senders: found.map(({ unit, duty }) => {
      const { state, dueOn, sentAt, isSentLate, reportId, document } = duty
      return { areaId: unit.id, areaName: unit.name, state, dueOn, sentAt, isSentLate, reportId, document }
    }),
  }
}

/** What calls for attention now: late, returned, and due within the days of the regime. */
export async function listOpenDuties(db: Db, asked: { areaId: string; today: Day }): Promise<Duty[]> {
  const soon = addDays(asked.today, currentRegime().settings.soonDays)
  return (await listDuties(db, asked)).filter(
    ({ state, dueOn }) =>
      state === 'late' || state === 'returned' || (state === 'due-soon' && (dueOn ?? '') <= soon),
  )
}
