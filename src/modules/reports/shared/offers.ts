import type { Beside } from './beside.ts'
import { allSections, type ReportContent, type ReportTable } from './content.ts'
import { formatNumber } from '#base/numbers.ts'
import type { Outline } from './outline.ts'

/** Sentences that an officer may put into a section, by section key. */
export type Offers = Record<string, string[]>

/**
 * Facts as sentences: against the same period last year, the best and the weakest units, the results of the targets.
 * They stand with the section whose own sentences speak of the same columns.
 */
export function offerSentences(outline: Outline, content: ReportContent, beside: Beside): Offers {
  const offers: Offers = {}
  const sections = allSections(outline).filter(({ lines }) => lines.length > 0)
  for (const { key, lines } of sections) {
    const columns = new Set(
      lines.flatMap((line) => [...line.matchAll(/\{([\w-]+\.[\w-]+)\}/g)].flatMap((found) => found[1] ?? [])),
    )
    const found = content.tables.flatMap((table) => [
      ...comparisons(table, columns, beside),
      ...extremes(table, columns),
    ])
    if (found.length > 0) offers[key] = found
  }
  const [first] = sections
  const targets = content.tables.find(({ key }) => key === 'targets')
  if (first && targets) offers[first.key] = [...(offers[first.key] ?? []), ...results(targets)]
  return offers
}

function comparisons(table: ReportTable, columns: ReadonlySet<string>, beside: Beside): string[] {
  return (table.total?.cells ?? []).flatMap((cell, index) => {
    const column = table.columns[index]
    const old = beside[cell.key]?.lastYear ?? null
    if (column?.kind !== 'count' || !columns.has(`${table.key}.${column.key}`)) return []
    return cell.value === null || old === null ? [] : [comparison(column.heading, cell.value, old)]
  })
}

function comparison(heading: string, value: number, old: number): string {
  const change = value - old
  if (change === 0) return `${heading}: ${formatNumber(value)}, bằng cùng kỳ năm trước.`
  const how = change > 0 ? 'tăng' : 'giảm'
  const by = formatNumber(Math.abs(change))
  const share = old > 0 ? ` (${formatNumber(Math.round((Math.abs(change) / old) * 1000) / 10)}%)` : ''
  return `${heading}: ${formatNumber(value)}, ${how} ${by}${share} so với cùng kỳ năm trước.`
}

/** The highest and the lowest rate, where at least three units have one. */
function extremes(table: ReportTable, columns: ReadonlySet<string>): string[] {
  return table.columns.flatMap((column, index) => {
    if (column.kind !== 'percent' || !columns.has(`${table.key}.${column.key}`)) return []
    const rates = table.rows
      .flatMap((row) => {
        const value = row.cells[index]?.value ?? null
        return value === null ? [] : [{ name: row.name, value }]
      })
      .toSorted((one, other) => other.value - one.value)
    const [best, worst] = [rates[0], rates.at(-1)]
    if (rates.length < 3 || !best || !worst || best.value === worst.value) return []
    const part = table.columns[index - 1]?.heading ?? column.heading
    return [
      `${part}: cao nhất là ${best.name} (${formatNumber(best.value)}%), thấp nhất là ${worst.name} (${formatNumber(worst.value)}%).`,
    ]
  })
}

function results(table: ReportTable): string[] {
  const at = (key: string) => table.columns.findIndex((column) => column.key === key)
  return table.rows.flatMap(({ name, note, cells }) => {
    const [target, result] = [cells[at('target')]?.value ?? null, cells[at('result')]?.value ?? null]
    if (target === null || result === null) return []
    const unit = note === '%' ? '%' : note === '' ? '' : ` ${note}`
    return [
      `Chỉ tiêu “${name}”: đạt ${formatNumber(result)}${unit}, chỉ tiêu giao ${formatNumber(target)}${unit}.`,
    ]
  })
}
