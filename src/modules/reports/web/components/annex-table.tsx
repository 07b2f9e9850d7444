import { Title } from '@mantine/core'
import { roman } from '#base/roman.ts'
import { useMessages } from '#platform/web/language.tsx'
import { formatNumber } from '#base/numbers.ts'
import type { ReportCell, ReportRow, ReportTable } from '../../shared/content.ts'
import { reportsMessages } from '../../shared/messages.ts'

type AnnexTableProps = {
  table: ReportTable
  /** As the document numbers it; undefined for a table that is not printed. */
  number: number | undefined
  chosen: string | undefined
  onChoose: (key: string) => void
  /** Columns that people type, by `table.column`. */
  isTyped: (column: string) => boolean
}

export function AnnexName({ table, number }: Pick<AnnexTableProps, 'table' | 'number'>) {
  const t = useMessages(reportsMessages)
  return (
    <>
      {number === undefined ? '' : `${t('reports.annex', { number: roman(number) })}. `}
      {table.title}
    </>
  )
}

/** An annex: each cell is a button that shows where its number is from. */
export function AnnexTable({ table, number, chosen, onChoose, isTyped }: AnnexTableProps) {
  const t = useMessages(reportsMessages)
  const hasUnits = table.rows.some((row) => row.note !== '')
  const rowProps = { table, hasUnits, chosen, onChoose }
  return (
    <section id={`annex-${table.key}`} className="report-annex">
      <Title order={3} size="h4" ta="center" mt="xl">
        <AnnexName table={table} number={number} />
      </Title>
      <div className="report-annex-scroll" role="region" aria-label={table.title} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('reports.order')}</th>
              <th scope="col">{table.nameHeading}</th>
              {hasUnits ? <th scope="col">{t('reports.unit')}</th> : null}
              {table.columns.map((column) => (
                <th key={column.key} scope="col">
                  {column.heading}
                  {isTyped(`${table.key}.${column.key}`) ? (
                    <span className="report-column-typed">{t('reports.column-typed')}</span>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <AnnexRow key={row.key} {...rowProps} row={row} order={String(index + 1)} name={row.name} />
            ))}
            {table.total ? (
              <AnnexRow {...rowProps} row={table.total} order="" name={t('reports.total')} />
            ) : null}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type AnnexRowProps = Omit<AnnexTableProps, 'number' | 'isTyped'> & {
  row: ReportRow
  order: string
  name: string
  hasUnits: boolean
}

function AnnexRow({ table, row, order, name, hasUnits, chosen, onChoose }: AnnexRowProps) {
  const t = useMessages(reportsMessages)
  return (
    <tr data-total={order === '' || undefined}>
      <td>{order}</td>
      <th scope="row">{name}</th>
      {hasUnits ? <td>{row.note}</td> : null}
      {row.cells.map((cell, index) => (
        <td key={cell.key} data-source={cell.source}>
          <button
            type="button"
            aria-pressed={cell.key === chosen}
            aria-label={`${name}, ${table.columns[index]?.heading ?? ''}: ${cellText(cell) || t('reports.cell-blank')}`}
            onClick={() => onChoose(cell.key)}
          >
            {cell.source === 'not-applicable' ? t('reports.source-not-applicable') : cellText(cell)}
          </button>
        </td>
      ))}
    </tr>
  )
}

/** Blank is not zero; a typed number carries its star. */
function cellText(cell: ReportCell): string {
  if (cell.value === null) return ''
  return cell.source === 'typed' ? `${formatNumber(cell.value)} *` : formatNumber(cell.value)
}
