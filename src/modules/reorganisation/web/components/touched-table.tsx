import { useMessages } from '#platform/web/language.tsx'
import { DataList } from '#ui/data-list.tsx'
import { formatNumber } from '#ui/numbers.ts'
import type { Preview, Touched } from '../../shared/contract.ts'
import { reorganisationMessages } from '../../shared/messages.ts'

type Row = { id: string; name: string; touched: Touched }

/** Rows beyond this are summed in the last one only. */
const mostRows = 60

const columns = [
  ['children', 'children'],
  ['unplaced', 'unplaced'],
  ['records', 'records'],
  ['grants', 'grants'],
  ['plans', 'plans'],
  ['unfinishedReports', 'unfinished-reports'],
  ['imports', 'imports'],
] as const

/** What stands on each old unit; the units with most children first. */
export function TouchedTable({ preview }: { preview: Preview }) {
  const t = useMessages(reorganisationMessages)
  const largest = [...preview.old].sort((left, right) => right.touched.children - left.touched.children)
  const rows: Row[] = [
    ...largest.slice(0, mostRows),
    { id: 'total', name: t('reorganisation.total'), touched: preview.total },
  ]
  return (
    <DataList
      label={t('reorganisation.touched')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'unit', heading: t('reorganisation.unit'), kind: 'title', cell: ({ name }) => name },
        ...columns.map(([key, message]) => ({
          key,
          heading: t(`reorganisation.${message}`),
          kind: 'number' as const,
          cell: ({ touched }: Row) => formatNumber(touched[key]),
        })),
      ]}
    />
  )
}
