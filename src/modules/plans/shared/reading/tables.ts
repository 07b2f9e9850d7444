import { tidy } from '#base/text.ts'
import { matchingKey } from './matching-key.ts'
import type { Entry } from './outline.ts'

export type Table = { header: string[]; rows: string[][] }

/** Cells of a copied table; a heading spread over two rows is put together. */
export function readTable(entry: Entry): Table {
  const rows = entry.rows.map(cellsOf).filter((cells) => cells.some((cell) => cell !== ''))
  const [first = [], second = [], ...others] = rows
  const isSecondHeader =
    second.length > 0 && rows.length > 2 && isHeaderPart(second) && !/\d/.test(second[0] ?? '')
  if (!isSecondHeader) return { header: first, rows: second.length > 0 ? [second, ...others] : [] }
  return { header: joinHeaders(first, second), rows: others }
}

function cellsOf(row: string): string[] {
  const cells = row.includes('|')
    ? row
        .replace(/^\s*\|/, '')
        .replace(/\|\s*$/, '')
        .split('|')
    : row.split('\t')
  return cells.map(tidy)
}

function isHeaderPart(cells: readonly string[]): boolean {
  return cells
    .filter((cell) => cell !== '')
    .every((cell) =>
      /^(?:năm\s*)?(?:19|20)\d{2}$|^(?:chủ trì|phối hợp|kế hoạch|thực hiện|đơn vị|số lượng|tỷ lệ)/u.test(
        matchingKey(cell),
      ),
    )
}

/** A cell over several columns is copied once; the second row names the columns below it. */
function joinHeaders(first: readonly string[], second: readonly string[]): string[] {
  if (first.length === second.length)
    return first.map((cell, index) => tidy(`${cell} ${second[index] ?? ''}`))
  const filled = second.filter((cell) => cell !== '')
  return [
    ...first.slice(0, Math.max(0, first.length - 1)),
    ...filled.map((cell) => tidy(`${first.at(-1) ?? ''} ${cell}`)),
  ]
}

export function columnOf(header: readonly string[], pattern: RegExp): number {
  return header.findIndex((cell) => pattern.test(matchingKey(cell)))
}
