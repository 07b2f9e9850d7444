import { Group, Select, Text } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useLanguage, useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { SearchSelect } from '#ui/search-select.tsx'
import { servicesMessages } from '../../shared/messages.ts'
import { type DueChild, type DueFound, Provider, providers } from '../../shared/requests.ts'
import { DueServices } from '../components/due-services.tsx'
import { RecordDialog, type Recording } from '../components/record-dialog.tsx'
import { PapersMenu } from '../components/papers-menu.tsx'
import { dueQuery, packageQuery, villagesQuery, type DueChoice } from '../requests.ts'
import '../services.css'

const withinChoices = [0, 7, 30, 90] as const
const classes = ['none', 'nursery', 'kindergarten', 'primary'] as const

const Search = z.object({
  villageId: Id.optional().catch(undefined),
  itemCode: z.string().optional().catch(undefined),
  provider: Provider.optional().catch(undefined),
  education: z.enum(classes).optional().catch(undefined),
  state: z.enum(['all', 'overdue']).catch('all'),
  withinDays: z.coerce.number().catch(30),
})

/** The work list of a village or commune; prints as a paper list with boxes to tick. */
export function Page() {
  const may = useMay()
  const choice: DueChoice = usePageSearch(Search)
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    dueQuery(choice),
  )
  const [recording, setRecording] = useState<Recording | undefined>(undefined)
  const first = data?.pages[0]
  return (
    <>
      <DueHead choice={choice} first={first} />
      <Filters choice={choice} />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DueTable
          rows={data.pages.flatMap((page) => page.children)}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          isLoadingMore={isFetchingNextPage}
          onRecord={may('services.record') ? setRecording : undefined}
        />
      ) : null}
      {recording && first ? (
        <RecordDialog recording={recording} today={first.today} onClose={() => setRecording(undefined)} />
      ) : null}
    </>
  )
}

function DueHead({ choice, first }: { choice: DueChoice; first: DueFound | undefined }) {
  const t = useMessages(servicesMessages)
  const { area } = useActor()
  const may = useMay()
  const counts = first?.counts
  const { villageId, itemCode } = choice
  const words = counts
    ? t('services.due-lead', {
        children: formatNumber(counts.children),
        overdue: formatNumber(counts.overdue),
      })
    : ''
  return (
    <>
      <PageHead
        title={t('services.due-title')}
        lead={words === '' ? area.name : `${area.name}: ${words}`}
        actions={
          <>
            <PapersMenu choice={choice} />
            {may('services.record') ? (
              <PageButton to="/sessions" search={{ villageId, itemCode }}>
                {t('services.session-today')}
              </PageButton>
            ) : null}
          </>
        }
      />
      <Text className="print-only">
        {first ? t('services.print-note', { day: formatDay(first.today) }) : ''}
      </Text>
    </>
  )
}

function Filters({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const { language } = useLanguage()
  const { area } = useActor()
  const change = useChangeSearch()
  const { data: villages } = useQuery(villagesQuery(area))
  const { data: pkg } = useQuery(packageQuery)
  return (
    <div className="services-filters no-print">
      {area.kind === 'commune' ? (
        <SearchSelect
          label={t('services.filter-village')}
          placeholder={t('services.all-villages')}
          choices={(villages ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={choice.villageId}
          clearable
          onChange={(villageId) => change({ villageId })}
        />
      ) : null}
      <SearchSelect
        label={t('services.filter-item')}
        placeholder={t('services.all-items')}
        choices={(pkg?.items ?? []).map(({ code, name }) => ({ value: code, label: name[language] }))}
        value={choice.itemCode}
        clearable
        onChange={(itemCode) => change({ itemCode })}
      />
      <WhoseWork choice={choice} />
      <Select
        label={t('services.filter-state')}
        data={[
          { value: 'all', label: t('services.state-all') },
          { value: 'overdue', label: t('services.state-overdue') },
        ]}
        value={choice.state}
        allowDeselect={false}
        onChange={(state) => change({ state: state ?? 'all' })}
      />
      <Select
        label={t('services.filter-within')}
        data={withinChoices.map((days) => ({ value: String(days), label: t(`services.within-${days}`) }))}
        value={String(choice.withinDays)}
        allowDeselect={false}
        disabled={choice.state === 'overdue'}
        onChange={(days) => change({ withinDays: Number(days ?? 30) })}
      />
    </div>
  )
}

/** The station's list, the school's list, a class. */
function WhoseWork({ choice }: { choice: DueChoice }) {
  const t = useMessages(servicesMessages)
  const change = useChangeSearch()
  return (
    <>
      <Select
        label={t('services.filter-provider')}
        placeholder={t('services.all-providers')}
        data={providers.map((value) => ({ value, label: t(`services.provider-${value}`) }))}
        value={choice.provider ?? null}
        clearable
        onChange={(provider) => change({ provider: provider ?? undefined })}
      />
      <Select
        label={t('services.filter-class')}
        placeholder={t('services.all-classes')}
        data={classes.map((value) => ({ value, label: t(`services.class-${value}`) }))}
        value={choice.education ?? null}
        clearable
        onChange={(education) => change({ education: education ?? undefined })}
      />
    </>
  )
}

type TableProps = {
  rows: readonly DueChild[]
  onMore: (() => void) | undefined
  isLoadingMore: boolean
  onRecord: ((recording: Recording) => void) | undefined
}

function DueTable({ rows, onMore, isLoadingMore, onRecord }: TableProps) {
  const t = useMessages(servicesMessages)
  const columns: DataListColumn<DueChild>[] = [
    {
      key: 'child',
      heading: t('services.child'),
      kind: 'title',
      cell: (child) => <ChildCell child={child} />,
    },
    { key: 'village', heading: t('services.village'), cell: ({ villageName }) => villageName ?? '' },
    {
      key: 'carer',
      heading: t('services.carer'),
      cell: ({ carerName, carerPhone }) => [carerName, carerPhone].filter(Boolean).join(' · '),
    },
    {
      key: 'services',
      heading: t('services.what'),
      cell: (child) => <DueServices child={child} onRecord={onRecord} />,
    },
  ]
  return (
    <DataList
      label={t('services.due-print-title')}
      rows={rows}
      columns={columns}
      rowKey={({ childId }) => childId}
      empty={<EmptyState title={t('services.due-none')} why={t('services.due-none-why')} />}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
    />
  )
}

function ChildCell({ child }: { child: DueChild }) {
  const t = useMessages(servicesMessages)
  return (
    <Group gap={6} wrap="wrap">
      <PageLink to={`/children/${child.childId}`} fw={600}>
        {child.fullName}
      </PageLink>
      <Text span c="dimmed" fw={400}>
        {t(`services.${child.sex}`)} · {t('services.born', { day: formatDay(child.bornOn) })}
      </Text>
    </Group>
  )
}
