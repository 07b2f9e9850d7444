import { useQuery } from '@tanstack/react-query'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { pregnancyMessages } from '../../shared/messages-pregnancies.ts'
import { careBeforeBirthQuery } from '../requests-pregnancies.ts'

/** On the page of a child: how its mother was cared for before the birth; absent where nothing was written down. */
export function CareOfMother({ childId }: { childId: string }) {
  const t = useMessages(pregnancyMessages)
  const words = useMessages(servicesMessages)
  const { language } = useLanguage()
  const { data } = useQuery(careBeforeBirthQuery(childId))
  if (!data || data.records.length === 0) return null
  return (
    <PageSection id="care-of-mother" title={t('services.care-of-mother')}>
      <ul className="services-lines">
        {data.records.map(({ id, doneOn, name, week, answer, note, recordedByName }) => (
          <li key={id}>
            <span className="tabular">{formatDay(doneOn)}</span>
            <span className="services-lines-words">
              {name[language]}{' '}
              <small>
                {[
                  week === null ? undefined : t('services.week-of-pregnancy', { week }),
                  answer === 'done' ? undefined : t(`services.her-answer-${answer}`),
                  note ?? undefined,
                  recordedByName ? words('services.by', { name: recordedByName }) : undefined,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </PageSection>
  )
}
