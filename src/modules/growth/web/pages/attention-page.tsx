import { Select, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, PageLink, useChangeSearch } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { CarerPhone } from '#ui/phone-link.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { VillageFilter } from '#modules/areas/web/public.tsx'
import type { AttentionChild } from '../../shared/contract.ts'
import { growthWords } from '../../shared/messages.ts'
import { growthMessages } from '../../shared/messages-pages.ts'
import { ClassBadges, useAgeText, useWhatToDo } from '../components/words.tsx'
import { type AttentionChoice, attentionQuery } from '../requests.ts'
import '../growth.css'

const Search = z.object({
  villageId: Id.optional().catch(undefined),
  severity: z.coerce.number().int().min(1).max(3).catch(1),
})

/** The children of the place whose growth needs somebody, the worst first. */
export function Page() {
  const t = useMessages(growthMessages)
  const may = useMay()
  const { area } = useActor()
  const choice = usePageSearch(Search)
  const list = useInfiniteQuery(attentionQuery(choice))
  const counts = list.data?.pages[0]?.counts
  const words = counts
    ? t('growth.attention-lead', { all: formatNumber(counts.all), severe: formatNumber(counts.severe) })
    : undefined
  return (
    <>
      <PageHead
        title={t('growth.attention-title')}
        lead={words ? `${area.name}: ${words}` : area.name}
        actions={
          <>
            <PrintButton />
            {may('growth.record') ? (
              <PageButton to="/growth/weighing">{t('growth.open-sheet')}</PageButton>
            ) : null}
          </>
        }
      />
      <Filters choice={choice} />
      <ProblemNote problem={list.error} onTryAgain={() => void list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data ? (
        <AttentionTable
          rows={list.data.pages.flatMap(({ children }) => children)}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          isLoadingMore={list.isFetchingNextPage}
        />
      ) : null}
    </>
  )
}

function Filters({ choice }: { choice: AttentionChoice }) {
  const t = useMessages(growthMessages)
  const change = useChangeSearch()
  return (
    <div className="growth-filters no-print">
      <VillageFilter value={choice.villageId} onChange={(villageId) => change({ villageId })} />
      <Select
        label={t('growth.attention-level')}
        data={([1, 2, 3] as const).map((level) => ({
          value: String(level),
          label: t(`growth.level-${level}`),
        }))}
        value={String(choice.severity)}
        allowDeselect={false}
        onChange={(severity) => change({ severity: Number(severity ?? 1) })}
      />
    </div>
  )
}

type TableProps = {
  rows: readonly AttentionChild[]
  onMore: (() => void) | undefined
  isLoadingMore: boolean
}

function AttentionTable({ rows, onMore, isLoadingMore }: TableProps) {
  const t = useMessages(growthMessages)
  const columns = useColumns()
  return (
    <DataList
      label={t('growth.attention-title')}
      rows={rows}
      rowKey={({ childId }) => childId}
      columns={columns}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      empty={<EmptyState title={t('growth.attention-none')} why={t('growth.attention-none-why')} />}
    />
  )
}

function Who({ child }: { child: AttentionChild }) {
  const t = useMessages(growthMessages)
  const ageText = useAgeText()
  const { childId, fullName, sex, bornOn, state } = child
  return (
    <>
      <PageLink to={`/children/${childId}`}>{fullName}</PageLink>
      <Text className="growth-quiet">
        {t(`growth.${sex}`)} · {ageText(bornOn, state.measuredOn)}
      </Text>
    </>
  )
}

function useColumns(): DataListColumn<AttentionChild>[] {
  const t = useMessages(growthMessages)
  const w = useMessages(growthWords)
  const whatToDo = useWhatToDo()
  return [
    { key: 'child', heading: t('growth.sheet-child'), kind: 'title', cell: (child) => <Who child={child} /> },
    {
      key: 'class',
      heading: t('growth.class'),
      cell: ({ state }) => <ClassBadges classes={state.classes} />,
    },
    {
      key: 'trends',
      heading: t('growth.trends'),
      cell: ({ state }) => state.trends.map((trend) => w(`growth.trend-${trend}`)).join('; '),
    },
    {
      key: 'do',
      heading: t('growth.what-to-do'),
      cell: ({ state }) => whatToDo(state),
    },
    { key: 'next', heading: t('growth.next-on'), cell: ({ state }) => formatDay(state.nextOn) },
    {
      key: 'carer',
      heading: t('growth.carer'),
      cell: (child) => <CarerPhone name={child.carerName} phone={child.carerPhone} />,
    },
    { key: 'village', heading: t('growth.village'), cell: ({ villageName }) => villageName ?? '' },
  ]
}
