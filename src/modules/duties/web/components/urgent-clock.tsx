import { formatMoment } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import type { UrgentLine } from '../../shared/urgent.ts'
import { legalClock } from '../../shared/urgent-rules.ts'
import '../duties.css'

type ClockProps = {
  report: Pick<UrgentLine, 'kind' | 'inDanger' | 'harmedBy' | 'learnedAt' | 'measureAt'>
  /** Milliseconds. */
  now: number
}

/** The 12 hours of an emergency: left, over, or ended by a measure. */
export function UrgentClock({ report, now }: ClockProps) {
  const t = useMessages(urgentMessages)
  const clock = legalClock(report, now)
  if (clock.kind === 'none') return <>{t('duties.urgent-clock-none')}</>
  if (clock.kind === 'stopped')
    return (
      <span className={clock.isInTime ? undefined : 'duty-late'}>
        {t(clock.isInTime ? 'duties.urgent-clock-kept' : 'duties.urgent-clock-missed')}
      </span>
    )
  if (clock.kind === 'over')
    return <strong className="duty-late">{t('duties.urgent-clock-over', inHours(clock.minutesOver))}</strong>
  const left = { ...inHours(clock.minutesLeft), at: formatMoment(clock.dueAt) }
  return <strong className="duty-running">{t('duties.urgent-clock-running', left)}</strong>
}

function inHours(minutes: number): { hours: number; minutes: number } {
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}
