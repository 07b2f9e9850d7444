import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { api } from '#platform/web/api.ts'
import { useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { Loading } from '#ui/loading.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { PageSection } from '#ui/page-section.tsx'
import type { Consent, DataRequest } from '../../shared/contract.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { privacyOfChildQuery } from '../requests.ts'
import { dayOf } from '../day-of.ts'
import { BreachesOfChild } from './breaches-of-child.tsx'
import { ConsentDialog } from './consent-dialog.tsx'
import { RequestActions, RequestState } from './request-actions.tsx'
import { ReceiveDialog, WithdrawDialog } from './request-dialogs.tsx'

/** On the page of a child: consents, requests of the family, and what the family may take home. */
export function PrivacyOfChildSection({ childId }: { childId: string }) {
  const t = useMessages(privacyMessages)
  const may = useMay()
  const { data, error, isPending } = useQuery(privacyOfChildQuery(childId))
  const [open, setOpen] = useState<'consent' | 'request' | undefined>(undefined)
  if (isPending) return <Loading />
  if (!data) return <ProblemNote problem={error} />
  const writes = may('children.write') && data.erasedAt === null
  const close = () => setOpen(undefined)
  return (
    <PageSection id="privacy-section" title={t('privacy.section')}>
      <Stack gap="md">
        {data.erasedAt ? <Alert>{t('privacy.erased', { day: dayOf(data.erasedAt) })}</Alert> : null}
        <Consents childId={childId} consents={data.consents} writes={writes} />
        <Requests requests={data.requests} />
        <BreachesOfChild childId={childId} writes={writes} />
        <Group gap="sm" className="no-print">
          {writes ? (
            <>
              <Button onClick={() => setOpen('consent')}>{t('privacy.consent-new')}</Button>
              <Button variant="default" onClick={() => setOpen('request')}>
                {t('privacy.request-new')}
              </Button>
            </>
          ) : null}
          {may('children.write') ? (
            <PageButton variant="default" to="/privacy/families">
              {t('privacy.families')}
            </PageButton>
          ) : null}
        </Group>
        {may('children.export') ? <Downloads childId={childId} /> : null}
      </Stack>
      {open === 'consent' ? (
        <ConsentDialog childId={childId} childIsAsked={data.childIsAsked} onClose={close} />
      ) : null}
      {open === 'request' ? <ReceiveDialog childId={childId} onClose={close} /> : null}
    </PageSection>
  )
}

function Consents({
  childId,
  consents,
  writes,
}: {
  childId: string
  consents: readonly Consent[]
  writes: boolean
}) {
  const t = useMessages(privacyMessages)
  const [leaving, setLeaving] = useState<Consent | undefined>(undefined)
  return (
    <div>
      <Title order={3}>{t('privacy.consents')}</Title>
      {consents.length === 0 ? <Text>{t('privacy.consents-none')}</Text> : null}
      {consents.map((consent) => (
        <Group key={consent.id} justify="space-between" py="xs">
          <Text>
            <b>{t(`privacy.purpose-${consent.purpose}`)}</b>: <Standing consent={consent} />
          </Text>
          {writes && consent.withdrawnOn === null && consent.decision === 'given' ? (
            <Button variant="default" onClick={() => setLeaving(consent)}>
              {t('privacy.withdraw')}
            </Button>
          ) : null}
        </Group>
      ))}
      {leaving ? (
        <WithdrawDialog childId={childId} consent={leaving} onClose={() => setLeaving(undefined)} />
      ) : null}
    </div>
  )
}

function Standing({ consent: { decision, givenBy, givenOn, withdrawnOn } }: { consent: Consent }) {
  const t = useMessages(privacyMessages)
  const answer = t(`privacy.answer-${decision}`)
  const words = t('privacy.standing', { answer, name: givenBy, day: formatDay(givenOn) })
  return <>{withdrawnOn ? `${words}; ${t('privacy.withdrawn', { day: formatDay(withdrawnOn) })}` : words}</>
}

function Requests({ requests }: { requests: readonly DataRequest[] }) {
  const t = useMessages(privacyMessages)
  return (
    <div>
      <Title order={3}>{t('privacy.requests')}</Title>
      {requests.length === 0 ? <Text>{t('privacy.requests-none')}</Text> : null}
      {requests.map((request) => (
        <Group key={request.id} justify="space-between" py="xs">
          <Text>
            <b>{t(`privacy.kind-${request.kind}`)}</b>, {request.requester},{' '}
            {t('privacy.due-on', { day: formatDay(request.dueOn) })}: <RequestState request={request} />
          </Text>
          <RequestActions request={request} />
        </Group>
      ))}
    </div>
  )
}

function Downloads({ childId }: { childId: string }) {
  const t = useMessages(privacyMessages)
  const files = [
    { label: t('privacy.copy-docx'), url: 'copy', format: 'docx' },
    { label: t('privacy.copy-pdf'), url: 'copy', format: 'pdf' },
    { label: t('privacy.copy-json'), url: 'copy', format: 'json' },
    { label: t('privacy.letter'), url: 'access-letter', format: 'docx' },
  ]
  const save = useMutation({
    mutationFn: ({ url, format }: { url: string; format: string }) =>
      api.download(`/privacy/children/${childId}/${url}`, { format }),
  })
  return (
    <Group gap="sm" className="no-print">
      {files.map((file) => (
        <Button
          key={file.label}
          variant="default"
          loading={save.isPending && save.variables.format === file.format && save.variables.url === file.url}
          onClick={() => save.mutate(file)}
        >
          {file.label}
        </Button>
      ))}
      <ProblemNote problem={save.error} />
    </Group>
  )
}
