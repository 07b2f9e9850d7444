import type { PdfNode, PdfTableLayout } from 'pdfmake'
import { body, size } from './layout.ts'
import type { Block, Table } from './tree.ts'

/** mm to points of 1/72 inch, in which PDF counts. */
export function points(millimetres: number): number {
  return (millimetres / 25.4) * 72
}

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

/** Points. */
const thin = 0.5
const padding = 3

const thinLines: PdfTableLayout = {
  hLineWidth: () => thin,
  vLineWidth: () => thin,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 1.5,
  paddingBottom: () => 1.5,
}

/** The blocks of a body or an annex, in a text width of `width` mm. */
export function blockNodes(blocks: readonly Block[], width: number): PdfNode[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableNodes(block, width) : [textNode(block)]))
}

function textNode(block: Exclude<Block, Table>): PdfNode {
  switch (block.kind) {
    case 'heading': {
      const text = block.level === 1 ? block.text.toUpperCase() : block.text
      return paragraph(`${block.mark} ${text}`, { bold: true, headlineLevel: 1 })
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
function tableNodes(table: Table, width: number): PdfNode[] {
  const fontSize = table.columns.length > 8 ? size.wideTable : size.table
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const room = points(width) - thin
  const widths = table.columns.map((column) => (room * column.share) / shares - 2 * padding - thin)
  const cell = (text: string, more: PdfNode): PdfNode =>
    line(text, fontSize, { verticalAlignment: 'middle', ...more })
  const drawn: PdfNode = {
    layout: thinLines,
    table: {
      widths,
      headerRows: 1,
      dontBreakRows: true,
      body: [
        table.columns.map((column) => cell(column.heading, { bold: true })),
        ...table.rows.map((row) =>
          table.columns.map((column, index) =>
            cell(row.cells[index] ?? '', { alignment: column.align, bold: row.bold ?? false }),
          ),
        ),
      ],
    },
  }
  const notes = (table.notes ?? []).map((text) =>
    line(text, size.note, { italics: true, alignment: 'left', margin: [0, 3, 0, 3] }),
  )
  return [drawn, ...notes]
}
