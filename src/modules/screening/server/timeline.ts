import { formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import type { TimelineEntry } from '#modules/children/shared/contract-timeline.ts'
import { screeningMessages } from '../shared/messages.ts'
import { listScreenings, listTools } from './queries.ts'

/** Screenings with their results, and how far their referrals have come; absent for those who may not see them. */
export async function screeningTimeline({ actor, db }: Reading, childId: string): Promise<TimelineEntry[]> {
  if (!actor.capabilities.has('screening.read')) return []
  const { language } = actor
  const [screenings, tools] = await Promise.all([listScreenings(db, childId), listTools(db)])
  const names = new Map(tools.map(({ tool, name }) => [tool, name[language]]))
  return screenings
    .filter(({ undoneAt }) => undoneAt === null)
    .flatMap(({ id, tool, screenedOn, result, refusalReason, referral }): TimelineEntry[] => {
      const found = translate(screeningMessages, language, `screening.result-${result}`)
      const screened: TimelineEntry = {
        ...{ key: id, day: screenedOn, topic: 'screening', text: names.get(tool) ?? tool },
        note: refusalReason ? `${found}: ${refusalReason}` : found,
      }
      if (!referral) return [screened]
      const place = translate(screeningMessages, language, `screening.to-${referral.referredTo}`)
      const day = formatDay(referral.answerBy)
      const proposed: TimelineEntry = {
        ...{ key: referral.id, day: referral.proposedOn, topic: 'screening', note: null },
        text: translate(screeningMessages, language, 'screening.referral', { place, day }),
      }
      if (!referral.stateOn) return [{ ...proposed, open: { until: referral.answerBy } }, screened]
      const state = translate(screeningMessages, language, `screening.state-${referral.state}`)
      const followed: TimelineEntry = {
        ...{
          key: `${referral.id} followed`,
          day: referral.stateOn,
          topic: 'screening',
          note: referral.stateNote,
        },
        text: `${place}: ${state}`,
      }
      return [followed, proposed, screened]
    })
}
