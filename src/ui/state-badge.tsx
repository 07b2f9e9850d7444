import {
  IconAlertCircle,
  IconBan,
  IconCalendarTime,
  IconCheck,
  IconClock,
  IconMinus,
  type Icon,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useMessages } from '#platform/web/language.tsx'
import { uiMessages } from './messages.ts'
import './state-badge.css'

/** Each with a colour of its own in state-badge.css; icon and word say it without the colour (WCAG 2.2, 1.4.1). */
export type ServiceState = 'done' | 'due' | 'overdue' | 'coming' | 'not-applicable' | 'declined'

const icons: Record<ServiceState, Icon> = {
  done: IconCheck,
  due: IconClock,
  overdue: IconAlertCircle,
  coming: IconCalendarTime,
  'not-applicable': IconMinus,
  declined: IconBan,
}

/** How far something is, in the reader's words, with the colour and the icon that this has everywhere. */
export function StateMark({ like, children }: { like: ServiceState; children: ReactNode }) {
  const StateIcon = icons[like]
  return (
    <span className="state-badge" data-state={like}>
      <StateIcon size={18} stroke={2.2} aria-hidden />
      <span>{children}</span>
    </span>
  )
}

/** The state of a service, the same words everywhere: word, icon and colour. */
export function StateBadge({ state, note }: { state: ServiceState; note?: string | undefined }) {
  const t = useMessages(uiMessages)
  return (
    <StateMark like={state}>
      {t(`ui.${state}`)}
      {note ? <span className="state-note"> ({note})</span> : ''}
    </StateMark>
  )
}
