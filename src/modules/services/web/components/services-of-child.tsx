import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addMonths, type Day } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { DomainDots, type DomainCounts } from '#ui/domain-dots.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { domains, type ChildService } from '../../shared/contract.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { servicesOfChildQuery } from '../requests.ts'
import { CatchUpPlan } from './catch-up-plan.tsx'
import { ReachWords } from './reach-words.tsx'
import { RecordDialog, type Recording } from './record-dialog.tsx'
import { ServiceLines } from './service-lines.tsx'
import '../services.css'

/** What a child got and needs in the six domains, what comes next, and recording. */
export function ServicesOfChild({ childId }: { childId: string }) {
  const t = useMessages(servicesMessages)
  const may = useMay()
  const { data, error, isPending } = useQuery(servicesOfChildQuery(childId))
  const [recording, setRecording] = useState<Recording | undefined>(undefined)
  if (isPending) return <Loading />
  if (!data) return <ProblemNote problem={error} />
  const record = (itemCode?: string, dose: number | null = null) => setRecording({ childId, itemCode, dose })
  const open = data.services.filter(({ state }) => state === 'overdue' || state === 'due')
  const coming = data.services.filter(({ state }) => state === 'coming')
  return (
    <Stack gap="lg">
      <section aria-labelledby="services-domains">
        <Group justify="space-between" mb="sm">
          <Title order={2} id="services-domains">
            {t('services.domains')}
          </Title>
          {may('services.record') ? <Button onClick={() => record()}>{t('services.record')}</Button> : null}
        </Group>
        <DomainDots domains={countDomains(data.services, data.today)} />
        <ReachWords reach={data.reach} />
      </section>
      <PageSection id="services-to-do" title={t('services.to-do')}>
        {open.length === 0 ? <Text>{t('services.to-do-none')}</Text> : null}
        <ServiceLines
          lines={open.toSorted(byDeadline)}
          onRecord={may('services.record') ? record : undefined}
        />
      </PageSection>
      <CatchUpPlan plans={data.catchUp} />
      <Coming lines={coming} />
      {recording ? (
        <RecordDialog recording={recording} today={data.today} onClose={() => setRecording(undefined)} />
      ) : null}
    </Stack>
  )
}

function Coming({ lines }: { lines: readonly ChildService[] }) {
  const t = useMessages(servicesMessages)
  if (lines.length === 0) return null
  return (
    <PageSection id="services-coming" title={t('services.coming')}>
      <ServiceLines lines={lines.toSorted(byOpening)} onRecord={undefined} />
    </PageSection>
  )
}

/** Open services, and those done in the last 12 months: a vaccine of years ago fills no dot today. */
function countDomains(services: readonly ChildService[], today: Day): DomainCounts[] {
  const since = addMonths(today, -12)
  return domains.map((domain) => {
    const own = services.filter((one) => one.domain === domain)
    const done = own.filter(({ state, answeredOn }) => state === 'done' && (answeredOn ?? '') >= since).length
    const overdue = own.filter(({ state }) => state === 'overdue').length
    const open = own.filter(({ state }) => state === 'due').length + overdue
    return { domain, done, due: done + open, overdue }
  })
}

function byDeadline(a: ChildService, b: ChildService): number {
  return (a.deadline ?? '') < (b.deadline ?? '') ? -1 : 1
}

function byOpening(a: ChildService, b: ChildService): number {
  return (a.opensOn ?? '9') < (b.opensOn ?? '9') ? -1 : 1
}
