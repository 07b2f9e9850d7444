import { z } from 'zod'
import { addDays, type Day, dayFrom, vietnamDay } from '#base/day.ts'
import { addWorkingDays, nextWorkingDay, vietnamCalendar, type WorkCalendar } from '#base/working-days.ts'

/**
 * When a report is due, in the grammar of the reporting regime (db/reference/reporting-regime):
 * `fixed:MM-DD` on or before that day, `before:MM-DD` strictly before it, `event+15d` calendar days, `event+5wd` working
 * days and `event+24h` clock hours after what happened, `periodEnd+10wd` and `periodEnd+3d` after the period,
 * `set-yearly` by the letter of the year, `at-once`.
 */
export type DueRule =
  | { kind: 'fixed' | 'before'; monthDay: string }
  | { kind: 'event' | 'periodEnd'; count: number; unit: 'd' | 'wd' | 'h' }
  | { kind: 'set-yearly' }
  | { kind: 'at-once' }

/** Undefined for a text that is no rule: 31/02, hours after a period, words. */
export function parseDueRule(text: string): DueRule | undefined {
  if (text === 'set-yearly' || text === 'at-once') return { kind: text }
  return parseDated(text) ?? parseCounted(text)
}

function parseDated(text: string): DueRule | undefined {
  const [, kind, monthDay = ''] = /^(fixed|before):(\d{2}-\d{2})$/.exec(text) ?? []
  if ((kind !== 'fixed' && kind !== 'before') || !isMonthDay(monthDay)) return undefined
  return { kind, monthDay }
}

const CountedRule = z.object({ kind: z.enum(['event', 'periodEnd']), unit: z.enum(['d', 'wd', 'h']) })

function parseCounted(text: string): DueRule | undefined {
  const [, from, count, written] = /^(event|periodEnd)\+(\d{1,3})(wd|d|h)$/.exec(text) ?? []
  const parsed = CountedRule.safeParse({ kind: from, unit: written })
  if (!parsed.success) return undefined
  const { kind, unit } = parsed.data
  return kind === 'periodEnd' && unit === 'h' ? undefined : { kind, count: Number(count), unit }
}

/** 29/02 is refused: a day of each year must exist in each year. */
function isMonthDay(monthDay: string): boolean {
  return dayFrom(2025, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3))) !== undefined
}

/** What offices do differently; the regime holds what counts here. */
export type DueSettings = {
  /** Whether "trước ngày 30/11" still takes what comes on 30/11. */
  isDayItselfGood: boolean
  /** A last day that is a day off moves to the next working day (Bộ luật Dân sự 2015 Art. 148.5; here unverified). */
  movesFromDayOff: boolean
}

export type DueFacts = {
  periodEnd: Day
  /** The year in which `fixed` and `before` fall: mostly that of the period, of some the next. */
  year: number
  /** What happened, as a moment with its time zone; only for rules that begin with `event`. */
  eventAt: string | undefined
  /** The day that the yearly letter gives. */
  setOn: Day | undefined
}

export type Due = {
  /** The last good day. */
  dueOn: Day
  /** The last good day before it was moved from a day off. */
  nominalOn: Day
  /** The moment, for rules in hours: they run through nights and holidays. */
  dueAt: string | null
  /** Counted with days off that nobody has announced yet. */
  isProvisional: boolean
}

/** Undefined while the day is not known: the letter has not come, or nothing has happened. */
export function dueOf(
  rule: DueRule,
  facts: DueFacts,
  settings: DueSettings,
  calendar: WorkCalendar = vietnamCalendar,
): Due | undefined {
  if (rule.kind === 'at-once') return facts.eventAt === undefined ? undefined : dueMoment(facts.eventAt, 0)
  if (rule.kind === 'set-yearly') return facts.setOn === undefined ? undefined : onThatDay(facts.setOn)
  if (rule.kind === 'event' && rule.unit === 'h')
    return facts.eventAt === undefined ? undefined : dueMoment(facts.eventAt, rule.count)
  const last = lastDay(rule, facts, settings, calendar)
  return last === undefined ? undefined : movedFromDayOff(last, settings, calendar)
}

type DayRule = Exclude<DueRule, { kind: 'at-once' | 'set-yearly' }>

function lastDay(
  rule: DayRule,
  facts: DueFacts,
  settings: DueSettings,
  calendar: WorkCalendar,
): Day | undefined {
  if ('monthDay' in rule) {
    const isBefore = rule.kind === 'before' && !settings.isDayItselfGood
    return addDays(`${facts.year}-${rule.monthDay}`, isBefore ? -1 : 0)
  }
  const from = rule.kind === 'periodEnd' ? facts.periodEnd : dayOfMoment(facts.eventAt)
  if (from === undefined) return undefined
  return rule.unit === 'wd' ? addWorkingDays(from, rule.count, calendar) : addDays(from, rule.count)
}

function movedFromDayOff(last: Day, { movesFromDayOff }: DueSettings, calendar: WorkCalendar): Due {
  const dueOn = movesFromDayOff ? nextWorkingDay(last, calendar) : last
  return { dueOn, nominalOn: last, dueAt: null, isProvisional: dueOn > calendar.settledTo }
}

function onThatDay(day: Day): Due {
  return { dueOn: day, nominalOn: day, dueAt: null, isProvisional: false }
}

const millisecondsPerHour = 3_600_000

/** Clock hours are never stopped by a night or a holiday. */
function dueMoment(eventAt: string, hours: number): Due {
  const moment = new Date(Date.parse(eventAt) + hours * millisecondsPerHour)
  const dueOn = vietnamDay(moment)
  return { dueOn, nominalOn: dueOn, dueAt: moment.toISOString(), isProvisional: false }
}

function dayOfMoment(moment: string | undefined): Day | undefined {
  return moment === undefined ? undefined : vietnamDay(new Date(moment))
}
