import { Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '#base/day.ts'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import { PageSection } from '#ui/page-section.tsx'
import { dutiesMessages } from '../../shared/messages.ts'
import { urgentMessages } from '../../shared/messages-urgent.ts'
import type { UrgentLine, UrgentReceipt } from '../../shared/urgent.ts'
import { urgentNames } from '../../shared/urgent-names.ts'
import { isEmergency, timeToSend } from '../../shared/urgent-rules.ts'
import { UrgentClock } from '../components/urgent-clock.tsx'
import { UrgentForm } from '../components/urgent-form.tsx'
import { receiptsQuery, urgentQuery } from '../requests.ts'

/** Sending an urgent report; for whoever may know, those of the place with their clocks. */
export function Page() {
  const t = useMessages(urgentMessages)
  const d = useMessages(dutiesMessages)
  const may = useMay()
  const [isNew, setNew] = useState(false)
  const add = (
    <Button
      color="red.8"
      leftSection={<IconAlertTriangle size={20} aria-hidden />}
      onClick={() => setNew(true)}
    >
      {t('duties.urgent-new')}
    </Button>
  )
  return (
    <>
      <PageHead
        title={t('duties.urgent-title')}
        lead={t('duties.urgent-lead')}
        {...(may('reports.read') ? { back: { to: '/duties', label: d('duties.title') } } : {})}
        actions={add}
      />
      <Stack gap="xl">
        {may('children.confidential') ? <OfPlace /> : null}
        <Mine />
      </Stack>
      {isNew ? <UrgentForm onClose={() => setNew(false)} /> : null}
    </>
  )
}

function OfPlace() {
  const t = useMessages(urgentMessages)
  const { data, error, isPending, dataUpdatedAt } = useQuery(urgentQuery)
  const columns = useColumns(dataUpdatedAt)
  return (
    <PageSection id="urgent-list" title={t('duties.urgent-list')}>
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('duties.urgent-list')}
          rows={data}
          rowKey={({ id }) => id}
          columns={columns}
          empty={<EmptyState title={t('duties.urgent-none')} why={t('duties.urgent-none-why')} />}
        />
      ) : null}
    </PageSection>
  )
}

function useColumns(now: number): DataListColumn<UrgentLine>[] {
  const t = useMessages(urgentMessages)
  return [
    {
      key: 'case',
      heading: t('duties.urgent-case'),
      kind: 'title',
      cell: ({ id, no, kind }) => (
        <PageLink to={`/duties/urgent/${id}`}>
          {t('duties.urgent-number', { no })}: {urgentNames.kind[kind]}
        </PageLink>
      ),
    },
    { key: 'unit', heading: t('duties.urgent-unit'), cell: ({ areaName }) => areaName },
    {
      key: 'sent',
      heading: t('duties.urgent-sent'),
      cell: (line) => t('duties.urgent-sent-after', { at: formatMoment(line.sentAt), ...timeToSend(line) }),
    },
    {
      key: 'clock',
      heading: t('duties.urgent-clock'),
      cell: (line) => <UrgentClock report={line} now={now} />,
    },
    { key: 'state', heading: t('duties.urgent-state'), cell: ({ state }) => <State state={state} /> },
  ]
}

function State({ state }: Pick<UrgentLine, 'state'>) {
  const t = useMessages(urgentMessages)
  const looks = {
    waiting: 'overdue',
    received: 'coming',
    acknowledged: 'done',
    withdrawn: 'declined',
  } as const
  return <StateMark like={looks[state]}>{t(`duties.urgent-state-${state}`)}</StateMark>
}

function Mine() {
  const t = useMessages(urgentMessages)
  const { data, error, dataUpdatedAt } = useQuery(receiptsQuery)
  return (
    <PageSection id="urgent-mine" title={t('duties.urgent-mine')}>
      <ProblemNote problem={error} />
      {data?.length === 0 ? (
        <EmptyState title={t('duties.urgent-mine-none')} why={t('duties.urgent-mine-none-why')} />
      ) : (
        <ul className="duty-lines">
          {data?.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} now={dataUpdatedAt} />
          ))}
        </ul>
      )}
    </PageSection>
  )
}

/** The sender sees the clock too, also one who may not read the reports of the place. */
function Receipt({ receipt, now }: { receipt: UrgentReceipt; now: number }) {
  const t = useMessages(urgentMessages)
  const { no, kind, sentAt, to, state } = receipt
  const hasClock = state !== 'withdrawn' && isEmergency(receipt)
  return (
    <li>
      <strong>{t('duties.urgent-number', { no })}</strong>
      <span style={{ flex: '1 1 260px' }}>
        {urgentNames.kind[kind]}
        <span className="duty-quiet">
          {t('duties.urgent-sent-to', { at: formatMoment(sentAt), to: to.join(', ') })}
        </span>
        {hasClock ? (
          <>
            {t('duties.urgent-clock')}: <UrgentClock report={receipt} now={now} />
          </>
        ) : null}
      </span>
      <State state={state} />
    </li>
  )
}
