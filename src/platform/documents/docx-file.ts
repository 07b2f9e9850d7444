import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
  type ISectionOptions,
} from 'docx'
import { roman } from '#base/roman.ts'
import { blockParts } from './docx-body.ts'
import { headingTable, invisibleTable, titleBlock } from './docx-heading.ts'
import { lineParagraph, twips } from './docx-parts.ts'
import { endingColumns, landscapeTextWidth, page, size, textWidth } from './layout.ts'
import { recipientLines, withEndMark, type Annex, type OfficialDocument, type Signature } from './tree.ts'

/** The document as a .docx file in the layout of Nghị định 30/2020/NĐ-CP, Annex I. */
export async function docxFile(document: OfficialDocument): Promise<Uint8Array> {
  const file = new Document({
    creator: document.issuer,
    title: `${document.typeName} ${document.subject}`,
    description: '',
    styles: {
      default: {
        document: { run: { font: 'Times New Roman', size: size.body * 2, language: { value: 'vi-VN' } } },
      },
    },
    sections: [
      section('portrait', [
        headingTable(document),
        ...titleBlock(document),
        ...blockParts(withEndMark(document.body), textWidth),
        lineParagraph({ text: '', size: size.recipients }),
        endingTable(document),
      ]),
      ...document.annexes.map((annex, index) =>
        section(annex.page, annexParts(annex, document.annexes.length > 1 ? ` ${roman(index + 1)}` : '')),
      ),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(file))
}

/** The number stands in the middle of the top margin, not on the first page; each section counts its own pages. */
function section(orientation: Annex['page'], children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: {
      titlePage: true,
      page: {
        // The library swaps the sides itself for a landscape page.
        size: {
          width: twips(page.width),
          height: twips(page.height),
          orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twips(page.top),
          bottom: twips(page.bottom),
          left: twips(page.left),
          right: twips(page.right),
          header: twips(page.header),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({ children: [] })] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], size: size.pageNumber * 2 })],
          }),
        ],
      }),
    },
    children,
  }
}

/** Boxes 7-9: recipients on the left, signature on the right, never parted by a page end. */
function endingTable(document: OfficialDocument): Table {
  const recipients = [
    lineParagraph({ text: 'Nơi nhận:', size: size.recipientsHead, bold: true, italics: true, align: 'left' }),
    ...recipientLines(document.recipients).map((text) =>
      lineParagraph({ text, size: size.recipients, align: 'left' }),
    ),
  ]
  return invisibleTable(
    [endingColumns.left, endingColumns.right],
    [[recipients, signatureLines(document.signature)]],
  )
}

function signatureLines(signature: Signature): Paragraph[] {
  return [
    ...[...signature.power, signature.title].map((text) =>
      lineParagraph({ text: text.toUpperCase(), size: size.body, bold: true, keepNext: true }),
    ),
    // Room for the signature and the red seal.
    lineParagraph({ text: signature.name ?? '', size: size.body, bold: true, before: 78 }),
  ]
}

function annexParts(annex: Annex, number: string): (Paragraph | Table)[] {
  const width = annex.page === 'landscape' ? landscapeTextWidth : textWidth
  return [
    lineParagraph({ text: `Phụ lục${number}`, size: size.body, bold: true, keepNext: true }),
    lineParagraph({ text: annex.title.toUpperCase(), size: size.body, bold: true, keepNext: true }),
    lineParagraph({
      text: `(Kèm theo ${annex.attachedTo})`,
      size: size.body,
      italics: true,
      after: 12,
      keepNext: true,
    }),
    ...blockParts(annex.body, width),
  ]
}
