import { periodRange } from '#base/period.ts'
import type { Db } from '#platform/db/types.ts'
import { getArea } from '#modules/areas/server/public.ts'
import { allSections } from '../shared/content.ts'
import {
  difficultySentences,
  eventSentences,
  issuedSentences,
  meetingSentences,
  taskSentences,
} from '../shared/noted.ts'
import type { Offers } from '../shared/offers.ts'
import type { Noted, Outline } from '../shared/outline.ts'
import type { StoredReport } from './queries.ts'
import * as noted from './queries-noted.ts'

const sentencesOf: Readonly<Record<Noted, (db: Db, asked: noted.NotedQuestion) => Promise<string[]>>> = {
  documents: async (db, asked) => issuedSentences(await noted.listIssued(db, asked)),
  meetings: async (db, asked) => meetingSentences(await noted.listMeetings(db, asked)),
  training: async (db, asked) => eventSentences(await noted.listNotedEvents(db, asked, ['training'])),
  events: async (db, asked) =>
    eventSentences(await noted.listNotedEvents(db, asked, ['campaign', 'festival'])),
  tasks: async (db, asked) => taskSentences(await noted.countTasksDone(db, asked)),
  difficulties: async (db, asked) => difficultySentences(await noted.listNotedDifficulties(db, asked)),
}

/** Sentences from other registers of the unit (library, boards, calendar, tasks), as the outline asks, by section. */
export async function notedOffers(db: Db, outline: Outline, report: StoredReport): Promise<Offers> {
  const { id: areaId, name } = await getArea(db, report.areaId)
  const asked = { areaId, name, from: periodRange(report.period).from, asOf: report.computed.asOf }
  const offers: Offers = {}
  for (const { key, noted: kinds = [] } of allSections(outline)) {
    const found: string[] = []
    for (const kind of kinds) found.push(...(await sentencesOf[kind](db, asked)))
    if (found.length > 0) offers[key] = found
  }
  return offers
}

/** Two sets of offers in one, section by section. */
export function withOffers(offers: Offers, more: Offers): Offers {
  const keys = new Set([...Object.keys(offers), ...Object.keys(more)])
  return Object.fromEntries([...keys].map((key) => [key, [...(more[key] ?? []), ...(offers[key] ?? [])]]))
}
