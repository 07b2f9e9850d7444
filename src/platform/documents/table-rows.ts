/** A cell with its lines and the columns and rows it stands over (1 for a plain one). */
export type Cell = { lines: string[]; columns: number; rows: number }

/**
 * A table as pipe rows of one width, so that each column stays under its heading. What a merged cell says holds
 * for each row it stands over; in the heading it is written once, above the names of the columns below it.
 */
export function pipeRows(table: readonly (readonly Cell[])[]): string[] {
  const heading = Math.max(1, ...(table[0] ?? []).map(({ rows }) => rows))
  const width = Math.max(...table.map(widthOf))
  const open: (Open | undefined)[] = []
  return table.map((row, at) => {
    const [only] = row
    if (only && row.length === 1 && only.columns === width && width > 1 && at === 0) return textOf(only)
    const cells = cellsOf(row, open, { inHeading: at < heading })
    return `| ${cells.join(' | ')} |`
  })
}

/** A cell that goes on below the row in which it stands. */
type Open = { text: string; rowsLeft: number }

function cellsOf(
  row: readonly Cell[],
  open: (Open | undefined)[],
  { inHeading }: { inHeading: boolean },
): string[] {
  const cells: string[] = []
  const takeOpen = (): void => {
    for (let above = open[cells.length]; above; above = open[cells.length]) {
      above.rowsLeft -= 1
      if (above.rowsLeft === 0) open[cells.length] = undefined
      cells.push(inHeading ? '' : above.text)
    }
  }
  for (const cell of row) {
    takeOpen()
    const text = textOf(cell)
    for (let column = 0; column < cell.columns; column += 1) {
      if (cell.rows > 1) open[cells.length] = { text, rowsLeft: cell.rows - 1 }
      cells.push(column === 0 || inHeading ? text : '')
    }
  }
  takeOpen()
  return cells
}

function widthOf(row: readonly Cell[]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0)
}

function textOf({ lines }: Cell): string {
  return lines.join(' ').replaceAll('|', '/')
}
