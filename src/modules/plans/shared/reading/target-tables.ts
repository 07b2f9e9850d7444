import { matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'
import { findQuantities, parseNumber } from './quantities.ts'
import { columnOf, readTable } from './tables.ts'
import type { FoundTarget } from './targets.ts'
import type { Comparator } from '../contract.ts'

type ValueColumn = { index: number; year: number | null }

const labelHeader = /chỉ tiêu|tiêu chí|nội dung|mục tiêu|chỉ số|tên/u
const pastHeader = /thực hiện năm|kết quả|hiện trạng|thực trạng|đã đạt|ước|cơ sở|xuất phát|^th |năm trước|hiện nay|nguồn|căn cứ/u
const valueHeader = /(?:19|20)\d{2}|kế hoạch|chỉ tiêu giao|mục tiêu|giá trị|phấn đấu|cần đạt|chỉ tiêu$/u

/** Rows of a table of targets: one target for each column of a year to come. */
export function readTargetTable(entry: Entry, year: number | null): FoundTarget[] {
  const table = readTable(entry)
  const label = columnOf(table.header, labelHeader)
  if (label < 0 || columnOf(table.header, /chủ trì|phối hợp|đơn vị thực hiện|cơ quan thực hiện/u) >= 0) return []
  const unitAt = columnOf(table.header, /^đơn vị(?: tính)?$|^đvt$|đơn vị tính/u)
  const columns = valueColumns(table.header, { label, unitAt, year })
  return table.rows.flatMap((cells) =>
    columns.flatMap((column) => targetOfCell(entry, { cells, label, unitAt, column })),
  )
}

type Columns = { label: number; unitAt: number; year: number | null }

function valueColumns(header: readonly string[], { label, unitAt, year }: Columns): ValueColumn[] {
  return header.flatMap((cell, index) => {
    const key = matchingKey(cell)
    if (index === label || index === unitAt || pastHeader.test(key) || !valueHeader.test(key)) return []
    const years = [...key.matchAll(/(?:19|20)\d{2}/gu)].map((match) => Number(match[0]))
    return [{ index, year: years.at(-1) ?? year }]
  })
}

type Cell = { cells: readonly string[]; label: number; unitAt: number; column: ValueColumn }

function targetOfCell(entry: Entry, { cells, label, unitAt, column }: Cell): FoundTarget[] {
  const measure = cells[label] ?? ''
  const printed = cells[column.index] ?? ''
  const key = matchingKey(printed)
  if (!/\d/.test(printed) || measure === '' || printed.length > 80) return []
  const unitCell = unitAt >= 0 ? (cells[unitAt] ?? '') : ''
  const found = findQuantities(`${key}`)[0]
  const value = found ?? bareNumber(key)
  if (!value) return []
  const unit = unitCell !== '' ? unitCell : found ? found.unit : null
  const text = `${measure}: ${printed}${unitCell !== '' && !printed.includes(unitCell) ? ` ${unitCell}` : ''}`
  return [
    {
      target: {
        text, measure, comparator: found && found.comparator !== 'eq' ? found.comparator : signOf(key, measure), value: value.value,
        valueTo: value.valueTo, unit: unit === '' ? null : unit, year: column.year,
        numerator: found?.numerator ?? null, denominator: found?.denominator ?? null,
        section: entry.path === '' ? null : entry.path,
      },
      place: { start: entry.start, end: entry.end },
    },
  ]
}

function bareNumber(key: string): { value: number; valueTo: number | null } | undefined {
  const match = /^[^\d]*?(\d[\d.,]*)(?:\s*-\s*(\d[\d.,]*))?[^\d]*$/u.exec(key)
  if (!match) return undefined
  const value = parseNumber((match[1] ?? '').replace(/[.,]$/, ''))
  return Number.isNaN(value) ? undefined : { value, valueTo: match[2] ? parseNumber(match[2]) : null }
}

function signOf(key: string, measure: string): Comparator {
  if (/≥|>=|ít nhất|tối thiểu|trở lên/u.test(key)) return 'ge'
  if (/≤|<=|không quá|tối đa|xuống còn|^còn/u.test(key)) return 'le'
  if (/^\s*[>]|trên/u.test(key)) return 'gt'
  if (/^\s*[<]|dưới/u.test(key)) return 'lt'
  if (/^giảm/u.test(key)) return 'reduce'
  if (/^tăng/u.test(key)) return 'increase'
  const rule = matchingKey(measure)
  if (/\((?:≥|>=|ít nhất)\)|(?:ít nhất|tối thiểu)$/u.test(rule)) return 'ge'
  return /\((?:≤|<=)\)|(?:dưới|không quá)$/u.test(rule) ? 'le' : 'eq'
}
