import { addDays, type Day, vietnamDay } from '#base/day.ts'
import { isOn } from '#base/span.ts'
import { type WorkCalendar, vietnamCalendar } from '#base/working-days.ts'
import type { Duty, DutyState } from './contract.ts'
import { type Due, dueOf, parseDueRule } from './due-rule.ts'
import { dutyRange, type DutyPeriod, periodsOf, yearOf } from './periods.ts'
import type { Regime, RegimeDuty, Sender } from './regime.ts'

/** A unit with the days on which it exists. */
export type Unit = { id: string; kind: string; validFrom: Day; validTo: Day | null }

export type SentRow = {
  areaId: string
  code: string
  period: string
  state: 'sent' | 'returned' | 'accepted'
  reportId: string | null
  document: string | null
  firstSentAt: string
  sentAt: string
}

export type DayRow = {
  code: string
  level: string
  period: string
  dueOn: Day
  source: string
  /** The range of the place that gave it. */
  areaLft: number
  areaRgt: number
}

export type EventRow = { id: string; areaId: string; code: string; happenedAt: string }

/** Everything that decides the duties of units; rows of other units are passed over. */
export type Known = {
  regime: Pick<Regime, 'settings' | 'duties'>
  /** Of the plans that count for the unit. */
  planDuties: readonly RegimeDuty[]
  sent: readonly SentRow[]
  days: readonly DayRow[]
  events: readonly EventRow[]
  /** Nobody is late for what was due before. */
  followedFrom: Day
  today: Day
  calendar?: WorkCalendar
  /** Kept by whoever asks for many units: what is the same for all of them is then found once. */
  found?: FoundDays
}

/** Periods of a rhythm, their days, and the last day of a rule in a period: they do not depend on the unit. */
export type FoundDays = {
  periods: Map<string, DutyPeriod[]>
  ranges: Map<DutyPeriod, ReturnType<typeof dutyRange>>
  dues: Map<string, Due | null>
}

/** Nothing computed yet: one such store serves all units of a request, whose duties share their days. */
export function noFoundDays(): FoundDays {
  return { periods: new Map(), ranges: new Map(), dues: new Map() }
}

function remembered<Value extends object | null>(
  kept: Map<string, Value>,
  key: string,
  find: () => Value,
): Value {
  const before = kept.get(key)
  if (before !== undefined) return before
  const value = find()
  kept.set(key, value)
  return value
}

/** Each duty of a unit in the periods of a year, by day; those without a day last. */
export function dutiesOfUnit(unit: Unit, year: number, known: Known): Duty[] {
  const { found = noFoundDays() } = known
  const indexed = { ...known, found, index: indexOf(unit, known) }
  return [...known.regime.duties, ...known.planDuties]
    .filter(({ urgent }) => !urgent)
    .flatMap((duty) => {
      const sender = duty.senders.find(({ level }) => level === unit.kind)
      if (!sender) return []
      return periodsFor(duty, { unit, year, events: known.events, found }).map((period) =>
        toDuty(duty, { sender, period }, indexed),
      )
    })
    .toSorted(byDay)
}

