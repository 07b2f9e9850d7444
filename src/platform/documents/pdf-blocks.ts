import type { PdfNode, PdfTableLayout } from 'pdfmake'
import { body, size } from './layout.ts'
import { padding, points, thin, verticalPadding } from './pdf-points.ts'
import { roomFrom, tableLetters } from './pdf-room.ts'
import type { Block, Table } from './tree.ts'

/** `fontSize` in points; in the middle unless `more` says otherwise. */
export function line(text: string, fontSize: number, more: PdfNode = {}): PdfNode {
  return { text: together(text), fontSize, alignment: 'center', ...more }
}

/** A number and symbol such as `1437/QĐ-TTg` is one word: it neither breaks nor stretches (U+2060 word joiner). */
function together(text: string): string {
  return text.replace(/(?<=[\p{L}\d])([/-])(?=[\p{L}\d])/gu, '$1\u2060')
}

/** A rule of `length` mm in the middle of a column of `column` mm. */
export function ruleNode(length: number, column: number): PdfNode {
  const from = points((column - length) / 2)
  return {
    canvas: [{ type: 'line', x1: from, y1: 2, x2: from + points(length), y2: 2, lineWidth: 0.75 }],
  }
}

/** A table that only places text. */
const none = (): number => 0

export const noLines: PdfTableLayout = {
  hLineWidth: none,
  vLineWidth: none,
  paddingLeft: none,
  paddingRight: none,
  paddingTop: none,
  paddingBottom: none,
}

const thinLines: PdfTableLayout = {
  hLineWidth: () => thin,
  vLineWidth: () => thin,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => verticalPadding,
  paddingBottom: () => verticalPadding,
}

/** Where blocks stand: a name for the part of the document, and the tables of it that begin a page for their end. */
type Placed = { part: string; parted: ReadonlySet<string> }

/**
 * The blocks of a body or an annex, in a text width of `width` mm. A heading or a caption carries its place and the room
 * it needs as its id, which pdfmake wants unlike all others: of what we set, it tells no more of a node.
 */
export function blockNodes(blocks: readonly Block[], width: number, { part, parted }: Placed): PdfNode[] {
  return blocks.flatMap((block, index) => {
    const name = `${part}.${index}`
    if (block.kind === 'heading' || block.kind === 'caption')
      return [{ ...textNode(block), id: `head ${name} ${roomFrom(blocks, index, width)}` }]
    if (block.kind !== 'table') return [textNode(block)]
    return parted.has(name) ? partedTable(block, width) : tableNodes(block, width, name)
  })
}

/** Rows that stay together at the end of a table with the first note, as in docx-body.ts. */
const keptRows = 2

/** pdfmake cannot keep rows together: the end is a table of its own on a new page, under the same heading. */
function partedTable(table: Table, width: number): PdfNode[] {
  const at = table.rows.length - keptRows
  const [first] = tableNodes({ ...table, rows: table.rows.slice(0, at), notes: [] }, width)
  const [end, ...notes] = tableNodes({ ...table, rows: table.rows.slice(at) }, width)
  return [...(first ? [first] : []), ...(end ? [{ ...end, pageBreak: 'before' as const }] : []), ...notes]
}

/** What pdfmake tells of a node when it asks about a page end; `verticalRatio` is the share of the page above it. */
type PlacedNode = { id?: string; startPosition?: { pageInnerHeight: number; verticalRatio: number } }

/**
 * Whether a heading begins a new page because what it heads does not begin on this one. It goes by measured heights:
 * the pages that pdfmake names for the rows of a table are those from which it has moved them.
 */
export function isHeadTooLow({ id, startPosition }: PlacedNode): boolean {
  const room = /^head \S+ (.+)$/.exec(id ?? '')?.[1]
  if (room === undefined || startPosition === undefined) return false
  return startPosition.pageInnerHeight * (1 - startPosition.verticalRatio) < Number(room)
}

/** The table whose end is parted by the page end: of its last rows, or of its last row and the first note. */
export function partedAt({ id }: PlacedNode, following: () => readonly PlacedNode[]): string | undefined {
  const name = id === undefined ? undefined : /^end (.+)$/.exec(id)?.[1]
  if (name === undefined || following().some((node) => node.id === `after ${name}`)) return undefined
  return name
}

function textNode(block: Exclude<Block, Table>): PdfNode {
  switch (block.kind) {
    case 'heading': {
      const text = block.level === 1 ? block.text.toUpperCase() : block.text
      return paragraph(`${block.mark} ${text}`, { bold: true })
    }
    case 'caption':
      return line(block.text, size.body, { bold: true, margin: [0, 6, 0, 6] })
    case 'clause':
      return paragraph(`${block.mark} ${block.text}`)
    case 'paragraph':
      return paragraph(block.text, { italics: block.italic ?? false })
  }
}

/** Body text, as `bodyParagraph` of docx-body.ts. */
function paragraph(text: string, more: PdfNode = {}): PdfNode {
  return line(text, size.body, {
    alignment: 'justify',
    leadingIndent: points(body.firstLine),
    lineHeight: body.lineSpacing,
    margin: [0, 0, 0, body.gap],
    ...more,
  })
}

/** pdfmake counts widths without padding and lines, so they are taken off each column. */
function tableNodes(table: Table, width: number, name?: string): PdfNode[] {
  const fontSize = tableLetters(table)
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const room = points(width) - thin
  const widths = table.columns.map((column) => (room * column.share) / shares - 2 * padding - thin)
  const cell = (text: string, more: PdfNode): PdfNode =>
    line(text, fontSize, { verticalAlignment: 'middle', ...more })
  const markOf = (mark: 'end' | 'after'): PdfNode => (name === undefined ? {} : { id: `${mark} ${name}` })
  const place = (row: number): PdfNode => {
    const left = table.rows.length - row
    if (left === keptRows && row > 0) return markOf('end')
    return left === 1 && (table.notes ?? []).length === 0 ? markOf('after') : {}
  }
  const drawn: PdfNode = {
    layout: thinLines,
    table: {
      widths,
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        table.columns.map((column) => cell(column.heading, { bold: true })),
        ...table.rows.map((row, number) =>
          table.columns.map((column, index) =>
            cell(row.cells[index] ?? '', {
              ...{ alignment: column.align, bold: row.bold ?? false },
              ...(index === 0 ? place(number) : {}),
            }),
          ),
        ),
      ],
    },
  }
  const notes = (table.notes ?? []).map((text, index) =>
    line(text, size.note, {
      ...{ italics: true, alignment: 'left', margin: [0, 3, 0, 3] },
      ...(index === 0 ? markOf('after') : {}),
    }),
  )
  return [drawn, ...notes]
}
