import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import { Id } from '#base/id.ts'
import { useMessages } from '#platform/web/language.tsx'
import { usePageParams } from '#platform/web/page.tsx'
import { DataList, type DataListColumn } from '#ui/data-list.tsx'
import { Loading } from '#ui/loading.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PrintButton } from '#ui/print-button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import type { Change } from '../../shared/difference.ts'
import { formatNumber } from '#base/numbers.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { differenceQuery } from '../requests-flow.ts'

const Params = z.object({ reportId: Id, number: z.coerce.number().int().min(1) })

/** Old and new, cell by cell and section by section, of two copies that followed one another. */
export function Page() {
  const t = useMessages(reportsFlowMessages)
  const { reportId, number } = usePageParams(Params)
  const { data, error, isPending } = useQuery(differenceQuery(reportId, number))
  const columns = useColumns()
  const { from, to } = data ?? { from: number - 1, to: number }
  const none = from === 0 ? t('reports.difference-first') : t('reports.difference-none')
  return (
    <>
      <PageHead
        title={t('reports.difference-title', { from, to })}
        back={{ to: `/reports/${reportId}`, label: t('reports.back-to-report') }}
        actions={<PrintButton />}
      />
      <ProblemNote problem={error} />
      {isPending ? <Loading /> : null}
      {data ? (
        <DataList
          label={t('reports.difference-title', { from, to })}
          rows={data.changes}
          columns={columns}
          rowKey={({ about, key }) => `${about} ${key}`}
          empty={<Text>{none}</Text>}
        />
      ) : null}
    </>
  )
}

function useColumns(): DataListColumn<Change>[] {
  const t = useMessages(reportsFlowMessages)
  const names = useMessages(reportsMessages)
  const shown = (value: number | string | null) =>
    typeof value === 'number' ? formatNumber(value) : value || names('reports.cell-blank')
  return [
    {
      key: 'where',
      heading: t('reports.difference-where'),
      kind: 'title',
      cell: (change) =>
        change.about === 'cell' ? `${change.table}: ${change.row} · ${change.column}` : change.title,
    },
    {
      key: 'before',
      heading: t('reports.difference-before'),
      cell: ({ before }) => <span className="report-words">{shown(before)}</span>,
    },
    {
      key: 'after',
      heading: t('reports.difference-after'),
      cell: ({ after }) => <span className="report-words">{shown(after)}</span>,
    },
  ]
}
