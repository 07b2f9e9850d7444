import {
  allRows,
  isNumberedRow,
  type ReportCell,
  type ReportContent,
  type ReportRow,
  type ReportTable,
} from './content.ts'
import type { Finding } from './finding.ts'
import { formatNumber } from '#base/numbers.ts'
import type { OutlineCheck } from './outline.ts'

type Place = { table: ReportTable; row: ReportRow }

function rowsOf(content: ReportContent, tableKey: string): Place[] {
  const table = content.tables.find(({ key }) => key === tableKey)
  if (!table) return []
  return allRows(table).map((row) => ({ table, row }))
}

function cellIn({ table, row }: Place, columnKey: string): ReportCell | undefined {
  return row.cells[table.columns.findIndex(({ key }) => key === columnKey)]
}

const headingOf = ({ table }: Place, columnKey: string): string =>
  table.columns.find(({ key }) => key === columnKey)?.heading ?? columnKey

/** The rules of the outline between columns of a row and between annexes. */
export function checkBetweenCells(check: OutlineCheck, content: ReportContent): Finding[] {
  if (check.kind === 'equal') return checkEqual(check, content)
  return rowsOf(content, check.table).flatMap((place) =>
    check.kind === 'part' ? checkPart(check, place) : checkSum(check, place),
  )
}

function checkPart(check: Extract<OutlineCheck, { kind: 'part' }>, place: Place): Finding[] {
  const [part, whole] = [cellIn(place, check.part), cellIn(place, check.whole)]
  if (part?.value === null || part === undefined || whole?.value === null || whole === undefined) return []
  if (part.value <= whole.value) return []
  const [value, limit] = [formatNumber(part.value), formatNumber(whole.value)]
  const names = { column: headingOf(place, check.part), whole: headingOf(place, check.whole) }
  return [
    {
      key: `part-over-whole:${part.key}:${check.whole}`,
      rule: 'part-over-whole',
      level: 'blocking',
      cells: [part.key, whole.key],
      seen: `${value} > ${limit}`,
      holes: { row: place.row.name, ...names, value, limit },
    },
  ]
}

function checkSum(check: Extract<OutlineCheck, { kind: 'sum' }>, place: Place): Finding[] {
  const parts = check.parts.flatMap((key) => cellIn(place, key) ?? [])
  const whole = cellIn(place, check.whole)
  const values = parts.flatMap(({ value }) => value ?? [])
  if (whole?.value === null || whole === undefined || values.length < check.parts.length) return []
  const sum = values.reduce((total, value) => total + value, 0)
  if (sum === whole.value) return []
  const columns = check.parts.map((key) => headingOf(place, key)).join(' + ')
  return [
    {
      key: `sum-differs:${whole.key}`,
      rule: 'sum-differs',
      level: 'blocking',
      cells: [...parts.map(({ key }) => key), whole.key],
      seen: `${formatNumber(sum)} ≠ ${formatNumber(whole.value)}`,
      holes: {
        row: place.row.name,
        columns,
        whole: headingOf(place, check.whole),
        sum: formatNumber(sum),
        value: formatNumber(whole.value),
      },
    },
  ]
}

/** The same number in two annexes, row by row. */
function checkEqual(
  { one, other }: Extract<OutlineCheck, { kind: 'equal' }>,
  content: ReportContent,
): Finding[] {
  const [[oneTable = '', oneColumn = ''], [otherTable = '', otherColumn = '']] = [
    one.split('.'),
    other.split('.'),
  ]
  const others = new Map(rowsOf(content, otherTable).map((place) => [place.row.key, place]))
  return rowsOf(content, oneTable).flatMap((place): Finding[] => {
    const opposite = others.get(place.row.key)
    const [left, right] = [cellIn(place, oneColumn), opposite && cellIn(opposite, otherColumn)]
    if (!left || !right || !opposite || left.value === null || right.value === null) return []
    if (left.value === right.value) return []
    const [value, otherValue] = [formatNumber(left.value), formatNumber(right.value)]
    return [
      {
        key: `tables-differ:${left.key}:${right.key}`,
        rule: 'tables-differ',
        level: 'blocking',
        cells: [left.key, right.key],
        seen: `${value} ≠ ${otherValue}`,
        holes: {
          row: place.row.name,
          column: headingOf(place, oneColumn),
          table: place.table.title,
          otherTable: opposite.table.title,
          value,
          otherValue,
        },
      },
    ]
  })
}

/** A typed total against its rows: below what is known is wrong, above it only where all rows are known. */
export function checkTotals(table: ReportTable): Finding[] {
  return (table.total?.cells ?? []).flatMap((total, index): Finding[] => {
    const column = table.columns[index]
    if (!total.typed || total.value === null || column?.kind !== 'count') return []
    if (table.rows.some(({ key }) => isNumberedRow(key))) return []
    const values = table.rows.map((row) => row.cells[index]?.value ?? null)
    const known = values.flatMap((value) => value ?? [])
    const sum = known.reduce((added, value) => added + value, 0)
    const mayBeMore = known.length < values.length && total.value > sum
    if (known.length === 0 || total.value === sum || mayBeMore) return []
    const [value, added] = [formatNumber(total.value), formatNumber(sum)]
    return [
      {
        key: `total-differs:${total.key}`,
        rule: 'total-differs',
        level: 'blocking',
        cells: [total.key],
        seen: `${value} ≠ ${added}`,
        holes: { table: table.title, column: column.heading, value, sum: added },
      },
    ]
  })
}
