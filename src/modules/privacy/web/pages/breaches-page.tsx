import { Button, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Breach } from '../../shared/contract.ts'
import { breachMessages } from '../../shared/messages-breaches.ts'
import { privacyMessages } from '../../shared/messages.ts'
import { CloseDialog, NotifyDialog, RecordBreachDialog } from '../components/breach-dialogs.tsx'
import { breachesQuery } from '../requests.ts'

/** The register of breaches with the clock of 72 hours. */
export function Page() {
  const t = useMessages(breachMessages)
  const p = useMessages(privacyMessages)
  const { data, error, isPending, dataUpdatedAt } = useQuery(breachesQuery)
  const [isNew, setNew] = useState(false)
  const columns = useColumns(dataUpdatedAt)
  const add = <Button onClick={() => setNew(true)}>{t('privacy.breach-new')}</Button>
  return (
    <>
      <PageHead
        title={t('privacy.breaches')}
        lead={t('privacy.breaches-lead')}
        back={{ to: '/privacy', label: p('privacy.title') }}
        actions={add}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('privacy.breaches')}
          rows={data}
          columns={columns}
          rowKey={({ id }) => id}
          empty={
            <EmptyState title={t('privacy.breach-none')} why={t('privacy.breach-none-why')} actions={add} />
          }
        />
      ) : null}
      {isNew ? <RecordBreachDialog onClose={() => setNew(false)} /> : null}
    </>
  )
}

function useColumns(now: number): DataListColumn<Breach>[] {
  const t = useMessages(breachMessages)
  const p = useMessages(privacyMessages)
  return [
    {
      key: 'kind',
      heading: t('privacy.breach-kind'),
      kind: 'title',
      cell: ({ kind, placeName }) => `${t(`privacy.breach-kind-${kind}`)}, ${placeName}`,
    },
    {
      key: 'noticed',
      heading: t('privacy.breach-noticed'),
      cell: ({ noticedAt }) => formatMoment(noticedAt),
    },
    { key: 'what', heading: t('privacy.breach-what'), cell: ({ what }) => what },
    {
      key: 'clock',
      heading: p('privacy.column-state'),
      cell: (breach) => <Clock breach={breach} now={now} />,
    },
    { key: 'actions', heading: '', kind: 'actions', cell: (breach) => <Actions breach={breach} /> },
  ]
}

/** Told, or how many hours are left. */
function Clock({ breach, now }: { breach: Breach; now: number }) {
  const t = useMessages(breachMessages)
  const { notifiedAt, notifiedTo, notifyBy, closedAt } = breach
  if (closedAt) return <>{t('privacy.breach-closed')}</>
  if (notifiedAt)
    return <>{t('privacy.breach-notified', { to: notifiedTo ?? '', moment: formatMoment(notifiedAt) })}</>
  const hours = Math.floor((Date.parse(notifyBy) - now) / 3_600_000)
  const left = hours >= 0 ? t('privacy.breach-hours', { hours }) : t('privacy.breach-over')
  return (
    <span style={{ color: 'var(--mantine-color-red-8)', fontWeight: 600 }}>
      {t('privacy.breach-by', { moment: formatMoment(notifyBy) })}, {left}
    </span>
  )
}

function Actions({ breach }: { breach: Breach }) {
  const t = useMessages(breachMessages)
  const [open, setOpen] = useState<'notify' | 'close' | undefined>(undefined)
  const close = () => setOpen(undefined)
  if (breach.closedAt) return null
  return (
    <Group gap="xs">
      {breach.notifiedAt ? null : (
        <Button onClick={() => setOpen('notify')}>{t('privacy.breach-notify')}</Button>
      )}
      <Button variant="default" onClick={() => setOpen('close')}>
        {t('privacy.breach-close')}
      </Button>
      {open === 'notify' ? <NotifyDialog breach={breach} onClose={close} /> : null}
      {open === 'close' ? <CloseDialog breach={breach} onClose={close} /> : null}
    </Group>
  )
}
