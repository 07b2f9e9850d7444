import {
  IconAlertCircle,
  IconBan,
  IconCalendarTime,
  IconCheck,
  IconClock,
  IconMinus,
  type Icon,
} from '@tabler/icons-react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './state-badge.css'

export type ServiceState = 'done' | 'due' | 'overdue' | 'coming' | 'not-applicable' | 'declined'

const icons: Record<ServiceState, Icon> = {
  done: IconCheck,
  due: IconClock,
  overdue: IconAlertCircle,
  coming: IconCalendarTime,
  'not-applicable': IconMinus,
  declined: IconBan,
}

/** The state of a service, the same words everywhere: word, icon and colour. */
export function StateBadge({ state, note }: { state: ServiceState; note?: string | undefined }) {
  const t = useMessages(uiMessages)
  const StateIcon = icons[state]
  return (
    <span className="state-badge" data-state={state} data-note={note ? true : undefined}>
      <StateIcon size={18} stroke={2.2} aria-hidden />
      <span>
        {t(`ui.${state}`)}
        {note ? ` (${note})` : ''}
      </span>
    </span>
  )
}
