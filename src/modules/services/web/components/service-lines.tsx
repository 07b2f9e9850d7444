import { Button } from '@mantine/core'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { StateBadge } from '#ui/state-badge.tsx'
import type { ChildService } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { useLateness } from './lateness.ts'
import { ShortList } from './short-list.tsx'
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
    <ShortList count={lines.length}>
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
    </ShortList>
  )
}

/** The reason of a service that is caught up says its deadline itself. */
function saysDeadline({ answeredOn, why }: ChildService): boolean {
  return !answeredOn && why?.kind !== 'catch-up'
}

function WhenWords({ line }: { line: ChildService }) {
  const t = useMessages(servicesMessages)
  const lateness = useLateness()
  const { state, opensOn, answeredOn, deadline } = line
  const coming = opensOn ? t('services.opens', { day: formatDay(opensOn) }) : t('services.waits')
  const parts = [
    state === 'overdue' ? t('services.late-days', { time: lateness(line.daysLate) }) : undefined,
    state === 'coming' ? coming : undefined,
    answeredOn ? t('services.answered-on', { day: formatDay(answeredOn) }) : undefined,
    deadline && saysDeadline(line) ? t('services.deadline', { day: formatDay(deadline) }) : undefined,
    line.mandatory ? t('services.mandatory') : undefined,
  ]
  return <small>{parts.filter(Boolean).join(' · ')}</small>
}
