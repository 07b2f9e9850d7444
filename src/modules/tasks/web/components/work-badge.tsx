import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { reminderMessages } from '../../shared/messages-reminders.ts'
import { remindersQuery } from '../requests-reminders.ts'
import '../tasks.css'

/** Beside the menu entry: how many things are late; nothing when none is. */
export function WorkBadge() {
  const t = useMessages(reminderMessages)
  const { data } = useQuery(remindersQuery)
  const count = data?.overdue.length ?? 0
  if (count === 0) return null
  return (
    <span className="task-badge" role="img" aria-label={t('tasks.badge', { count })}>
      {count}
    </span>
  )
}
