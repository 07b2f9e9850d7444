import { addDays, type Day, vietnamDay } from '#base/day.ts'
import { type Holes, type Language, translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import { birthText } from '../shared/birth.ts'
import type { Child } from '../shared/contract.ts'
import type { Fact } from '../shared/contract-facts.ts'
import type { Merge } from '../shared/contract-merge.ts'
import type { Move } from '../shared/contract-moves.ts'
import type { TimelineEntry } from '../shared/contract-timeline.ts'
import { factWordKey } from '../shared/fact-words.ts'
import { lineOf } from '../shared/facts.ts'
import { factMessages } from '../shared/messages-facts.ts'
import { timelineMessages } from '../shared/messages-timeline.ts'
import { specialCircumstances } from '../shared/special-circumstances.ts'
import { getChild } from './commands.ts'
import { shownFacts } from './facts.ts'
import { shownCircumstances } from './openings.ts'
import { listMoves } from './queries-child-moves.ts'
import { listMerges } from './queries-merges.ts'

/**
 * What a later module tells of a child by days, in the reader's language and only as far as this reader may know.
 * Records taken back tell nothing.
 */
export type TimelineSource = (context: Reading, childId: string) => Promise<TimelineEntry[]>

/** `apps` fills the list: this module does not know the later ones. */
export const timelineSources: TimelineSource[] = []

/** Everything that happened to a child, the latest day first; of one day in the order of the modules. */
export async function timelineOf(context: Reading, childId: string): Promise<TimelineEntry[]> {
  const child = await getChild(context.db, context.actor, childId)
  const [own, ...others] = await Promise.all([
    ownEntries(context, child),
    ...timelineSources.map((source) => source(context, child.id)),
  ])
  const all = [own, ...others].flat()
  const keys = new Set(all.map(({ key }) => key))
  return all
    .filter(({ workKey }) => !workKey || !keys.has(workKey))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
}

async function ownEntries(context: Reading, child: Child): Promise<TimelineEntry[]> {
  const { actor, db, clock } = context
  const { language } = actor
  const [facts, { circumstances }, moves, merges] = await Promise.all([
    shownFacts(context, child.id),
    shownCircumstances(context, child.id),
    listMoves(db, { range: actor.area, childId: child.id }),
    listMerges(db, child.id),
  ])
  const dated = circumstances.map(({ id, groupNo, fromDay, toDay, source }) => ({
    ...{ id, fromDay, toDay, source, line: id },
    what: specialCircumstances[groupNo - 1] ?? '',
    kindKey: 'children.fact-circumstance' as const,
  }))
  const known = facts.filter(({ undoneAt, implied }) => undoneAt === null && !implied)
  return [
    ...registerEntries(child, language),
    ...moves.flatMap((move) => moveEntries(move, language)),
    ...merges.flatMap((merge) => mergeEntries(merge, child.id, language)),
    ...datedEntries([...known.map((fact) => datedFact(fact, language)), ...dated], language, clock.today()),
  ]
}

const words = (language: Language, key: keyof typeof timelineMessages.vi, holes?: Holes) =>
  translate(timelineMessages, language, key, holes)

const dayOf = (moment: string): Day => vietnamDay(new Date(moment))

function registerEntries(child: Child, language: Language): TimelineEntry[] {
  const entry = (key: string, day: Day, text: string): TimelineEntry => ({
    ...{ key, day, text, topic: 'register', note: null },
  })
  const born =
    child.bornPrecision === 'day'
      ? words(language, 'children.event-born')
      : words(language, 'children.event-born-about', { birth: birthText(child) })
  return [
    ...(child.leftOn && child.leftReason
      ? [entry('left', child.leftOn, words(language, `children.event-left-${child.leftReason}`))]
      : []),
    entry('registered', dayOf(child.registeredAt), words(language, 'children.event-registered')),
    entry('born', child.bornOn, born),
  ]
}

function moveEntries(move: Move, language: Language): TimelineEntry[] {
  const sent: TimelineEntry = {
    ...{ key: `${move.id} sent`, day: dayOf(move.sentAt), topic: 'register', note: move.note },
    text: words(language, 'children.event-move-sent', { from: move.fromName, to: move.toName }),
  }
  if (move.state === 'sent' || !move.answeredAt) return [sent]
  const answered: TimelineEntry = {
    ...{ key: `${move.id} answered`, day: dayOf(move.answeredAt), topic: 'register', note: move.refusal },
    text: words(language, `children.event-move-${move.state}`),
  }
  return [answered, sent]
}

function mergeEntries(merge: Merge, childId: string, language: Language): TimelineEntry[] {
  const { id, keptId, keptName, mergedName, mergedAt, undoneAt } = merge
  const text =
    keptId === childId
      ? words(language, 'children.event-merge-kept', { name: mergedName })
      : words(language, 'children.event-merge-merged', { name: keptName })
  const entry = (key: string, moment: string, said: string): TimelineEntry => ({
    ...{ key, day: dayOf(moment), topic: 'register', text: said, note: null },
  })
  const undone = undoneAt
    ? [entry(`${id} undone`, undoneAt, words(language, 'children.event-merge-undone'))]
    : []
  return [...undone, entry(id, mergedAt, text)]
}

type Dated = {
  id: string
  /** Facts of one line follow one another: what ends because the next begins is not told twice. */
  line: string
  kindKey: 'children.fact-circumstance' | `children.fact-${Fact['kind']}`
  what: string
  source: string
  fromDay: Day
  toDay: Day | null
}

function datedFact(fact: Fact, language: Language): Dated {
  const key = factWordKey(fact)
  const value = key ? translate(factMessages, language, key) : fact.value
  const { id, kind, source, fromDay, toDay, householdCode, facilityName, villageName, communeName } = fact
  const what = [[value, householdCode].filter(Boolean).join(' '), facilityName, villageName, communeName]
    .filter(Boolean)
    .join(', ')
  return { id, line: lineOf(fact), kindKey: `children.fact-${kind}`, what, source, fromDay, toDay }
}

function datedEntries(all: readonly Dated[], language: Language, today: Day): TimelineEntry[] {
  return all.flatMap(({ id, line, kindKey, what, source, fromDay, toDay }): TimelineEntry[] => {
    const begun: TimelineEntry = {
      ...{ key: id, day: fromDay, topic: 'living' },
      text: words(language, 'children.event-fact', {
        kind: translate(factMessages, language, kindKey),
        what,
      }),
      note: words(language, 'children.event-source', { source }),
    }
    const isFollowed = all.some(
      (one) => one.line === line && toDay !== null && one.fromDay === addDays(toDay, 1),
    )
    if (toDay === null || toDay >= today || isFollowed) return [begun]
    const text = words(language, 'children.event-fact-ended', { what })
    return [{ key: `${id} ended`, day: toDay, topic: 'living', text, note: null }, begun]
  })
}
