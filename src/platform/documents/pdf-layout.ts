import type { PdfDefinition, PdfNode } from 'pdfmake'
import { roman } from '#base/roman.ts'
import {
  body,
  boldLength,
  endingColumns,
  headingColumns,
  landscapeTextWidth,
  page,
  size,
  textWidth,
} from './layout.ts'
import { blockNodes, isHeadTooLow, line, noLines, partedAt, ruleNode } from './pdf-blocks.ts'
import { points } from './pdf-points.ts'
import {
  basisLines,
  issuerLines,
  superiorLines,
  numberLine,
  placeDateLine,
  recipientLines,
  withEndMark,
  type Annex,
  type OfficialDocument,
  type Signature,
} from './tree.ts'

const nation = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Tables whose end a page end parts: `found` while a document is drawn, `known` from the drawing before. */
export type PartedTables = { known: ReadonlySet<string>; found: Set<string> }

/** The same layout as docx.ts draws (Nghị định 30/2020/NĐ-CP, Annex I), for pdfmake. */
export function pdfDefinition(
  document: OfficialDocument,
  { known: parted, found }: PartedTables = { known: new Set(), found: new Set() },
): PdfDefinition {
  const numbered = document.annexes.length > 1
  return {
    pageSize: 'A4',
    pageMargins: [points(page.left), points(page.top), points(page.right), points(page.bottom)],
    defaultStyle: { font: 'Tinos', fontSize: size.body },
    info: { title: `${document.typeName} ${document.subject}`, author: document.issuer },
    pageBreakBefore: (node, around) => {
      const name = partedAt(node, () => around.getFollowingNodesOnPage())
      if (name !== undefined) found.add(name)
      return isHeadTooLow(node)
    },
    content: [
      section('portrait', [
        headingTable(document),
        ...titleNodes(document),
        ...blockNodes(withEndMark(document.body), textWidth, { part: 'body', parted }),
        ending(document),
      ]),
      ...document.annexes.map((annex, index) =>
        section(
          annex.page,
          annexNodes(annex, numbered ? ` ${roman(index + 1)}` : '', { part: String(index), parted }),
        ),
      ),
    ],
  }
}

/** Pages of their own with their own numbers: in the middle of the top margin, none on the first. */
function section(pageOrientation: Annex['page'], nodes: readonly PdfNode[]): PdfNode {
  let first: number | undefined
  return {
    pageOrientation,
    section: nodes,
    header: (number) => {
      first ??= number
      if (number === first) return null
      const text = String(number - first + 1)
      return { text, fontSize: size.pageNumber, alignment: 'center', margin: [0, points(page.header), 0, 0] }
    },
  }
}

/** Boxes 1-4 of the official drawing, as docx-heading.ts sets them. */
function headingTable(document: OfficialDocument): PdfNode {
  const { left, right } = headingColumns
  const issuer = issuerLines(document)
  const superior = superiorLines(document).map((text) => line(text, size.nation))
  const issuerRule = Math.min(boldLength(issuer.at(-1) ?? '', size.nation), left * 0.9) * 0.42
  const place = line(placeDateLine(document), size.placeDate, { italics: true, margin: [0, 6, 0, 0] })
  return {
    layout: noLines,
    table: {
      widths: [points(left), points(right)],
      body: [
        [
          {
            stack: [
              ...superior,
              ...issuer.map((text) => line(text, size.nation, { bold: true })),
              ruleNode(issuerRule, left),
            ],
          },
          {
            stack: [
              line(nation, size.nation, { bold: true }),
              line(motto, size.motto, { bold: true }),
              ruleNode(boldLength(motto, size.motto), right),
            ],
          },
        ],
        [line(numberLine(document), size.number, { margin: [0, 6, 0, 0] }), place],
      ],
    },
  }
}

/** Boxes 5a, 9a and the bases of box 6. */
function titleNodes(document: OfficialDocument): PdfNode[] {
  const subjectRule = Math.min(boldLength(document.subject, size.subject), textWidth * 0.9) * 0.36
  const addressees = document.addressees.map((text, index) =>
    line(index === 0 ? `Kính gửi: ${text}` : text, size.body, { margin: [0, 0, 0, 6] }),
  )
  return [
    line(document.typeName.toUpperCase(), size.type, { bold: true, margin: [0, 18, 0, 0] }),
    line(document.subject, size.subject, { bold: true }),
    { ...ruleNode(subjectRule, textWidth), margin: [0, 2, 0, 12] },
    ...addressees,
    ...basisLines(document.bases).map((text) =>
      line(text, size.body, {
        italics: true,
        alignment: 'justify',
        leadingIndent: points(body.firstLine),
        margin: [0, 0, 0, 6],
      }),
    ),
  ]
}

/** Recipients on the left, signature on the right, never parted by a page end. */
function ending(document: OfficialDocument): PdfNode {
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columns: [
      {
        width: points(endingColumns.left),
        stack: [
          line('Nơi nhận:', size.recipientsHead, { bold: true, italics: true, alignment: 'left' }),
          ...recipientLines(document.recipients).map((text) =>
            line(text, size.recipients, { alignment: 'left' }),
          ),
        ],
      },
      { width: points(endingColumns.right), stack: signatureNodes(document.signature) },
    ],
  }
}

function signatureNodes(signature: Signature): PdfNode[] {
  return [
    ...[...signature.power, signature.title].map((text) =>
      line(text.toUpperCase(), size.body, { bold: true }),
    ),
    // Room for the signature and the red seal.
    line(signature.name ?? ' ', size.body, { bold: true, margin: [0, 78, 0, 0] }),
  ]
}

/** Of several annexes each has its Roman number; a single one has none. */
function annexNodes(annex: Annex, number: string, placed: Parameters<typeof blockNodes>[2]): PdfNode[] {
  return [
    line(`Phụ lục${number}`, size.body, { bold: true }),
    line(annex.title.toUpperCase(), size.body, { bold: true }),
    line(`(Kèm theo ${annex.attachedTo})`, size.body, { italics: true, margin: [0, 0, 0, 12] }),
    ...blockNodes(annex.body, annex.page === 'landscape' ? landscapeTextWidth : textWidth, placed),
  ]
}
