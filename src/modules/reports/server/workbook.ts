import { roman } from '#base/roman.ts'
import type { AnnexColumn, AnnexSheet, AnnexValue } from '#platform/documents/annex-workbook.ts'
import { attachedTo, type Issued, printedTables, tableNotes } from '../shared/annexes.ts'
import {
  allRows,
  type ReportCell,
  type ReportContent,
  type ReportRow,
  type ReportTable,
} from '../shared/content.ts'

type About = { year: number; issued: Issued; isDraft: boolean }

/**
 * The annexes of the document as sheets, numbered as there, the hidden columns too: whoever calculates further needs
 * what the paper has no room for. A workbook needs a sheet: with nothing known every table stands.
 */
export function annexSheets(content: ReportContent, { year, issued, isDraft }: About): AnnexSheet[] {
  const printed = printedTables(content, isDraft)
  return (printed.length > 0 ? printed : content.tables).map((table, index) => ({
    name: `PL ${roman(index + 1)} ${table.title}`,
    title: [
      `Phụ lục ${roman(index + 1)}`,
      table.title.toUpperCase(),
      `(Kèm theo ${attachedTo(content, year, issued)})`,
    ],
    page: table.page,
    columns: columnsOf(table),
    rows: rowsOf(table),
    notes: tableNotes(table, content),
  }))
}

const kinds = { count: 'count', decimal: 'decimal', percent: 'percent', target: 'decimal' } as const

function columnsOf(table: ReportTable): AnnexColumn[] {
  return [
    { heading: 'TT', width: 4, kind: 'number' },
    { heading: table.nameHeading, width: hasNotes(table) ? 60 : 24, kind: 'text' },
    ...(hasNotes(table) ? [{ heading: 'Đơn vị tính', width: 12, kind: 'text' as const }] : []),
    ...table.columns.map(({ heading, kind, print }) => ({
      heading,
      width: widthOf(heading, table),
      kind: kinds[kind],
      hidden: !print,
    })),
  ]
}

/** Wide tables get narrow columns, so that the sheet is not made tiny to fit the paper; no word is cut. */
function widthOf(heading: string, { columns }: ReportTable): number {
  const longestWord = Math.max(...heading.split(' ').map((word) => word.length))
  const shown = columns.filter(({ print }) => print).length
  return Math.max(longestWord + 2, shown > 8 ? 8 : 12)
}

function hasNotes({ rows }: ReportTable): boolean {
  return rows.some(({ note }) => note !== '')
}

function rowsOf(table: ReportTable): AnnexSheet['rows'] {
  const named = ({ name, note }: ReportRow) => (hasNotes(table) ? [name, note] : [name])
  return allRows(table).map((row, index) => {
    const isTotal = row === table.total
    const number = isTotal ? null : index + 1
    const cells = [number, ...named(row), ...row.cells.map(valueOf)]
    return isTotal ? { cells, bold: true as const } : { cells }
  })
}

/** A typed number stays a number here; who typed it stands in the notes. */
function valueOf({ source, value }: ReportCell): AnnexValue {
  return source === 'not-applicable' ? 'Không áp dụng' : value
}
