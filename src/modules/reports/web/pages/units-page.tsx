import { Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay, vietnamDay } from '#base/day.ts'
import { Period, periodName } from '#base/period.ts'
import { fold } from '#base/text.ts'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
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
import { firstPeriod, isShown, unitsShown } from '../../shared/units-shown.ts'
import { StateOfReport } from '../components/state-of-report.tsx'
import { unitsQuery } from '../requests-flow.ts'
import { choicesQuery } from '../requests.ts'

const Search = z.object({
  period: Period.optional().catch(undefined),
  show: z.enum(unitsShown).catch('all'),
})

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
  const { show, period = firstPeriod(periods) ?? '' } = usePageSearch(Search)
  const [text, setText] = useState('')
  const { data, error, isPending } = useQuery(unitsQuery(period))
  const units = data?.units ?? []
  const shown = units.filter((unit) => isShown(unit, show) && fold(unit.name).includes(fold(text)))
  return (
    <>
      <PageHead
        title={t('reports.units')}
        lead={data && data.all > 0 ? t('reports.units-lead', countsOf(data)) : undefined}
        back={{ to: '/reports', label: names('reports.list') }}
        actions={<PrintButton />}
      />
      <Stack gap="md">
        <Choices {...{ periods, period, show, text, setText, units }} />
        <ProblemNote problem={error} />
        {isPending ? <Loading /> : null}
        {data ? <UnitsList units={shown} isNarrowed={units.length > 0} /> : null}
      </Stack>
    </>
  )
}

type UnitsListProps = { units: readonly UnitStanding[]; isNarrowed: boolean }

function UnitsList({ units, isNarrowed }: UnitsListProps) {
  const t = useMessages(reportsFlowMessages)
  const none = isNarrowed ? 'reports.units-none-shown' : 'reports.units-none'
  return (
    <DataList
      label={t('reports.units')}
      rows={units}
      columns={useColumns()}
      rowKey={({ areaId }) => areaId}
      empty={<EmptyState title={t(none)} why={t(`${none}-why`)} />}
    />
  )
}

type ChoicesProps = z.infer<typeof Search> & {
  periods: readonly Period[]
  units: readonly UnitStanding[]
  text: string
  setText: (text: string) => void
}

/** Which period, which units: each choice says how many there are. */
function Choices({ periods, period = '', units, show, text, setText }: ChoicesProps) {
  const t = useMessages(reportsFlowMessages)
  const names = useMessages(reportsMessages)
  const { language } = useLanguage()
  const change = useChangeSearch()
  const offered = unitsShown.map((value) => {
    const count = units.filter((unit) => isShown(unit, value)).length
    return { value, label: `${t(`reports.units-show-${value}`)} (${count})` }
  })
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} className="no-print">
      <NativeSelect
        label={names('reports.period')}
        value={period}
        onChange={(event) => change({ period: event.currentTarget.value })}
        data={periods.map((value) => ({ value, label: periodName(value, language) }))}
      />
      <NativeSelect
        label={t('reports.units-show')}
        value={show}
        onChange={(event) => change({ show: event.currentTarget.value })}
        data={offered}
      />
      <TextInput
        label={t('reports.units-find')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </SimpleGrid>
  )
}

function countsOf({ sent, all, accepted, late }: UnitsReply) {
  return { sent, all, accepted, late }
}

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
  const { state, isReopened, isLate, openComments } = unit
  return (
    <Group component="span" gap="xs">
      {state ? <StateOfReport state={state} isReopened={isReopened} /> : t('reports.units-no-report')}
      {isLate ? <StateMark like="overdue">{t('reports.units-late')}</StateMark> : null}
      {openComments > 0 ? t('reports.units-comments', { count: openComments }) : ''}
    </Group>
  )
}
