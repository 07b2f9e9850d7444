import { Stack } from '@mantine/core'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useActor } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { FirstSteps } from './first-steps.tsx'
import { todayMessages } from './messages.ts'

/** What this person must do by when, late things first. */
export function Page() {
  const t = useMessages(todayMessages)
  const { area } = useActor()
  return (
    <>
      <PageHead
        title={t('today.title')}
        lead={t('today.lead', { day: formatDay(vietnamDay(new Date())), area: area.name })}
      />
      <Stack gap="xl">
        <FirstSteps hasPlan={false} hasChildren={false} hasServices={false} />
      </Stack>
    </>
  )
}
