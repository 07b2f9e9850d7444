import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMay } from '#platform/web/actor.tsx'
import { useMessages } from '#platform/web/language.tsx'
import { PageLink } from '#platform/web/page-link.tsx'
import type { ReportCell, ReportRow } from '../../shared/content.ts'
import type { Report } from '../../shared/contract.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { recordsOf, type RecordsPage } from '../../shared/records-of.ts'
import { columnsQuery } from '../requests.ts'

type CellRuleProps = { report: Report; cell: ReportCell; row: ReportRow; columnKey: string }

/** How the number of a column is made, or that people type it, and the way to the records behind this cell. */
export function CellRule({ report, cell, row, columnKey }: CellRuleProps) {
  const t = useMessages(reportsMessages)
  const { data } = useQuery(columnsQuery(report.id))
  const column = data?.[columnKey]
  if (!column) return null
  const { areaId, planId, period, content } = report
  const about = { unitId: content.unit?.id ?? areaId, planId, period, heard: content.heard }
  const records = recordsOf({ fact: column.fact, row, cell, report: about })
  return (
    <>
      <Text>{column.rule ?? (column.fact === null ? t('reports.rule-typed') : t('reports.rule-none'))}</Text>
      {records ? (
        <ToRecords
          page={records}
          name={cell.source === 'lower' ? 'reports.to-lower' : 'reports.to-records'}
        />
      ) : null}
    </>
  )
}

type ToRecordsProps = { page: RecordsPage; name: 'reports.to-lower' | 'reports.to-records' }

/** For whoever may open that page. */
function ToRecords({ page: { to, search, needs }, name }: ToRecordsProps) {
  const t = useMessages(reportsMessages)
  if (!useMay()(needs)) return null
  return (
    <PageLink to={to} {...(search ? { search } : {})}>
      {t(name)}
    </PageLink>
  )
}
