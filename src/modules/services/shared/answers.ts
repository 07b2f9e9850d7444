import type { ChildFacts, PackageItem, ServicePackage, ServiceRecord } from './contract.ts'
import { dayNumber, type DayNumber } from './day-number.ts'
import { birthOf, isOwed, windowsOf, type Birth, type Range, type Window } from './windows.ts'

export type DatedRecord = { record: ServiceRecord; on: DayNumber }

/** A child with records sorted by item and day, ready for many questions. */
export type PreparedChild = {
  facts: ChildFacts
  birth: Birth
  leftOn: DayNumber
  records: ReadonlyMap<string, readonly DatedRecord[]>
  /** What the child may be owed of a package, found when a package is first asked for. */
  owed: Map<ServicePackage, readonly PackageItem[]>
}

/** A window and what answers it. `waiting`: a dose that cannot be given before the one before it. */
export type AnsweredWindow = Window & { answer: DatedRecord | null; waiting: boolean }

const always: Range = { from: -Infinity, to: Infinity }

/** Days as numbers and records by item, oldest first: made once, asked for each item and period. */
export function prepareChild(facts: ChildFacts, records: readonly ServiceRecord[]): PreparedChild {
  const byItem = new Map<string, DatedRecord[]>()
  for (const record of records) {
    const dated = { record, on: dayNumber(record.doneOn) }
    const list = byItem.get(record.itemCode)
    if (list) list.push(dated)
    else byItem.set(record.itemCode, [dated])
  }
  for (const list of byItem.values()) list.sort((a, b) => a.on - b.on)
  const leftOn = facts.leftOn === null ? Infinity : dayNumber(facts.leftOn)
  return { facts, birth: birthOf(facts.bornOn), leftOn, records: byItem, owed: new Map() }
}

/** The items of a package that can become due for the child by age and facts. */
export function owedItems(pkg: ServicePackage, child: PreparedChild): readonly PackageItem[] {
  const known = child.owed.get(pkg)
  if (known) return known
  const items = pkg.items.filter((item) => isOwed(item, child.facts))
  child.owed.set(pkg, items)
  return items
}

/** The first "done"; without one, the last refusal. `records` are in order of day. */
function settle(records: readonly DatedRecord[], fits: (dated: DatedRecord) => boolean): DatedRecord | null {
  let declined: DatedRecord | null = null
  for (const dated of records) {
    if (!fits(dated)) continue
    if (dated.record.answer === 'done') return dated
    declined = dated
  }
  return declined
}

/**
 * Doses in order: each waits for the one before it and for the least gap. A dose moved by a late
 * predecessor keeps the length of its window.
 */
function answerDoses(
  item: PackageItem,
  windows: readonly Window[],
  records: readonly DatedRecord[],
): AnsweredWindow[] {
  if (item.rhythm.kind !== 'doses') return []
  const gaps = new Map(item.rhythm.doses.map((dose) => [dose.dose, dose.minGapDays]))
  let before: AnsweredWindow | null = null
  return windows.map((window) => {
    const answer = settle(records, ({ record }) => record.dose === window.dose)
    const given: DayNumber | null = before?.answer?.record.answer === 'done' ? before.answer.on : null
    const earliest = given === null ? window.from : given + (gaps.get(window.dose ?? 0) ?? 0)
    const from = Math.max(window.from, earliest)
    const to = Math.max(window.to, from + (window.to - window.from) * (from > window.from ? 1 : 0))
    const answered: AnsweredWindow = {
      dose: window.dose,
      from,
      to,
      answer,
      waiting: before !== null && given === null,
    }
    before = answered
    return answered
  })
}

/** Without a record no window moves, and all but the first dose wait. */
function unansweredDoses(first: number | undefined, windows: readonly Window[]): AnsweredWindow[] {
  return windows.map(({ dose, from, to }) => ({ dose, from, to, answer: null, waiting: dose !== first }))
}

/** Days after a round in which a late service still answers it. */
export function graceDays(item: PackageItem): number {
  return item.rhythm.kind === 'campaign' ? item.rhythm.graceDays : 0
}

const none: readonly DatedRecord[] = []

/** Vitamin A outside the rounds (a child at high risk) answers the round that follows soon (vitamin-a.md). */
function restDays(item: PackageItem): number {
  return item.rhythm.kind === 'campaign' ? (item.rhythm.restDays ?? 0) : 0
}

function answersWindow(window: Window, item: PackageItem): (dated: DatedRecord) => boolean {
  if (item.rhythm.kind === 'once') return () => true
  const [grace, rest] = [graceDays(item), restDays(item)]
  return ({ on, record }) =>
    on <= window.to + grace && on >= window.from - (record.answer === 'done' ? rest : 0)
}

/**
 * The windows of an item that touch `range`, each with the record that answers it by `until`.
 * What is given once or by dose counts whenever it was done; what recurs counts in its own window
 * and the days of grace after it, or so shortly before a round that it need not be given again.
 */
export function answeredWindows(
  item: PackageItem,
  child: PreparedChild,
  range: Range,
  until: DayNumber,
): AnsweredWindow[] {
  const all = child.records.get(item.code) ?? none
  const records = all.length > 0 && (all.at(-1)?.on ?? 0) > until ? all.filter(({ on }) => on <= until) : all
  if (item.rhythm.kind === 'doses') {
    if (records.length === 0)
      return unansweredDoses(item.rhythm.doses[0]?.dose, windowsOf(item, child.birth, range))
    return answerDoses(item, windowsOf(item, child.birth, always), records).filter(
      ({ from, to }) => to >= range.from && from <= range.to,
    )
  }
  return windowsOf(item, child.birth, range).map((window) => ({
    ...window,
    answer: settle(records, answersWindow(window, item)),
    waiting: false,
  }))
}
