import { Group, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useActor, useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { usePageSearch } from '#platform/web/page.tsx'
import { PageButton, useTypedText } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { type ChildSummary, CleaningRule, ListFlag, Poverty, Sex } from '../../shared/contract.ts'
import { childrenMessages } from '../../shared/messages.ts'
import { moveMessages } from '../../shared/messages-moves.ts'
import { ChosenActions } from '../components/chosen-actions.tsx'
import { ExportButton } from '../components/export-button.tsx'
import { ListActions } from '../components/list-actions.tsx'
import { ColumnChoice, useColumns, useHiddenColumns } from '../components/list-columns.tsx'
import { ListFilters } from '../components/list-filters.tsx'
import { totalQuery } from '../requests.ts'
import { useFoundChildren } from '../found-children.ts'
import '../children.css'
import '../children-list.css'

const years = z.coerce.number().int().min(0).max(16).optional().catch(undefined)

/** What the address keeps of the list; anything damaged in it is left out. */
const Search = z.object({
  communeId: Id.optional().catch(undefined),
  villageId: Id.optional().catch(undefined),
  sex: Sex.optional().catch(undefined),
  poverty: Poverty.optional().catch(undefined),
  flag: ListFlag.optional().catch(undefined),
  lacks: CleaningRule.optional().catch(undefined),
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
  const list = useFoundChildren({ ...filters, text })
  const { data: total } = useQuery(totalQuery({ ...filters, text }))
  const columns = useColumns()
  const [hidden, setHidden] = useHiddenColumns()
  const shown = columns.filter(({ key }) => !hidden.includes(key))
  return (
    <>
      <PageHead
        title={t('children.title')}
        lead={
          total === undefined
            ? area.name
            : t(total.isLeast ? 'children.count-least' : 'children.count', {
                ...{ area: area.name, count: formatNumber(total.count) },
              })
        }
        actions={<ListActions />}
      />
      <SearchField text={text} onChange={changeText} />
      <ListFilters
        choice={filters}
        beside={<ColumnChoice columns={columns} hidden={hidden} onChange={setHidden} />}
      />
      <ProblemNote problem={list.problem} onTryAgain={list.tryAgain} />
      {list.children ? (
        <FoundChildren
          rows={list.children}
          columns={shown}
          isFiltered={text !== '' || Object.values(filters).some(Boolean)}
          onMore={list.onMore}
          isLoadingMore={list.isLoadingMore}
        />
      ) : null}
      {list.isLooking ? <Loading rows={list.children ? 2 : 8} /> : null}
      <FootActions
        // An address holds no names, so what is searched by words is exported by ticking it.
        exported={text === '' ? { filters, columns: keysOf(shown) } : undefined}
        beforePrint={list.loadRest}
      />
    </>
  )
}

type FootProps = {
  exported: { filters: z.infer<typeof Search>; columns: string[] } | undefined
  beforePrint: () => Promise<void>
}

const keysOf = (columns: readonly DataListColumn<ChildSummary>[]) => columns.map(({ key }) => key)

function FootActions({ exported, beforePrint }: FootProps) {
  const t = useMessages(childrenMessages)
  const may = useMay()
  return (
    <Group mt="md" className="no-print">
      <PrintButton label={t('children.print')} before={beforePrint} />
      {exported && may('children.export') ? <ExportButton {...exported} /> : null}
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
  columns: readonly DataListColumn<ChildSummary>[]
  isFiltered: boolean
  onMore: (() => void) | undefined
  isLoadingMore: boolean
}

function FoundChildren({ rows, columns, isFiltered, onMore, isLoadingMore }: FoundChildrenProps) {
  const t = useMessages(childrenMessages)
  const words = useMessages(moveMessages)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const nameOf = (id: string) => rows.find((child) => child.id === id)?.fullName ?? ''
  return (
    <div data-chosen={chosen.size > 0 || undefined} className="children-found">
      <DataList
        label={t('children.title')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        onMore={onMore}
        isLoadingMore={isLoadingMore}
        empty={<NoChildren isFiltered={isFiltered} />}
        selection={{
          chosen,
          onChange: setChosen,
          labelOf: (id) => words('children.select-one', { name: nameOf(id) }),
          labelOfAll: words('children.select-all'),
        }}
      />
      {onMore && chosen.size === 0 ? (
        <p className="print-only">{t('children.print-first', { count: formatNumber(rows.length) })}</p>
      ) : null}
      <ChosenActions ids={[...chosen]} columns={keysOf(columns)} onNone={() => setChosen(new Set())} />
    </div>
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
