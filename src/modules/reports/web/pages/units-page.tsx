import { Button, NativeSelect, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { periodName, type Period } from '#base/period.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { StateMark } from '#ui/state-badge.tsx'
import type { UnitsReply, UnitStanding } from '../../shared/contract.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { StateOfReport } from '../components/state-of-report.tsx'
import { unitsQuery } from '../requests-flow.ts'
import { choicesQuery } from '../requests.ts'

/** What the province looks at: which commune has sent, which is late, which waits for it. */
export function Page() {
  const t = useMessages(reportsFlowMessages)
  const { data: choices, error } = useQuery(choicesQuery)
  return (
    <>
      <ProblemNote problem={error} />
      {choices ? <Units periods={choices.periods} /> : <PageHead title={t('reports.units')} />}
    </>
  )
}

function Units({ periods }: { periods: readonly Period[] }) {
  const t = useMessages(reportsFlowMessages)
  const names = useMessages(reportsMessages)
  const { language } = useLanguage()
  const [period, setPeriod] = useState(periods[0] ?? '')
  const [onlyOpen, setOnlyOpen] = useState(false)
  const { data, error, isPending } = useQuery(unitsQuery(period))
  const columns = useColumns()
  const rows = (data?.units ?? []).filter((unit) => !onlyOpen || !isFinished(unit))
  return (
    <>
      <PageHead
        title={t('reports.units')}
        lead={data && data.all > 0 ? t('reports.units-lead', countsOf(data)) : undefined}
        back={{ to: '/reports', label: names('reports.list') }}
        actions={
          <>
            <Button variant="default" onClick={() => setOnlyOpen((before) => !before)}>
              {t(onlyOpen ? 'reports.units-every' : 'reports.units-only-open')}
            </Button>
            <PrintButton />
          </>
        }
      />
      <Stack gap="md">
        <NativeSelect
          label={names('reports.period')}
          value={period}
          maw={320}
          onChange={(event) => setPeriod(event.currentTarget.value)}
          data={periods.map((value) => ({ value, label: periodName(value, language) }))}
        />
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? (
          <DataList
            label={t('reports.units')}
            rows={rows}
            columns={columns}
            rowKey={({ areaId }) => areaId}
            empty={<EmptyState title={t('reports.units-none')} why={t('reports.units-none-why')} />}
          />
        ) : null}
      </Stack>
    </>
  )
}

function countsOf({ sent, all, accepted, late }: UnitsReply) {
  return { sent, all, accepted, late }
}

const isFinished = ({ state }: UnitStanding): boolean => state === 'accepted' || state === 'signed'

function useColumns(): DataListColumn<UnitStanding>[] {
  const t = useMessages(reportsFlowMessages)
  const names = useMessages(reportsMessages)
  return [
    {
      key: 'unit',
      heading: t('reports.units-unit'),
      kind: 'title',
      cell: ({ reportId, name }) =>
        reportId ? <PageLink to={`/reports/${reportId}`}>{name}</PageLink> : name,
    },
    {
      key: 'state',
      heading: names('reports.state'),
      cell: (unit) => <Standing unit={unit} />,
    },
    {
      key: 'due',
      heading: t('reports.units-due'),
      cell: ({ dueOn }) => (dueOn === null ? '' : formatDay(dueOn)),
    },
    {
      key: 'sent',
      heading: t('reports.units-sent'),
      cell: ({ sentAt }) => (sentAt === null ? '' : formatDay(vietnamDay(new Date(sentAt)))),
    },
  ]
}

function Standing({ unit }: { unit: UnitStanding }) {
  const t = useMessages(reportsFlowMessages)
  const { state, isLate, openComments } = unit
  return (
    <>
      {state ? <StateOfReport state={state} /> : t('reports.units-no-report')}{' '}
      {isLate ? <StateMark like="overdue">{t('reports.units-late')}</StateMark> : null}{' '}
      {openComments > 0 ? t('reports.units-comments', { count: openComments }) : ''}
    </>
  )
}
