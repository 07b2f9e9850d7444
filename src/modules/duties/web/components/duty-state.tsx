import { formatDay, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { StateMark, type ServiceState } from '#ui/state-badge.tsx'
import type { Duty, DutyState } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import '../duties.css'

type Shown = Pick<Duty, 'state' | 'sentAt' | 'isSentLate'>

const marks: Record<DutyState, ServiceState> = {
  'no-date': 'not-applicable',
  'not-due': 'not-applicable',
  'due-soon': 'due',
  late: 'overdue',
  sent: 'coming',
  returned: 'due',
  accepted: 'done',
  earlier: 'not-applicable',
}

/** The state in words, with the day of sending and whether it was late. */
export function DutyStateBadge({ state, sentAt, isSentLate }: Shown) {
  const t = useMessages(dutiesMessages)
  const day = sentAt === null ? undefined : formatDay(vietnamDay(new Date(sentAt)))
  return (
    <StateMark like={marks[state]}>
      {t(`duties.state-${state}`)}
      {day === undefined ? null : (
        <span className="state-note">
          {' '}
          ({isSentLate ? t('duties.sent-late', { day }) : t('duties.sent-on', { day })})
        </span>
      )}
    </StateMark>
  )
}
