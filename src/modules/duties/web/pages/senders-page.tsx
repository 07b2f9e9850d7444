import { Button, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageButton } from '#platform/web/page-link.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { DutyCode, type DutyOfSender, type SendersOfDuty } from '../../shared/contract.ts'
import { dutiesMessages } from '../../shared/messages.ts'
import { DutyPeriod, dutyPeriodName } from '../../shared/periods.ts'
import { DutyStateBadge } from '../components/duty-state.tsx'
import { sendersQuery } from '../requests.ts'

const Params = z.object({ code: DutyCode, period: DutyPeriod })

const hasSent = ({ state }: DutyOfSender) => state === 'sent' || state === 'accepted'

/** Who of the units below has sent one report, who is late. */
export function Page() {
  const t = useMessages(dutiesMessages)
  const which = usePageParams(Params)
  const { data, error, isPending } = useQuery(sendersQuery(which))
  const [onlyMissing, setOnlyMissing] = useState(false)
  const columns = useColumns()
  const lead = useLead(data)
  const rows = (data?.senders ?? []).filter((sender) => !onlyMissing || !hasSent(sender))
  return (
    <>
      <PageHead
        title={data?.name ?? t('duties.title')}
        lead={lead}
        back={{ to: '/duties', label: t('duties.title') }}
        actions={
          <>
            <Button variant="default" onClick={() => setOnlyMissing((before) => !before)}>
              {t(onlyMissing ? 'duties.show-every' : 'duties.show-late')}
            </Button>
            <PrintButton />
          </>
        }
      />
      <Stack gap="md">
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? (
          <DataList
            label={data.name}
            rows={rows}
            rowKey={({ areaId }) => areaId}
            columns={columns}
            empty={<EmptyState title={t('duties.units-none')} why={t('duties.units-none-why')} />}
          />
        ) : null}
      </Stack>
    </>
  )
}

function useLead(data: SendersOfDuty | undefined): string | undefined {
  const t = useMessages(dutiesMessages)
  const { language } = useLanguage()
  if (!data) return undefined
  const period = dutyPeriodName(data.period, language)
  const late = data.senders.filter(({ state }) => state === 'late').length
  const sent = data.senders.filter(hasSent).length
  return t('duties.units-lead', { period, sent, late, all: data.senders.length })
}

function useColumns(): DataListColumn<DutyOfSender>[] {
  const t = useMessages(dutiesMessages)
  return [
    { key: 'unit', heading: t('duties.unit'), kind: 'title', cell: ({ areaName }) => areaName },
    { key: 'due', heading: t('duties.due'), cell: ({ dueOn }) => (dueOn === null ? '' : formatDay(dueOn)) },
    { key: 'state', heading: t('duties.state'), cell: (sender) => <DutyStateBadge {...sender} /> },
    {
      key: 'document',
      heading: t('duties.name'),
      cell: ({ reportId, document }) =>
        reportId === null ? (
          (document ?? '')
        ) : (
          <PageButton variant="default" to={`/reports/${reportId}`}>
            {t('duties.open-report')}
          </PageButton>
        ),
    },
  ]
}
