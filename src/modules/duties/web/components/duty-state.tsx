import { formatDay, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import type { Duty } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import '../duties.css'

type Shown = Pick<Duty, 'state' | 'sentAt' | 'isSentLate'>

/** The state in words, with the day of sending and whether it was late. */
export function DutyStateBadge({ state, sentAt, isSentLate }: Shown) {
  const t = useMessages(dutiesMessages)
  const day = sentAt === null ? undefined : formatDay(vietnamDay(new Date(sentAt)))
  return (
    <span className="duty-state" data-state={state} data-late={isSentLate || undefined}>
      {t(`duties.state-${state}`)}
      {day === undefined ? null : (
        <small> ({isSentLate ? t('duties.sent-late', { day }) : t('duties.sent-on', { day })})</small>
      )}
    </span>
  )
}
