import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { reminderMessages } from '../../shared/messages-reminders.ts'
import { remindersQuery } from '../requests-reminders.ts'
import { ReminderList } from './reminder-list.tsx'

const mostShown = 5

/** On the first page: what is late and what is due this week, of tasks, reports and meetings. */
export function RemindersToday() {
  const t = useMessages(reminderMessages)
  const { data } = useQuery(remindersQuery)
  if (!data || data.overdue.length + data.soon.length === 0) return null
  const { today, overdue, soon } = data
  return (
    <PageSection id="reminders" title={t('tasks.reminders')}>
      <Stack gap="md">
        <ReminderList
          title={t('tasks.reminders-late')}
          reminders={overdue}
          today={today}
          isLate
          most={mostShown}
          order={3}
        />
        <ReminderList
          title={t('tasks.reminders-soon')}
          reminders={soon}
          today={today}
          isLate={false}
          most={mostShown}
          order={3}
        />
        <PageLink to="/reminders">{t('tasks.reminders-all')}</PageLink>
      </Stack>
    </PageSection>
  )
}
