import { Button } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import type { DueChild } from '../../shared/requests.ts'
import { useLateness } from './lateness.ts'
import type { Recording } from './record-dialog.tsx'
import { WhyWords } from './why-words.tsx'

export type DueServicesProps = { child: DueChild; onRecord: ((recording: Recording) => void) | undefined }

/** What one child needs; on paper with a box to tick and a line for the day. */
export function DueServices({ child, onRecord }: DueServicesProps) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const lateness = useLateness()
  return (
    <ul className="services-due">
      {child.services.map(({ itemCode, dose, name, state, daysLate, deadline, why }) => {
        const words = name[language]
        return (
          <li key={`${itemCode}-${dose ?? 0}`}>
            <span className="services-box" aria-hidden />
            <span className="no-print">
              <StateBadge state={state} />
            </span>
            <span className="services-due-words">
              {state === 'overdue'
                ? t('services.late', { name: words, time: lateness(daysLate) })
                : t('services.until', { name: words, day: deadline ? formatDay(deadline) : '' })}
              <WhyWords why={why} />
            </span>
            <span className="services-write" aria-hidden />
            {onRecord ? (
              <Button
                variant="subtle"
                aria-label={t('services.record-for', { name: `${child.fullName}: ${words}` })}
                onClick={() => onRecord({ childId: child.childId, itemCode, dose })}
              >
                {t('services.record')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
