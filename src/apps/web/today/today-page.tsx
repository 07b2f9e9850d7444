import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { ChildrenFound } from '#modules/children/shared/contract.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { statusQuery } from '#modules/accounts/web/public.tsx'
import { DueChildren } from './due-children.tsx'
import { FirstSteps } from './first-steps.tsx'
import { SampleCard } from './sample-card.tsx'
import { todayMessages } from './messages.ts'

/** Whether the register holds anybody; undefined until known and for those who may not see children. */
function useHasChildren(): boolean | undefined {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['children', 'any'],
    queryFn: () => api.send('POST', '/children/search', { limit: 1 }, ChildrenFound),
    enabled: may('children.read'),
  })
  return data ? data.children.length > 0 : undefined
}

/** What this person must do by when, late things first. */
export function Page() {
  const t = useMessages(todayMessages)
  const { area } = useActor()
  const may = useMay()
  const [today] = useState(() => vietnamDay(new Date()))
  const hasChildren = useHasChildren()
  const { data: status } = useQuery(statusQuery)
  const isStarting = may('children.import') ? hasChildren === false : may('accounts.manage')
  return (
    <>
      <PageHead title={t('today.title')} lead={t('today.lead', { day: formatDay(today), area: area.name })} />
      <Stack gap="xl">
        {isStarting ? <FirstSteps hasPlan={false} hasChildren={false} hasServices={false} /> : null}
        {hasChildren && may('services.read') ? <DueChildren /> : null}
        {may('sample.manage') && (isStarting || status?.sample) ? <SampleCard /> : null}
      </Stack>
    </>
  )
}
