import { body, boldLength, size } from './layout.ts'
import { padding, points, thin, verticalPadding } from './pdf-points.ts'
import type { Block, Table } from './tree.ts'

/** Height of a line of Tinos, in sizes of its letters. */
const lineOfFont = 1.15
/** Lines are broken between words, so a text takes somewhat more than its length. */
const ragged = 1.08
/** A text is not begun at the foot of a page with fewer lines. */
const firstLines = 2

/**
 * The height in points that a heading or a caption needs below its top so that it stands on one page with what it
 * heads: further headings, then two lines of text, or the heading of a table with its first row. `width` in mm.
 */
export function roomFrom(blocks: readonly Block[], index: number, width: number): number {
  const block = blocks[index]
  if (block === undefined) return 0
  if (block.kind === 'table') return tableRoom(block, width)
  const lines = linesOf(printed(block), size.body, width - body.firstLine)
  const oneLine = size.body * lineOfFont * (block.kind === 'caption' ? 1 : body.lineSpacing)
  if (block.kind !== 'heading' && block.kind !== 'caption') return Math.min(lines, firstLines) * oneLine
  const above = blocks[index + 1]?.kind === 'caption' ? body.gap : 0
  return lines * oneLine + body.gap + above + roomFrom(blocks, index + 1, width)
}

/** Headings of the first level are set in capitals, and take all the more room; the others are counted so too. */
function printed(block: Exclude<Block, Table>): string {
  return block.kind === 'heading' ? `${block.mark} ${block.text.toUpperCase()}` : block.text
}

export const tableLetters = ({ columns }: Table): number => (columns.length > 8 ? size.wideTable : size.table)

function tableRoom(table: Table, width: number): number {
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  const letters = tableLetters(table)
  const height = (cells: readonly string[]) => {
    const lines = table.columns.map(({ share }, index) =>
      linesOf(cells[index] ?? '', letters, (width * share) / shares - (2 * padding) / points(1)),
    )
    return Math.max(...lines) * letters * lineOfFont + 2 * verticalPadding + thin
  }
  const [first] = table.rows
  return height(table.columns.map(({ heading }) => heading)) + (first ? height(first.cells) : 0)
}

function linesOf(text: string, letters: number, width: number): number {
  return Math.max(1, Math.ceil((boldLength(text, letters) * ragged) / width))
}
