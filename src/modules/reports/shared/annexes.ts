import { formatDay, vietnamDay } from '#base/day.ts'
import { allRows, type ReportCell, type ReportContent, type ReportTable } from './content.ts'

/** A number, "not applicable", or nothing: what is not known is not zero. */
export function hasWord({ source, value }: ReportCell): boolean {
  return source === 'not-applicable' || value !== null
}

/** Whether anything stands in the table but its headings. */
export function isBlankTable(table: Pick<ReportTable, 'rows' | 'total'>): boolean {
  return !allRows(table).some(({ cells }) => cells.some(hasWord))
}

/**
 * The tables that stand as annexes, in the order of their numbers: in a draft all, to be filled; of a finished report
 * those in which something is known (the document names the others), so that no number is left out.
 */
export function printedTables({ tables }: Pick<ReportContent, 'tables'>, isDraft: boolean): ReportTable[] {
  return tables.filter((table) => table.rows.length > 0 && (isDraft || !isBlankTable(table)))
}

/** Every typed number with its author and reason (report-outline.md, rule 1); how many have reported (rule 2). */
export function tableNotes(table: ReportTable, content: ReportContent): string[] {
  const { done, all, lower } = content.reported
  const typed = allRows(table).flatMap((row) =>
    row.cells.flatMap((cell, index) => {
      if (!cell.typed) return []
      const heading = table.columns[index]?.heading ?? ''
      const { by, at, reason } = cell.typed
      return [`(*) ${row.name}, ${heading}: ${reason} (${by}, ${formatDay(vietnamDay(new Date(at)))}).`]
    }),
  )
  const about = table.key === 'targets' || all === 0 ? '' : ` Số liệu của ${done}/${all} ${lower}.`
  const sample = content.sample ? ' Số liệu có dữ liệu mẫu không có thật.' : ''
  return [
    `Tính đến ngày ${formatDay(content.asOf)}.${about} Ô để trống là chưa có số liệu.${sample}`,
    ...typed,
  ]
}

/** `ngày 05/12/2026`, or empty places while the office has not given number and day (NĐ 30/2020/NĐ-CP Art. 15). */
export type Issued = { number: string; on: string } | undefined

/** `Báo cáo số 12/BC-UBND ngày 05/12/2026 của Ủy ban nhân dân xã Đăk Hà`. */
export function attachedTo({ head }: Pick<ReportContent, 'head'>, year: number, issued: Issued): string {
  const number = issued ? issued.number.padStart(2, '0') : '      '
  const day = issued ? `ngày ${formatDay(issued.on)}` : `ngày     tháng     năm ${year}`
  return `Báo cáo số ${number}/${head.symbol} ${day} của ${head.issuer}`
}
