import type { ReportCell, ReportContent, ReportTable } from '#modules/reports/shared/content.ts'

type Numbers = Readonly<Record<string, readonly (number | null)[]>>

/** A table of a report from plain numbers: the row 'total' is its total, a name like `a` a unit. */
export function tableOf(key: string, columns: readonly string[], numbers: Numbers): ReportTable {
  const rowOf = (rowKey: string) => ({
    key: rowKey,
    name: rowKey,
    note: '',
    indicatorCode: null,
    cells: columns.map((column, index) =>
      cellAt(`${key}.${rowKey}.${column}`, numbers[rowKey]?.[index] ?? null),
    ),
  })
  const rowKeys = Object.keys(numbers).filter((rowKey) => rowKey !== 'total')
  return {
    ...{ key, title: key, page: 'portrait', nameHeading: 'Đơn vị' },
    columns: columns.map((column) => {
      const kind = column.endsWith('%') ? ('percent' as const) : ('count' as const)
      return { key: column, heading: column, kind, share: 1, mayType: kind === 'count', print: true }
    }),
    rows: rowKeys.map(rowOf),
    total: numbers['total'] ? rowOf('total') : null,
  }
}

function cellAt(key: string, value: number | null): ReportCell {
  const source = value === null ? ('blank' as const) : ('computed' as const)
  return { key, source, value, computed: value, typed: null, fraction: null }
}

/** A report with these tables and one section per text. */
export function contentOf(
  tables: readonly ReportTable[],
  texts: Readonly<Record<string, string>> = {},
): ReportContent {
  const sections = Object.entries(texts).map(([key, text]) => ({
    ...{ key, title: `Mục ${key}`, hint: '', group: null, lines: [], text, version: 1 },
    ...{ writtenBy: null, writtenAt: null, gathered: [] },
  }))
  return {
    ...{ outlineVersion: 'test', unit: null, period: '2026-H1', asOf: '2026-06-30', sample: false },
    head: {
      ...{ superior: null, issuer: '', symbol: '', place: '', subject: '', bases: [], opening: '' },
      ...{ recipients: [], signature: { power: [], title: '' } },
    },
    reported: { done: 0, all: 0, lower: '' },
    ...{ heard: [], definitions: [], parts: [{ key: '1', title: '', sections }], tables: [...tables] },
  }
}

/** The same report with one number typed over. */
export function typedOver(content: ReportContent, key: string, value: number): ReportContent {
  const note = { by: 'Y Hoa', at: '2026-07-01T00:00:00Z', reason: 'Theo sổ', version: 1 }
  const over = (cell: ReportCell): ReportCell =>
    cell.key === key ? { ...cell, source: 'typed', value, typed: note } : cell
  return {
    ...content,
    tables: content.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(over) })),
      total: table.total && { ...table.total, cells: table.total.cells.map(over) },
    })),
  }
}
