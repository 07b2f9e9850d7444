import { Group, Text } from '@mantine/core'
import { type InfiniteData, useInfiniteQuery, type UseInfiniteQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { CarerPhone } from '#ui/phone-link.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Education } from '../../shared/contract.ts'
import { FindDueWomen } from '../../shared/contract-pregnancies.ts'
import { servicesMessages } from '../../shared/messages.ts'
import { type DueChild, type DueFound, Provider } from '../../shared/requests.ts'
import { DueByService } from '../components/due-by-service.tsx'
import { DueFilters, type DueView, DueViews, dueViews } from '../components/due-filters.tsx'
import { DueServices } from '../components/due-services.tsx'
import { DueWomen } from '../components/due-women.tsx'
import { RecordDialog, type Recording } from '../components/record-dialog.tsx'
import { PapersMenu } from '../components/papers-menu.tsx'
import { dueQuery, type DueChoice } from '../requests.ts'
import '../services.css'

const Search = z.object({
  villageId: Id.optional().catch(undefined),
  itemCode: z.string().optional().catch(undefined),
  provider: Provider.optional().catch(undefined),
  education: Education.optional().catch(undefined),
  facilityId: Id.optional().catch(undefined),
  className: z.string().optional().catch(undefined),
  state: z.enum(['all', 'overdue']).catch('all'),
  withinDays: z.coerce.number().catch(30),
  view: z.enum(dueViews).catch('child'),
  /** Of women who expect a child: how much of the work, and where they go for antenatal care. */
  care: FindDueWomen.shape.state.catch('open'),
  stationId: Id.optional().catch(undefined),
})

/** The work list: of children by child or by service, or of women who expect a child; prints as a paper list. */
export function Page() {
  const { view, care: state, stationId: facilityId, ...choice } = usePageSearch(Search)
  const { villageId } = choice
  if (view === 'women') return <DueWomen choice={{ state, villageId, facilityId }} />
  return <DueChildren choice={choice} view={view} />
}

function DueChildren({ choice, view }: { choice: DueChoice; view: DueView }) {
  const found = useInfiniteQuery(dueQuery(choice))
  return (
    <>
      <DueHead choice={choice} first={found.data?.pages[0]} />
      <DueViews view={view} />
      <DueFilters choice={choice} />
      <ProblemNote problem={found.error} />
      {view === 'service' ? <DueByService choice={choice} /> : <DueByChild found={found} />}
    </>
  )
}

type DueByChildProps = { found: UseInfiniteQueryResult<InfiniteData<DueFound>> }

function DueByChild({
  found: { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage },
}: DueByChildProps) {
  const may = useMay()
  const [recording, setRecording] = useState<Recording | undefined>(undefined)
  const first = data?.pages[0]
  if (!data || !first) return isPending ? <Loading /> : null
  return (
    <>
      <DueTable
        rows={data.pages.flatMap((page) => page.children)}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
        onRecord={may('services.record') ? setRecording : undefined}
      />
      {recording ? (
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
  const { villageId, itemCode, facilityId, className } = choice
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
              <PageButton to="/sessions" search={{ villageId, itemCode, facilityId, className }}>
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
      cell: (child) => <CarerPhone name={child.carerName} phone={child.carerPhone} />,
    },
    {
      key: 'services',
      heading: t('services.what'),
      cell: (child) => <DueServices child={child} onRecord={onRecord} />,
    },
  ]
  return (
    <div className="services-due-list">
      <DataList
        label={t('services.due-print-title')}
        rows={rows}
        columns={columns}
        rowKey={({ childId }) => childId}
        empty={<EmptyState title={t('services.due-none')} why={t('services.due-none-why')} />}
        onMore={onMore}
        isLoadingMore={isLoadingMore}
      />
    </div>
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
