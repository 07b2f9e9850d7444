import { formatDay, vietnamDay } from '#base/day.ts'
import { type Holes, type Language, translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import type { TimelineEntry } from '#modules/children/shared/contract-timeline.ts'
import type { BreachOfChild, Consent, DataRequest } from '../shared/contract.ts'
import { breachMessages } from '../shared/messages-breaches.ts'
import { privacyMessages } from '../shared/messages.ts'
import { privacyTimelineMessages } from '../shared/messages-timeline.ts'
import { listConsents, listRequestsOf } from './queries.ts'
import { listBreachesOfChild } from './queries-breaches.ts'

const told = (language: Language, key: keyof typeof privacyTimelineMessages.vi, holes?: Holes) =>
  translate(privacyTimelineMessages, language, key, holes)

const dayOf = (moment: string) => vietnamDay(new Date(moment))

/**
 * What the family agreed to and asked for, as the section of the page shows it to who reads children; breaches of
 * the data of this child for who may write about it. A request that is not decided and a breach that is not closed
 * are open matters.
 */
export async function privacyTimeline({ actor, db }: Reading, childId: string): Promise<TimelineEntry[]> {
  const { language, capabilities } = actor
  if (!capabilities.has('children.read')) return []
  const [consents, requests, breaches] = await Promise.all([
    listConsents(db, childId),
    listRequestsOf(db, childId),
    capabilities.has('children.write') ? listBreachesOfChild(db, childId) : [],
  ])
  return [
    ...consents.flatMap((consent) => consentEntries(consent, language)),
    ...requests.flatMap((request) => requestEntries(request, language)),
    ...breaches.filter(({ concerns }) => concerns).map((breach) => breachEntry(breach, language)),
  ]
}

function consentEntries(consent: Consent, language: Language): TimelineEntry[] {
  const { id, purpose, decision, givenBy, givenOn, withdrawnOn, withdrawnBy } = consent
  const what = translate(privacyMessages, language, `privacy.purpose-${purpose}`)
  const by = (name: string | null) => (name ? told(language, 'privacy.event-by', { name }) : null)
  const given: TimelineEntry = {
    ...{ key: id, day: givenOn, topic: 'privacy', note: by(givenBy) },
    text: told(language, `privacy.event-consent-${decision}`, { what }),
  }
  if (withdrawnOn === null) return [given]
  const text = told(language, 'privacy.event-withdrawn', { what })
  return [{ key: `${id} withdrawn`, day: withdrawnOn, topic: 'privacy', text, note: by(withdrawnBy) }, given]
}

function requestEntries(request: DataRequest, language: Language): TimelineEntry[] {
  const { id, kind, receivedOn, requester, dueOn, decidedOn, decision } = request
  const what = translate(privacyMessages, language, `privacy.kind-${kind}`).toLowerCase()
  const asked: TimelineEntry = {
    ...{ key: id, day: receivedOn, topic: 'privacy' },
    text: told(language, 'privacy.event-request', { what }),
    note: requester ? told(language, 'privacy.event-by', { name: requester }) : null,
    ...(decidedOn === null ? { open: { until: dueOn } } : {}),
  }
  if (decidedOn === null || decision === null) return [asked]
  const answer = translate(privacyMessages, language, `privacy.decision-${decision}`)
  const text = told(language, 'privacy.event-decided', { what, answer: answer.toLowerCase() })
  return [{ key: `${id} decided`, day: decidedOn, topic: 'privacy', text, note: null }, asked]
}

function breachEntry(breach: BreachOfChild, language: Language): TimelineEntry {
  const { id, kind, noticedAt, familiesToldOn, closedAt, notifyBy, notifiedAt } = breach
  const what = translate(breachMessages, language, `privacy.breach-kind-${kind}`).toLowerCase()
  return {
    ...{ key: id, day: dayOf(noticedAt), topic: 'privacy' },
    text: told(language, 'privacy.event-breach', { what }),
    note: familiesToldOn ? told(language, 'privacy.event-told', { day: formatDay(familiesToldOn) }) : null,
    ...(closedAt === null ? { open: { until: notifiedAt === null ? dayOf(notifyBy) : null } } : {}),
  }
}
