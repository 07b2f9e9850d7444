import { Button, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Loading } from '#ui/loading.tsx'
import { formatNumber } from '#base/numbers.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { childKinds, type Preview, type Touched, TouchedKind } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'
import { touchedQuery } from '../requests.ts'

type Row = { id: string; name: string; touched: Touched }

/** Rows beyond this are summed in the last one only. */
const mostRows = 60

const columns = [
  ['children', 'children'],
  ['unplaced', 'unplaced'],
  ['records', 'records'],
  ['referrals', 'referrals'],
  ['grants', 'grants'],
  ['facilities', 'facilities'],
  ['plans', 'plans'],
  ['unfinishedReports', 'unfinished-reports'],
  ['imports', 'imports'],
] as const

type Opened = { kind: TouchedKind; title: string; areaId: string | undefined }

/** What stands on each old unit, the units with most children first; a count opens the list behind it. */
export function TouchedTable({ caseId, preview }: { caseId: string; preview: Preview }) {
  const t = useMessages(reorganisationMessages)
  const [opened, setOpened] = useState<Opened>()
  const largest = [...preview.old].sort((left, right) => right.touched.children - left.touched.children)
  // What nobody has takes no column: eight numbers beside a name are too many for an office screen.
  const filled = columns.filter(([key]) => key === 'children' || preview.total[key] > 0)
  const rows: Row[] = [
    ...largest.slice(0, mostRows),
    { id: 'total', name: t('reorganisation.total'), touched: preview.total },
  ]
  return (
    <>
      <DataList
        label={t('reorganisation.touched')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'unit', heading: t('reorganisation.unit'), kind: 'title', cell: ({ name }) => name },
          ...filled.map(([key, message]) => ({
            key,
            heading: t(`reorganisation.${message}`),
            kind: 'number' as const,
            cell: (row: Row) => (
              <Count
                row={row}
                kind={key}
                name={t(`reorganisation.${message}`)}
                onOpen={(kind, title) =>
                  setOpened({ kind, title, areaId: row.id === 'total' ? undefined : row.id })
                }
              />
            ),
          })),
        ]}
      />
      {opened ? <Behind caseId={caseId} {...opened} onClose={() => setOpened(undefined)} /> : null}
    </>
  )
}

type CountProps = {
  row: Row
  kind: keyof Touched
  name: string
  onOpen: (kind: TouchedKind, title: string) => void
}

/** A number that opens its list, for those who may see what is in it. */
function Count({ row, kind, name, onOpen }: CountProps) {
  const t = useMessages(reorganisationMessages)
  const may = useMay()
  const count = formatNumber(row.touched[kind])
  const list = TouchedKind.safeParse(kind)
  const mayOpen = list.success && may(childKinds.includes(list.data) ? 'children.read' : 'areas.reorganise')
  if (!mayOpen || row.touched[kind] === 0) return count
  return (
    <Button
      variant="subtle"
      size="compact-md"
      mih={44}
      aria-label={t('reorganisation.open-list', { kind: name, name: row.name, count })}
      onClick={() => onOpen(list.data, t('reorganisation.list-of', { kind: name, name: row.name }))}
    >
      {count}
    </Button>
  )
}

function Behind({ caseId, kind, areaId, title, onClose }: Opened & { caseId: string; onClose: () => void }) {
  const t = useMessages(reorganisationMessages)
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage, isPending } = useInfiniteQuery(
    touchedQuery({ caseId, kind, areaId }),
  )
  const lines = data?.pages.flatMap((page) => page.lines) ?? []
  const lineColumns: DataListColumn<(typeof lines)[number]>[] = [
    {
      key: 'title',
      heading: t('reorganisation.line'),
      kind: 'title',
      cell: ({ title: name, url }) => (url ? <PageLink to={url}>{name}</PageLink> : name),
    },
    { key: 'detail', heading: t('reorganisation.line-detail'), cell: ({ detail }) => detail ?? '' },
  ]
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={title}
          rows={lines}
          rowKey={({ id }) => id}
          columns={lineColumns}
          empty={<Text>{t('reorganisation.list-empty')}</Text>}
          onMore={hasNextPage ? () => void fetchNextPage() : undefined}
          isLoadingMore={isFetchingNextPage}
        />
      ) : null}
    </Dialog>
  )
}