function byDay(left: Duty, right: Duty): number {
  const [one, other] = [left.dueOn ?? '9999', right.dueOn ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return left.period < right.period ? -1 : 1
}

type Index = { sent: ReadonlyMap<string, SentRow>; events: ReadonlyMap<string, EventRow> }

function indexOf({ id }: Unit, { sent, events }: Known): Index {
  return {
    sent: new Map(sent.flatMap((row) => (row.areaId === id ? [[keyOf(row), row]] : []))),
    events: new Map(events.map((event) => [event.id, event])),
  }
}

/** A duty of a unit is known by its code and period. */
export function keyOf({ code, period }: { code: string; period: string }): string {
  return `${code} ${period}`
}

type Asked = { unit: Unit; year: number; events: readonly EventRow[]; found: FoundDays }
type Indexed = Known & { index: Index; found: FoundDays }

function rangeOf({ ranges }: FoundDays, period: DutyPeriod) {
  return remembered(ranges, period, () => dutyRange(period))
}

/**
 * A unit reports on periods at whose end it existed: a merged commune inherits no duty of a period that ended before
 * it began (report-regime, inferred), and one that ended leaves the period to its successor.
 */
function periodsFor(duty: RegimeDuty, { unit, year, events, found }: Asked): DutyPeriod[] {
  const all =
    duty.cycle === 'event'
      ? eventPeriods(duty.code, unit, events)
      : remembered(found.periods, `${duty.cycle} ${year}`, () => periodsOf(duty.cycle, year))
  return all.filter((period) => {
    const { to } = rangeOf(found, period)
    const inForce = duty.inForceFrom <= to && (duty.inForceTo === null || to <= duty.inForceTo)
    return inForce && isOn(unit, to) && yearOf(period) === year
  })
}

function eventPeriods(code: string, { id }: Unit, events: readonly EventRow[]): DutyPeriod[] {
  return events.flatMap((event) => (event.areaId === id && event.code === code ? [eventPeriod(event)] : []))
}

/** The day in Viet Nam, and the id, because two may happen on one day. */
export function eventPeriod({ id, happenedAt }: Pick<EventRow, 'id' | 'happenedAt'>): DutyPeriod {
  return `${vietnamDay(new Date(happenedAt))}.${id}`
}

type Place = { sender: Sender; period: DutyPeriod }

function toDuty(duty: RegimeDuty, place: Place, known: Indexed): Duty {
  const { sender, period } = place
  const set = dayFor(known.days, duty.code, place)
  const due = dueFor(place, set?.dueOn, known)
  const sent = known.index.sent.get(keyOf({ code: duty.code, period }))
  return {
    ...{ code: duty.code, period, name: duty.name, group: duty.group, cycle: duty.cycle },
    ...{ sender: sender.role, to: sender.to, rule: sender.rule },
    ...{ source: duty.source, mark: duty.mark, note: duty.note },
    ...(due ?? noDue),
    dateSource: set === undefined ? null : set.source,
    state: dutyState(due, sent, { ...known, soonDays: known.regime.settings.soonDays }),
    ...sentPart(sent, due),
  }
}

const noDue = { dueOn: null, nominalOn: null, dueAt: null, isProvisional: false }

type SentPart = Pick<Duty, 'sentAt' | 'isSentLate' | 'reportId' | 'document' | 'isByHand'>

function sentPart(sent: SentRow | undefined, due: Due | undefined): SentPart {
  if (!sent) return { sentAt: null, isSentLate: false, reportId: null, document: null, isByHand: false }
  const { sentAt, firstSentAt, reportId, document } = sent
  return { sentAt, isSentLate: wasLate(due, firstSentAt), reportId, document, isByHand: reportId === null }
}

/** Of several letters the one of the nearest place above counts: it has the greatest left bound. */
function dayFor(days: readonly DayRow[], code: string, { sender, period }: Place): DayRow | undefined {
  return days
    .filter((day) => day.code === code && day.level === sender.level && day.period === period)
    .toSorted((left, right) => right.areaLft - left.areaLft)[0]
}

/** A day that a letter gives stands over the rule of the regime. */
function dueFor({ sender, period }: Place, setOn: Day | undefined, known: Indexed): Due | undefined {
  const { found, regime, index, calendar = vietnamCalendar } = known
  const key = `${setOn ?? sender.rule} ${sender.nextYear} ${period}`
  const due = remembered(found.dues, key, () => {
    const rule = setOn === undefined ? parseDueRule(sender.rule) : ({ kind: 'set-yearly' } as const)
    if (!rule) return null
    const eventAt = index.events.get(period.slice(11))?.happenedAt
    const year = yearOf(period) + (sender.nextYear ? 1 : 0)
    const facts = { periodEnd: rangeOf(found, period).to, year, eventAt, setOn }
    return dueOf(rule, facts, regime.settings, calendar) ?? null
  })
  return due ?? undefined
}

type Now = { today: Day; followedFrom: Day; soonDays: number }

/** What is to be done about a duty today. Returned counts as not sent, but as nobody's lateness while it is corrected. */
export function dutyState(
  due: Pick<Due, 'dueOn'> | undefined,
  sent: Pick<SentRow, 'state'> | undefined,
  { today, followedFrom, soonDays }: Now,
): DutyState {
  if (sent) return sent.state
  if (!due) return 'no-date'
  if (due.dueOn < followedFrom) return 'earlier'
  if (due.dueOn < today) return 'late'
  return due.dueOn <= addDays(today, soonDays) ? 'due-soon' : 'not-due'
}

/** Sent after the due day or hour; days are those of Viet Nam. */
function wasLate(due: Due | undefined, firstSentAt: string): boolean {
  if (!due) return false
  if (due.dueAt !== null) return Date.parse(firstSentAt) > Date.parse(due.dueAt)
  return vietnamDay(new Date(firstSentAt)) > due.dueOn
}
