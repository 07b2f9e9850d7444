import type { ReportCell } from '#modules/reports/shared/content.ts'
import type { Report } from '#modules/reports/shared/contract.ts'

/** The cell of a report's reply by its key: `children.total.under-6`. */
export function cellOf({ content }: Pick<Report, 'content'>, key: string): ReportCell {
  for (const table of content.tables) {
    const rows = table.total ? [...table.rows, table.total] : table.rows
    const found = rows.flatMap((row) => row.cells).find((cell) => cell.key === key)
    if (found) return found
  }
  throw new Error(`no cell ${key}`)
}
