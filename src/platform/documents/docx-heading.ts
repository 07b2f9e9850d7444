import {
  type Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { lineParagraph, rule, twips } from './docx-parts.ts'
import { boldLength, headingColumns, size, textWidth } from './layout.ts'
import {
  basisLines,
  issuerLines,
  numberLine,
  placeDateLine,
  superiorLines,
  type OfficialDocument,
} from './tree.ts'

/** Box 1: the national name and motto, word for word. */
const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Boxes 1-4 of the official drawing: bodies and national name, number and place with date. */
export function headingTable(document: OfficialDocument): Table {
  const superior = superiorLines(document).map((text) => lineParagraph({ text, size: size.nation }))
  const issuer = issuerLines(document)
  const last = issuer.at(-1) ?? ''
  return invisibleTable(
    [headingColumns.left, headingColumns.right],
    [
      [
        [
          ...superior,
          ...issuer.map((text) => lineParagraph({ text, size: size.nation, bold: true })),
          rule(shareOfText(last, size.nation, headingColumns.left, 0.42), headingColumns.left),
        ],
        [
          lineParagraph({ text: nation, size: size.nation, bold: true }),
          lineParagraph({ text: motto, size: size.motto, bold: true }),
          rule(boldLength(motto, size.motto), headingColumns.right),
        ],
      ],
      [
        [lineParagraph({ text: numberLine(document), size: size.number, before: 6 })],
        [lineParagraph({ text: placeDateLine(document), size: size.placeDate, italics: true, before: 6 })],
      ],
    ],
  )
}

/** Boxes 5a, 9a and the bases of box 6. */
export function titleBlock(document: OfficialDocument): Paragraph[] {
  const subjectSize = size.subject
  return [
    lineParagraph({
      text: document.typeName.toUpperCase(),
      size: size.type,
      bold: true,
      before: 18,
      keepNext: true,
    }),
    lineParagraph({ text: document.subject, size: subjectSize, bold: true, keepNext: true }),
    rule(shareOfText(document.subject, subjectSize, textWidth, 0.36), textWidth, 12),
    ...addresseeLines(document.addressees),
    ...basisLines(document.bases).map((text) =>
      lineParagraph(
        { text, size: size.body, italics: true, align: 'justify', after: 6 },
        { indent: { firstLine: twips(12.7) } },
      ),
    ),
  ]
}

/** "Kính gửi": one addressee on the same line, several each on a line of its own (Annex I, box 9a). */
function addresseeLines(addressees: readonly string[]): Paragraph[] {
  const [first] = addressees
  if (first === undefined) return []
  if (addressees.length === 1)
    return [lineParagraph({ text: `Kính gửi: ${first}`, size: size.body, after: 12 })]
  const list = addressees.map((text, index) => `- ${text}${index === addressees.length - 1 ? '.' : ';'}`)
  return [
    lineParagraph({ text: 'Kính gửi:', size: size.body, align: 'left' }, { indent: { left: twips(35) } }),
    ...list.map((text) =>
      lineParagraph({ text, size: size.body, align: 'left' }, { indent: { left: twips(45) } }),
    ),
    lineParagraph({ text: '', size: size.body }),
  ]
}

/** Of a text that wraps, the share of the column counts. */
function shareOfText(text: string, points: number, column: number, share: number): number {
  return Math.min(boldLength(text, points), column * 0.9) * share
}

/** A table that only places text: widths in mm, no borders, no padding. */
export function invisibleTable(columns: readonly number[], rows: readonly Paragraph[][][]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(columns.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(twips),
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                children,
                verticalAlign: VerticalAlignTable.TOP,
                width: { size: twips(columns[index] ?? 0), type: WidthType.DXA },
              }),
          ),
        }),
    ),
  })
}
