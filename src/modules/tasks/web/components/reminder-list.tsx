import { Title } from '@mantine/core'
import { type Day, formatDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { useDaysLeft } from '#ui/time-words.ts'
import { reminderMessages } from '../../shared/messages-reminders.ts'
import type { Reminder } from '../../shared/reminders.ts'
import '../tasks.css'

type ReminderListProps = {
  title: string
  reminders: readonly Reminder[]
  today: Day
  isLate: boolean
  most?: number
  /** The level of its heading: one below what stands above the list. */
  order?: 2 | 3
}

/** Reminders by day; past `most` only their number. */
export function ReminderList(props: ReminderListProps) {
  const { title, reminders, today, isLate, most = 1000, order = 2 } = props
  const t = useMessages(reminderMessages)
  const daysLeft = useDaysLeft()
  if (reminders.length === 0) return null
  const rest = reminders.length - most
  return (
    <section aria-label={title}>
      <Title order={order} size="h4" mb="xs">
        {title} ({reminders.length})
      </Title>
      <ul className="task-reminders">
        {reminders.slice(0, most).map(({ key, areaId, dueOn, text, url }) => (
          <li key={`${areaId} ${key}`}>
            <strong data-late={isLate || undefined} className="tabular">
              {formatDay(dueOn)} · {daysLeft(dueOn, today)}
            </strong>
            <PageLink to={url}>{text}</PageLink>
          </li>
        ))}
        {rest > 0 ? <li>{t('tasks.reminders-more', { count: rest })}</li> : null}
      </ul>
    </section>
  )
}
