import type { PdfDefinition, PdfNode, PdfTableLayout } from 'pdfmake'
import { points } from './pdf-points.ts'
import { type SheetCell, sheetPage, type SheetPart, sheetSize, sheetWidth, type WorkSheet } from './sheet.ts'

const thin = 0.5
const padding = 3
/** Side of a box to tick, in points: 3.5 mm, as large as a capital with room for a cross. */
const boxSide = 9.5

const lines: PdfTableLayout = {
  hLineWidth: () => thin,
  vLineWidth: () => thin,
  paddingLeft: () => padding,
  paddingRight: () => padding,
  paddingTop: () => 2,
  paddingBottom: () => 2,
}

/** A sheet as pdfmake draws it: A4, the heads of tables on every page, no row cut in two. */
export function sheetDefinition(sheet: WorkSheet): PdfDefinition {
  const margin = points(sheetPage.margin)
  return {
    pageSize: 'A4',
    pageOrientation: sheet.page,
    pageMargins: [margin, margin, margin, points(sheetPage.margin + 4)],
    defaultStyle: { font: 'Tinos', fontSize: sheetSize.text },
    info: { title: sheet.title, author: '' },
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, around) =>
      node.headlineLevel === 1 && around.getFollowingNodesOnPage().length === 0,
    footer: (page, pages) => ({
      text: `${sheet.foot}  ·  ${page}/${pages}`,
      fontSize: sheetSize.foot,
      alignment: 'center',
      margin: [0, 4, 0, 0],
    }),
    content: [
      { text: sheet.title, fontSize: sheetSize.title, bold: true, alignment: 'center' },
      ...sheet.lead.map((text): PdfNode => ({ text, fontSize: sheetSize.lead, alignment: 'center' })),
      ...sheet.parts.map((part) => partNode(part, sheet.page)),
    ],
  }
}

function partNode(part: SheetPart, page: WorkSheet['page']): PdfNode {
  switch (part.kind) {
    case 'heading':
      return {
        text: part.text,
        fontSize: sheetSize.heading,
        bold: true,
        margin: [0, 10, 0, 3],
        headlineLevel: 1,
      }
    case 'text':
      return { text: part.text, margin: [0, 1, 0, 1] }
    case 'drawing':
      return {
        ...{ svg: part.svg, width: points(part.width), height: points(part.height), margin: [0, 6, 0, 4] },
        ...(part.newPage ? { pageBreak: 'before' } : {}),
      }
    case 'table':
      return tableNode(part, page)
  }
}

function tableNode(part: Extract<SheetPart, { kind: 'table' }>, page: WorkSheet['page']): PdfNode {
  const shares = part.columns.reduce((sum, { share }) => sum + share, 0)
  const room = points(sheetWidth(page)) - thin
  const widths = part.columns.map(({ share }) => (room * share) / shares - 2 * padding - thin)
  const height = points(part.rowHeight ?? 0)
  const heads = part.columns.map(({ heading }): PdfNode => ({
    ...{ text: heading, bold: true, fontSize: sheetSize.table, alignment: 'center' },
  }))
  return {
    layout: lines,
    margin: [0, 4, 0, 4],
    table: {
      widths,
      heights: (row) => (row === 0 ? 0 : height),
      headerRows: 1,
      dontBreakRows: true,
      body: [
        heads,
        ...part.rows.map((row) =>
          part.columns.map(({ align = 'left' }, index) => cellNode(row[index] ?? '', align)),
        ),
      ],
    },
  }
}

function cellNode(cell: SheetCell, alignment: 'left' | 'center' | 'right'): PdfNode {
  if (typeof cell === 'string') return { text: cell, fontSize: sheetSize.table, alignment }
  return { stack: cell.map(({ box, text }) => (box ? tickNode(text) : { text, fontSize: sheetSize.table })) }
}

function tickNode(text: string): PdfNode {
  return {
    columns: [
      {
        width: boxSide + 4,
        canvas: [{ type: 'rect', x: 0, y: 1.5, w: boxSide, h: boxSide, lineWidth: 0.75 }],
      },
      { text, fontSize: sheetSize.table },
    ],
    margin: [0, 0, 0, 2],
  }
}
