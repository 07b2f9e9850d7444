import { Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileImport, IconPlus, IconSearch } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { formatDay } from '#base/day.ts'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, PageLink, useTypedText } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#ui/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type ChildSummary, Poverty, Sex } from '../../shared/contract.ts'
import { mergeMessages } from '../../shared/messages-merge.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { useAgeWords } from '../components/child-words.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { ListFilters } from '../components/list-filters.tsx'
import { listQuery } from '../requests.ts'
import '../children.css'

const years = z.coerce.number().int().min(0).max(16).optional().catch(undefined)

/** What the address keeps of the list; anything damaged in it is left out. */
const Search = z.object({
  communeId: Id.optional().catch(undefined),
  villageId: Id.optional().catch(undefined),
  sex: Sex.optional().catch(undefined),
  poverty: Poverty.optional().catch(undefined),
  fromYears: years,
  toYears: years,
  withLeft: z.coerce.boolean().catch(false),
})

/** Search first, then filters as chips; the choice stands in the address. */
export function Page() {
  const t = useMessages(childrenMessages)
  const { area } = useActor()
  const filters = usePageSearch(Search)
  const [text, changeText] = useTypedText()
  const list = useInfiniteQuery(listQuery({ ...filters, text }))
  const total = list.data?.pages[0]?.total ?? undefined
  const children = list.data?.pages.flatMap((found) => found.children)
  return (
    <>
      <PageHead
        title={t('children.title')}
        lead={
          total === undefined
            ? area.name
            : t('children.count', { area: area.name, count: formatNumber(total) })
        }
        actions={<ListActions />}
      />
      <SearchField text={text} onChange={changeText} />
      <ListFilters choice={filters} />
      <ProblemNote problem={list.error} onTryAgain={() => void list.refetch()} />
      {list.isPending ? <Loading rows={8} /> : null}
      {children ? (
        <FoundChildren
          rows={children}
          isFiltered={text !== '' || Object.values(filters).some(Boolean)}
          onMore={list.hasNextPage ? () => void list.fetchNextPage() : undefined}
          isLoadingMore={list.isFetchingNextPage}
        />
      ) : null}
      <FootActions filters={filters} />
    </>
  )
}

function ListActions() {
  const t = useMessages(childrenMessages)
  const may = useMay()
  const merging = useMessages(mergeMessages)
  return (
    <>
      {may('children.merge') ? (
        <PageButton to="/children/pairs" variant="default">
          {merging('children.merge-title')}
        </PageButton>
      ) : null}
      {may('children.import') ? (
        <PageButton
          to="/children/imports"
          variant="default"
          leftSection={<IconFileImport size={20} aria-hidden />}
        >
          {t('children.roster')}
        </PageButton>
      ) : null}
      {may('children.write') ? (
        <PageButton to="/children/new" leftSection={<IconPlus size={20} aria-hidden />}>
          {t('children.new')}
        </PageButton>
      ) : null}
    </>
  )
}

function FootActions({ filters }: { filters: z.infer<typeof Search> }) {
  const t = useMessages(childrenMessages)
  const may = useMay()
  return (
    <Group mt="md" className="no-print">
      <PrintButton label={t('children.print')} />
      {may('children.export') ? <ExportButton filters={filters} /> : null}
    </Group>
  )
}

const quietMilliseconds = 250

function SearchField({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const t = useMessages(childrenMessages)
  const [typed, setTyped] = useState(text)
  const [known, setKnown] = useState(text)
  const [rested] = useDebouncedValue(typed, quietMilliseconds)
  if (text !== known) {
    setKnown(text)
    setTyped(text)
  }
  useEffect(() => {
    if (rested === typed && rested !== text) onChange(rested)
  }, [rested, typed, text, onChange])
  return (
    <TextInput
      type="search"
      label={t('children.search')}
      description={t('children.search-how')}
      leftSection={<IconSearch size={20} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      className="no-print"
      maw={620}
    />
  )
}

type FoundChildrenProps = {
  rows: readonly ChildSummary[]
  isFiltered: boolean
  onMore: (() => void) | undefined
  isLoadingMore: boolean
}

function FoundChildren({ rows, isFiltered, onMore, isLoadingMore }: FoundChildrenProps) {
  const t = useMessages(childrenMessages)
  const columns = useColumns()
  return (
    <DataList
      label={t('children.title')}
      rows={rows}
      columns={columns}
      rowKey={({ id }) => id}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
      empty={<NoChildren isFiltered={isFiltered} />}
    />
  )
}

function NoChildren({ isFiltered }: { isFiltered: boolean }) {
  const t = useMessages(childrenMessages)
  const may = useMay()
  return isFiltered ? (
    <EmptyState title={t('children.none-found')} why={t('children.none-found-why')} />
  ) : (
    <EmptyState
      title={t('children.none')}
      why={t('children.none-why')}
      actions={
        <>
          {may('children.import') ? (
            <PageButton to="/children/imports">{t('children.roster')}</PageButton>
          ) : null}
          {may('children.write') ? (
            <PageButton to="/children/new" variant="default">
              {t('children.new')}
            </PageButton>
          ) : null}
        </>
      }
    />
  )
}

function useColumns(): DataListColumn<ChildSummary>[] {
  const t = useMessages(childrenMessages)
  const ageWords = useAgeWords()
  return [
    {
      key: 'name',
      heading: t('children.full-name'),
      kind: 'title',
      cell: (child) => (
        <>
          <PageLink to={`/children/${child.id}`} fw={600}>
            {child.fullName}
          </PageLink>
          {child.leftOn ? ` (${t('children.left')})` : ''}
          {child.sample ? ` (${t('children.sample')})` : ''}
        </>
      ),
    },
    { key: 'born', heading: t('children.born-on'), cell: ({ bornOn }) => formatDay(bornOn) },
    { key: 'age', heading: t('children.age'), cell: ({ bornOn }) => ageWords(bornOn) },
    { key: 'sex', heading: t('children.sex'), cell: ({ sex }) => t(`children.sex-${sex}`) },
    { key: 'village', heading: t('children.village'), cell: ({ villageName }) => villageName ?? '' },
    {
      key: 'carer',
      heading: t('children.carer'),
      cell: ({ carerName, carerPhone }) => [carerName, carerPhone].filter(Boolean).join(' · '),
    },
    {
      key: 'poverty',
      heading: t('children.poverty'),
      wideOnly: true,
      cell: ({ poverty }) => (poverty ? t(`children.poverty-${poverty}`) : ''),
    },
  ]
}
