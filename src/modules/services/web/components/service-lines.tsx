import { Button } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import type { ChildService } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { useLateness } from './lateness.ts'
import { WhyWords } from './why-words.tsx'

type LinesProps = {
  lines: readonly ChildService[]
  onRecord: ((itemCode: string, dose: number | null) => void) | undefined
}

/** Services with their state, days and reason; `onRecord` puts a button on each. */
export function ServiceLines({ lines, onRecord }: LinesProps) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  if (lines.length === 0) return null
  return (
    <ul className="services-lines">
      {lines.map((line) => (
        <li key={`${line.itemCode}-${line.dose ?? 0}-${line.opensOn ?? ''}`}>
          <StateBadge state={line.state} />
          <span className="services-lines-words">
            {line.name[language]} <WhenWords line={line} />
            <WhyWords why={line.why} />
          </span>
          {onRecord ? (
            <Button
              variant="light"
              aria-label={t('services.record-for', { name: line.name[language] })}
              onClick={() => onRecord(line.itemCode, line.dose)}
            >
              {t('services.record')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function WhenWords({ line }: { line: ChildService }) {
  const t = useMessages(servicesMessages)
  const lateness = useLateness()
  const parts = [
    line.state === 'overdue' ? t('services.late-days', { time: lateness(line.daysLate) }) : undefined,
    line.state === 'coming' && line.opensOn
      ? t('services.opens', { day: formatDay(line.opensOn) })
      : undefined,
    line.state === 'coming' && !line.opensOn ? t('services.waits') : undefined,
    line.answeredOn ? t('services.answered-on', { day: formatDay(line.answeredOn) }) : undefined,
    line.deadline && !line.answeredOn ? t('services.deadline', { day: formatDay(line.deadline) }) : undefined,
    line.mandatory ? t('services.mandatory') : undefined,
  ]
  return <small>{parts.filter(Boolean).join(' · ')}</small>
}
