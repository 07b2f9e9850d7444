import { Button, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { formatDay, vietnamDay } from '#base/day.ts'
import { useMessages } from '#platform/web/language.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { formatNumber } from '#base/numbers.ts'
import { allRows, type ReportCell, type ReportRow, type ReportTable } from '../../shared/content.ts'
import type { Report, TypeCell } from '../../shared/contract.ts'
import { isOpenPart } from '../../shared/flow.ts'
import { reportsFlowMessages } from '../../shared/messages-flow.ts'
import { reportsMessages } from '../../shared/messages.ts'
import { checkQuery } from '../requests-flow.ts'
import { reportQuery, typeCell } from '../requests.ts'
import { CellRule } from './cell-rule.tsx'
import { Comments } from './comments.tsx'

type CellFactsProps = { report: Report; chosen: string | undefined; mayWrite: boolean }

type FoundCell = { cell: ReportCell; row: ReportRow; column: ReportTable['columns'][number] }

function findCell({ content }: Report, key: string | undefined): FoundCell | undefined {
  for (const table of content.tables) {
    for (const row of allRows(table)) {
      const index = row.cells.findIndex((cell) => cell.key === key)
      const [cell, column] = [row.cells[index], table.columns[index]]
      if (cell && column) return { cell, row, column }
    }
  }
  return undefined
}

/** Where the chosen number is from, and the form to type another one over it. */
export function CellFacts({ report, chosen, mayWrite }: CellFactsProps) {
  const t = useMessages(reportsMessages)
  const found = findCell(report, chosen)
  if (!found) return <Text c="dimmed">{t('reports.cell-choose')}</Text>
  const { cell, row, column } = found
  return (
    <Stack gap="sm" aria-live="polite">
      <Title order={2} size="h4">
        {t('reports.cell')}
      </Title>
      <Text fw={600}>
        {row.name} · {column.heading}
      </Text>
      <dl className="report-cell-facts">
        <dt>{t('reports.cell-value')}</dt>
        <dd>{cell.value === null ? t('reports.cell-blank') : formatNumber(cell.value)}</dd>
        <dt>{t('reports.cell-source')}</dt>
        <dd>{t(`reports.source-${cell.source}`)}</dd>
      </dl>
      <CellRule {...{ report, cell, row }} columnKey={`${tableOf(cell.key)}.${column.key}`} />
      <BesideCell reportId={report.id} cell={cell} />
      <TypedFacts cell={cell} />
      {mayWrite && column.mayType && isOpenPart(report.openParts, tableOf(cell.key)) ? (
        <TypeForm key={`${cell.key} ${cell.typed?.version ?? 0}`} reportId={report.id} cell={cell} />
      ) : null}
      <Comments report={report} about={{ about: 'cell', key: cell.key }} />
    </Stack>
  )
}

const tableOf = (key: string): string => key.slice(0, key.indexOf('.'))

/** What a rate is made of, and the numbers of the periods before. */
function BesideCell({ reportId, cell }: { reportId: string; cell: ReportCell }) {
  const t = useMessages(reportsFlowMessages)
  const { data } = useQuery(checkQuery(reportId))
  const { last = null, lastYear = null } = data?.beside[cell.key] ?? {}
  const { fraction } = cell
  return (
    <>
      {fraction ? (
        <Text c="dimmed">
          {t('reports.cell-fraction', {
            numerator: formatNumber(fraction.numerator),
            denominator: formatNumber(fraction.denominator),
          })}
        </Text>
      ) : null}
      {last === null ? null : <Text>{t('reports.beside-last', { value: formatNumber(last) })}</Text>}
      {lastYear === null ? null : (
        <Text>{t('reports.beside-last-year', { value: formatNumber(lastYear) })}</Text>
      )}
    </>
  )
}

function TypedFacts({ cell }: { cell: ReportCell }) {
  const t = useMessages(reportsMessages)
  if (!cell.typed) return null
  const { by: name, at, reason } = cell.typed
  const value = cell.computed === null ? t('reports.cell-blank') : formatNumber(cell.computed)
  return (
    <>
      <Text>{t('reports.cell-typed', { name, time: formatDay(vietnamDay(new Date(at))), reason })}</Text>
      <Text c="dimmed">{t('reports.cell-computed', { value })}</Text>
    </>
  )
}

function TypeForm({ reportId, cell }: { reportId: string; cell: ReportCell }) {
  const t = useMessages(reportsMessages)
  const [value, setValue] = useState<number | undefined>(cell.value ?? undefined)
  const [reason, setReason] = useState(cell.typed?.reason ?? '')
  const typing = useTyping(reportId, cell.key)
  const version = cell.typed?.version ?? 0
  const hasReason = reason.trim() !== ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (value !== undefined && hasReason) typing.mutate({ source: 'typed', value, reason, version })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <NumberInput
          label={t('reports.cell-new-value')}
          value={value ?? ''}
          min={0}
          decimalSeparator=","
          thousandSeparator="."
          onChange={(next) => setValue(typeof next === 'number' ? next : undefined)}
        />
        <TextInput
          label={t('reports.cell-reason')}
          description={t('reports.cell-reason-hint')}
          value={reason}
          maxLength={500}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ProblemNote problem={typing.error} />
        <Button type="submit" loading={typing.isPending} disabled={value === undefined || !hasReason}>
          {t('reports.cell-save')}
        </Button>
        <Button
          variant="default"
          disabled={!hasReason}
          onClick={() => typing.mutate({ source: 'not-applicable', reason, version })}
        >
          {t('reports.cell-not-applicable')}
        </Button>
        {cell.typed ? (
          <Button variant="default" onClick={() => typing.mutate({ source: 'computed', version })}>
            {t('reports.cell-undo')}
          </Button>
        ) : null}
      </Stack>
    </form>
  )
}

function useTyping(reportId: string, key: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: TypeCell) => typeCell(reportId, key, body),
    onSuccess: (report) => {
      queries.setQueryData(reportQuery(reportId).queryKey, report)
      void queries.invalidateQueries(checkQuery(reportId))
    },
    // Somebody else typed the cell meanwhile: the newer number is fetched, the own one stays in the field.
    onError: async () => queries.invalidateQueries(reportQuery(reportId)),
  })
}
