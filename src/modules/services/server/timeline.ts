import { type Language, translate } from '#base/messages.ts'
import type { Reading } from '#platform/http/route.ts'
import type { TimelineEntry } from '#modules/children/shared/contract-timeline.ts'
import { doseName } from '../shared/child-services.ts'
import { servicesMessages } from '../shared/messages.ts'
import { itemFor, packagesOf } from './package.ts'
import { findChild } from './queries.ts'
import { type CareOfMother, listCareBeforeBirth } from './queries-pregnancies.ts'
import { listNeeds } from './queries-needs.ts'
import { listToldRecords } from './queries-timeline.ts'

/**
 * Services recorded, and what other modules found that the child needs. Each service has the name of the package
 * that was in force at the child's place on its day.
 */
export async function servicesTimeline(
  { actor, db, clock }: Reading,
  childId: string,
): Promise<TimelineEntry[]> {
  if (!actor.capabilities.has('services.read')) return []
  const { language } = actor
  const [child, records, needs, book, before] = await Promise.all([
    findChild(db, childId),
    listToldRecords(db, childId),
    listNeeds(db, [childId]),
    packagesOf(db),
    listCareBeforeBirth(db, childId),
  ])
  if (!child) return []
  const nameOf = (itemCode: string, doneOn: string, dose: number | null) => {
    const item = itemFor(book, child, { itemCode, doneOn, today: clock.today() })
    return item ? doseName(item, dose)[language] : itemCode
  }
  const t = (
    key: 'services.irregular-mark' | 'services.answer-refused' | 'services.answer-contraindicated',
  ) => translate(servicesMessages, language, key)
  const given = records.map(
    ({ id, itemCode, dose, doneOn, answer, irregular, note, workId }): TimelineEntry => {
      const declined =
        answer === 'refused' || answer === 'contraindicated' ? t(`services.answer-${answer}`) : null
      return {
        ...{ key: id, day: doneOn, topic: 'services', text: nameOf(itemCode, doneOn, dose), workKey: workId },
        note:
          [declined, irregular ? t('services.irregular-mark') : null, note].filter(Boolean).join('; ') ||
          null,
      }
    },
  )
  const needed = (needs.get(childId) ?? []).map(({ itemCode, opensOn, reason }): TimelineEntry => {
    const name = nameOf(itemCode, opensOn, null)
    return {
      ...{ key: `need ${itemCode} ${opensOn}`, day: opensOn, topic: 'services', note: reason[language] },
      text: translate(servicesMessages, language, 'services.event-needed', { name }),
    }
  })
  const ofMother = before.map((one) =>
    motherEntry(one, { language, name: nameOf(one.itemCode, one.doneOn, null) }),
  )
  return [...needed, ...given, ...ofMother]
}

/** What the mother was given while she was expecting this child. */
function motherEntry(
  { id, doneOn, answer, note }: CareOfMother,
  { language, name }: { language: Language; name: string },
): TimelineEntry {
  const declined =
    answer === 'done' ? null : translate(servicesMessages, language, `services.answer-${answer}`)
  return {
    ...{ key: id, day: doneOn, topic: 'services' },
    text: translate(servicesMessages, language, 'services.event-of-mother', { name }),
    note: [declined, note].filter(Boolean).join('; ') || null,
  }
}
