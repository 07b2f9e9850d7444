import { Stack } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { periodName } from '#base/period.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { dutiesMessages } from '#modules/duties/shared/messages.ts'
import type { ReportSummary } from '../../shared/contract.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { StateOfReport } from '../components/state-of-report.tsx'
import { reportsQuery } from '../requests.ts'

export function Page() {
  const t = useMessages(reportsMessages)
  const may = useMay()
  const { data: reports, error, isPending } = useQuery(reportsQuery)
  const columns = useColumns()
  const { area } = useActor()
  const flow = useMessages(reportsFlowMessages)
  const duties = useMessages(dutiesMessages)
  const add = may('reports.write') ? (
    <PageButton to="/reports/new" leftSection={<IconPlus size={20} aria-hidden />}>
      {t('reports.new')}
    </PageButton>
  ) : null
  return (
    <>
      <PageHead
        title={t('reports.list')}
        lead={t('reports.list-lead')}
        actions={
          <>
            <PageButton to="/duties" variant="default">
              {duties('duties.title')}
            </PageButton>
            {area.kind === 'province' ? (
              <PageButton to="/reports/units" variant="default">
                {flow('reports.units')}
              </PageButton>
            ) : null}
            {add}
          </>
        }
      />
      <Stack gap="md">
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {reports ? (
          <DataList
            label={t('reports.list')}
            rows={reports}
            columns={columns}
            rowKey={({ id }) => id}
            empty={
              <EmptyState title={t('reports.list-empty')} why={t('reports.list-empty-why')} actions={add} />
            }
          />
        ) : null}
      </Stack>
    </>
  )
}

function useColumns(): DataListColumn<ReportSummary>[] {
  const t = useMessages(reportsMessages)
  const { language } = useLanguage()
  return [
    {
      key: 'period',
      heading: t('reports.period'),
      kind: 'title',
      cell: ({ id, period }) => (
        <PageLink to={`/reports/${id}`}>
          {t('reports.title', { period: periodName(period, language) })}
        </PageLink>
      ),
    },
    { key: 'number', heading: t('reports.number'), kind: 'number', cell: ({ no }) => no },
    { key: 'place', heading: t('reports.place'), cell: ({ areaName }) => areaName },
    { key: 'plan', heading: t('reports.plan'), cell: ({ planName }) => planName },
    {
      key: 'state',
      heading: t('reports.state'),
      cell: ({ state, isReopened }) => <StateOfReport state={state} isReopened={isReopened} />,
    },
  ]
}
