import { matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'
import { basesIn } from './levels.ts'
import { findQuantities, parseNumber } from './quantities.ts'
import { columnOf, readTable, type Table } from './tables.ts'
import type { FoundTarget } from './targets.ts'
import type { Comparator, PlanTarget } from '../contract.ts'

type ValueColumn = { index: number; year: number | null }

const labelHeader = /chỉ tiêu|tiêu chí|nội dung|mục tiêu|chỉ số|tên/u
const pastHeader =
  /thực hiện năm|^thực hiện \(?\d{4}|kết quả|hiện trạng|thực trạng|đã đạt|ước|cơ sở|xuất phát|^th |năm trước|hiện nay|nguồn|căn cứ/u
const valueHeader = /(?:19|20)\d{2}|kế hoạch|chỉ tiêu giao|mục tiêu|giá trị|phấn đấu|cần đạt|chỉ tiêu$/u

type TableYears = {
  /** The year of the heading above: what a column without a year is for. */
  year: number | null
  /** A column of a year before this one says what was. */
  documentYear: number | undefined
}

/** Rows of a table of targets: one target for each column of a year to come. */
export function readTargetTable(entry: Entry, { year, documentYear }: TableYears): FoundTarget[] {
  const table = readTable(entry)
  const label = labelColumn(table)
  if (label < 0 || columnOf(table.header, /chủ trì|phối hợp|đơn vị thực hiện|cơ quan thực hiện/u) >= 0)
    return []
  const unitAt = columnOf(table.header, /^đơn vị(?: tính)?$|^đvt$|đơn vị tính/u)
  const columns = valueColumns(table.header, { label, unitAt, year }).filter(
    (column) =>
      !isNumbering(table, column.index) &&
      (column.year === null || documentYear === undefined || column.year >= documentYear),
  )
  return table.rows.flatMap((cells) =>
    columns.flatMap((column) => targetOfCell(entry, { cells, label, unitAt, column })),
  )
}

/** "Chỉ tiêu" may head the column of numbers 1, 2, 3; the label is the one with words below it. */
function labelColumn({ header, rows }: Table): number {
  const isWorded = (index: number) => rows.some((cells) => /\p{L}{2}/u.test(cells[index] ?? ''))
  return header.findIndex((cell, index) => labelHeader.test(matchingKey(cell)) && isWorded(index))
}

function isNumbering({ rows }: Table, index: number): boolean {
  return rows.length > 1 && rows.every((cells, at) => cells[index] === String(at + 1))
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

/** "Tỷ lệ trẻ 3 tuổi ra lớp (%)": the unit may stand behind the label instead of in its own column. */
function labelOf(printed: string, unit: string): { measure: string; unitCell: string } {
  const [, words = printed, behind = ''] = /^(.+?)\s*\((%|‰)\)$/u.exec(printed) ?? []
  return { measure: words, unitCell: unit || behind }
}

function targetOfCell(entry: Entry, { cells, label, unitAt, column }: Cell): FoundTarget[] {
  const printed = cells[column.index] ?? ''
  const { measure, unitCell } = labelOf(cells[label] ?? '', cells[unitAt] ?? '')
  const size = measure && printed.length <= 80 ? sizeOfCell(matchingKey(printed), measure) : undefined
  if (!size) return []
  const unit = unitCell || size.unit
  const text = `${measure}: ${printed.includes(unitCell) ? printed : `${printed} ${unitCell}`}`
  const section = entry.path || null
  return [
    {
      target: { text, measure, ...size, unit, year: column.year, section },
      place: { start: entry.start, end: entry.end },
    },
  ]
}

type CellSize = Pick<PlanTarget, 'comparator' | 'value' | 'valueTo' | 'unit' | 'numerator' | 'denominator'>

/** "≥ 90", "90%", "Dưới 5", "8/10 xã", "90-95": a quantity, or a bare number whose unit stands in its own column. */
function sizeOfCell(key: string, measure: string): CellSize | undefined {
  const found = findQuantities(key)[0]
  if (found) {
    const { value, valueTo, unit, numerator, denominator } = found
    const comparator = found.comparator === 'eq' ? signOf(key, measure) : found.comparator
    return { comparator, value, valueTo, unit: unit || null, numerator, denominator }
  }
  const part = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(key)
  if (part) {
    const [numerator, denominator] = [Number(part[1]), Number(part[2])]
    return { comparator: 'eq', value: numerator, valueTo: null, unit: null, numerator, denominator }
  }
  const bare = bareNumber(key)
  if (!bare) return undefined
  const rate = basesIn(matchingKey(`${measure} x`)).at(-1)?.size ?? null
  const unit = rate === null ? null : `/${rate.toLocaleString('de-DE')}`
  const numerator = rate === null ? null : bare.value
  return { ...bare, comparator: signOf(key, measure), unit, numerator, denominator: rate }
}

function bareNumber(key: string): { value: number; valueTo: number | null } | undefined {
  const match = /^[^\d]*?(\d[\d.,]*)(?:\s*-\s*(\d[\d.,]*))?[^\d]*$/u.exec(key)
  if (!match) return undefined
  const value = parseNumber((match[1] ?? '').replace(/[.,]$/, ''))
  return Number.isNaN(value) ? undefined : { value, valueTo: match[2] ? parseNumber(match[2]) : null }
}

function signOf(key: string, measure: string): Comparator {
  const own = signs.find(({ pattern }) => pattern.test(key))
  return (
    own?.comparator ??
    measureSigns.find(({ pattern }) => pattern.test(matchingKey(measure)))?.comparator ??
    'eq'
  )
}

type Sign = { comparator: Comparator; pattern: RegExp }

const signs: readonly Sign[] = [
  { comparator: 'ge', pattern: /≥|>=|ít nhất|tối thiểu|trở lên/u },
  { comparator: 'le', pattern: /≤|<=|không quá|tối đa|xuống còn|^còn/u },
  { comparator: 'gt', pattern: />|trên/u },
  { comparator: 'lt', pattern: /<|dưới/u },
  { comparator: 'reduce', pattern: /^giảm/u },
  { comparator: 'increase', pattern: /^tăng/u },
]
const measureSigns: readonly Sign[] = [
  { comparator: 'ge', pattern: /\((?:≥|>=|ít nhất)\)|(?:ít nhất|tối thiểu)$/u },
  { comparator: 'le', pattern: /\((?:≤|<=)\)|(?:dưới|không quá)$/u },
  { comparator: 'reduce', pattern: /\(giảm(?!\p{L})|^(?:mức|tỷ lệ) giảm(?!\p{L})/u },
  { comparator: 'increase', pattern: /\(tăng(?!\p{L})|^(?:mức|tỷ lệ) tăng(?!\p{L})/u },
]
