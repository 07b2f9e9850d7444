import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  ImageRun,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { lineParagraph, twips } from './docx-parts.ts'
import { drawingPng } from './drawing-png.ts'
import { type SheetCell, sheetPage, type SheetPart, sheetSize, sheetWidth, type WorkSheet } from './sheet.ts'

/** A box to tick (U+2610); Word takes it from a font of symbols. */
const box = '\u2610 '
/** Pixels of the library: 96 to the inch. */
const pixels = (millimetres: number): number => Math.round((millimetres / 25.4) * 96)

/** The sheet as .docx: the headings of its tables repeat on each page. */
export async function sheetDocxFile(sheet: WorkSheet): Promise<Uint8Array> {
  const margin = twips(sheetPage.margin)
  const landscape = sheet.page === 'landscape'
  const file = new Document({
    title: sheet.title,
    creator: '',
    description: '',
    styles: {
      default: {
        document: {
          run: { font: 'Times New Roman', size: sheetSize.text * 2, language: { value: 'vi-VN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: twips(sheetPage.width),
              height: twips(sheetPage.height),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { top: margin, bottom: margin, left: margin, right: margin },
          },
        },
        footers: { default: footer(sheet.foot) },
        children: [
          lineParagraph({ text: sheet.title, size: sheetSize.title, bold: true }),
          ...sheet.lead.map((text) => lineParagraph({ text, size: sheetSize.lead })),
          ...sheet.parts.flatMap((part) => partOf(part, sheet.page)),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

function footer(text: string): Footer {
  const size = sheetSize.foot * 2
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: [`${text}  ·  `, PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size }),
        ],
      }),
    ],
  })
}

function partOf(part: SheetPart, page: WorkSheet['page']): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [
        lineParagraph({
          ...{ text: part.text, size: sheetSize.heading, bold: true, align: 'left' },
          ...{ before: 10, after: 3, keepNext: true },
        }),
      ]
    case 'text':
      return [lineParagraph({ text: part.text, size: sheetSize.text, align: 'left', before: 1, after: 1 })]
    case 'drawing':
      return [captionOf(part), drawingOf(part)]
    case 'table':
      return [tableOf(part, page)]
  }
}

/** Readers that show the picture without words still have these. */
function captionOf({ alternative, newPage }: Extract<SheetPart, { kind: 'drawing' }>): Paragraph {
  const line = { text: alternative, size: sheetSize.text, italics: true, keepNext: true } as const
  return lineParagraph(line, { pageBreakBefore: newPage })
}

function drawingOf(part: Extract<SheetPart, { kind: 'drawing' }>): Paragraph {
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(part.svg, 'utf8'),
    fallback: { type: 'png', data: Buffer.from(drawingPng(part)) },
    transformation: { width: pixels(part.width), height: pixels(part.height) },
    altText: { title: part.alternative, description: part.alternative, name: part.alternative },
  })
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [image] })
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const borders = { top: thin, bottom: thin, left: thin, right: thin }

function tableOf(part: Extract<SheetPart, { kind: 'table' }>, page: WorkSheet['page']): Table {
  const shares = part.columns.reduce((sum, { share }) => sum + share, 0)
  const widths = part.columns.map(({ share }) => twips((sheetWidth(page) * share) / shares))
  const size = sheetSize.table
  const cell = (children: Paragraph[], column: number) =>
    new TableCell({
      ...{ borders, children, width: { size: widths[column] ?? 0, type: WidthType.DXA } },
      margins: { left: 60, right: 60 },
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: part.columns.map(({ heading }, column) =>
      cell([lineParagraph({ text: heading, size, bold: true })], column),
    ),
  })
  const rows = part.rows.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        height: { value: twips(part.rowHeight ?? 0), rule: HeightRule.ATLEAST },
        children: part.columns.map(({ align = 'left' }, column) =>
          cell(
            linesOf(row[column] ?? '').map((text) => lineParagraph({ text, size, align })),
            column,
          ),
        ),
      }),
  )
  return new Table({
    ...{ rows: [head, ...rows], columnWidths: widths, layout: TableLayoutType.FIXED },
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
  })
}

function linesOf(cell: SheetCell): string[] {
  return typeof cell === 'string'
    ? cell.split('\n')
    : cell.map(({ box: isBox, text }) => (isBox ? box + text : text))
}
