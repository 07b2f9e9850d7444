/**
 * Tables copied from a web page often come with every cell on a line of its own:
 * "STT", "Chỉ tiêu", "Năm 2025", "1", "Tỷ lệ ...", "90%", "2", ... They are put back into rows.
 */
export function joinCellLines(lines: readonly string[]): string[] {
  const result: string[] = []
  for (let at = 0; at < lines.length;) {
    const table = isFirstHeading(lines[at]) ? readCells(lines, at) : undefined
    result.push(...(table ? table.rows : [lines[at] ?? '']))
    at = table ? table.end : at + 1
  }
  return result
}

const mostColumns = 12
const longestHeading = 80

function isFirstHeading(line: string | undefined): boolean {
  const text = (line ?? '').trim()
  return /^(?:STT|TT|Stt|Số TT)$/.test(text) || loneCell.test(text)
}

/** Some copies leave the bar behind each cell: "Chỉ tiêu |", "Nội dung |", "Năm 2025 |". */
const loneCell = /^[^|]{1,80}\|$/u

type Cells = { rows: string[]; end: number }

function readCells(lines: readonly string[], start: number): Cells | undefined {
  const heading = readHeadings(lines, start)
  if (heading.length < 3) return undefined
  const rows = [heading]
  let row = nextCells(lines, endOf(heading), heading.length)
  while (row.length === heading.length && row[0]?.text === String(rows.length)) {
    rows.push(row)
    row = nextCells(lines, endOf(row), heading.length)
  }
  return rows.length > 1 ? { rows: rows.map(toRow), end: endOf(rows.at(-1) ?? heading) } : undefined
}

/** The cells before the "1" of the first row; none when they are no headings. */
function readHeadings(lines: readonly string[], start: number): Cell[] {
  const cells = nextCells(lines, start, mostColumns + 1)
  const width = cells.findIndex(({ text }) => text === '1')
  const heading = cells.slice(0, Math.max(0, width))
  return heading.some(({ text }) => text.length > longestHeading) ? [] : heading
}

function endOf(cells: readonly Cell[]): number {
  return cells.at(-1)?.next ?? 0
}

type Cell = { text: string; next: number }

/** The next lines that are not blank. */
function nextCells(lines: readonly string[], start: number, count: number): Cell[] {
  const cells: Cell[] = []
  for (let at = start; at < lines.length && cells.length < count; at += 1) {
    const text = (lines[at] ?? '').replace(/\|\s*$/, '').trim()
    if (text !== '') cells.push({ text, next: at + 1 })
  }
  return cells
}

function toRow(cells: readonly Cell[]): string {
  return `| ${cells.map(({ text }) => text.replaceAll('|', '/')).join(' | ')} |`
}
