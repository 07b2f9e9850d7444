import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { lineParagraph, run, twips } from './docx-parts.ts'
import { body, size } from './layout.ts'
import type { Block, Table as TableBlock } from './tree.ts'

/** The blocks of a body or an annex, in a text width of `width` mm. */
export function blockParts(blocks: readonly Block[], width: number): (Paragraph | Table)[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? tableParts(block, width) : [textPart(block)]))
}

function textPart(block: Exclude<Block, { kind: 'table' }>): Paragraph {
  switch (block.kind) {
    case 'heading':
      return bodyParagraph([boldRun(headingText(block))], { keepNext: true })
    case 'caption':
      return lineParagraph({
        text: block.text,
        size: size.body,
        bold: true,
        before: 6,
        after: 6,
        keepNext: true,
      })
    case 'clause':
      return bodyParagraph([run({ text: `${block.mark} ${block.text}`, size: size.body })])
    case 'paragraph':
      return bodyParagraph([
        run({ text: block.text, size: size.body, ...(block.italic ? { italics: true } : {}) }),
      ])
  }
}

/** Level `I.` in capitals, `1.` and `a)` as written (outline levels of Annex I). */
function headingText(block: Extract<Block, { kind: 'heading' }>): string {
  return `${block.mark} ${block.level === 1 ? block.text.toUpperCase() : block.text}`.trim()
}

function boldRun(text: string): TextRun {
  return run({ text, size: size.body, bold: true })
}

/**
 * Body text: both edges straight, first line set in, lines 1.15 apart (Nghị định 30/2020/NĐ-CP, Annex I, box 6).
 * Word counts lines in 240ths.
 */
function bodyParagraph(children: TextRun[], more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twips(body.firstLine) },
    spacing: {
      before: 0,
      after: body.gap * 20,
      line: Math.round(240 * body.lineSpacing),
      lineRule: LineRuleType.AUTO,
    },
    widowControl: true,
    children,
    ...more,
  })
}

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const

/** Widths are shares of the text's width; a table of many columns is set smaller. A gap or its notes follow it. */
function tableParts(table: TableBlock, width: number): (Paragraph | Table)[] {
  const points = table.columns.length > 8 ? size.wideTable : size.table
  const notes = (table.notes ?? []).map((text) =>
    lineParagraph({ text, size: size.note, italics: true, align: 'left', before: 3, after: 3 }),
  )
  const shares = table.columns.reduce((sum, column) => sum + column.share, 0)
  const widths = table.columns.map((column) => twips((width * column.share) / shares))
  const drawn = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    borders: {
      top: thin,
      bottom: thin,
      left: thin,
      right: thin,
      insideHorizontal: thin,
      insideVertical: thin,
    },
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    rows: [
      headRow(table, widths, points),
      ...table.rows.map((row, index) =>
        dataRow(table, row, { widths, points, keepNext: index >= table.rows.length - keptRows }),
      ),
    ],
  })
  return [drawn, ...(notes.length > 0 ? notes : [lineParagraph({ text: '', size: 6 })])]
}

/** So many rows stay together at the end: neither the total nor the notes stand alone on a page. */
const keptRows = 3

type Points = (typeof size)['table' | 'wideTable']

/** The head row comes again on every page. */
function headRow(table: TableBlock, widths: readonly number[], points: Points): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.columns.map((column, index) =>
      cell(lineParagraph({ text: column.heading, size: points, bold: true }), widths[index] ?? 0),
    ),
  })
}

/** A row is never cut by the end of a page. */
function dataRow(
  table: TableBlock,
  row: TableBlock['rows'][number],
  { widths, points, keepNext }: { widths: readonly number[]; points: Points; keepNext: boolean },
): TableRow {
  return new TableRow({
    cantSplit: true,
    children: table.columns.map((column, index) => {
      const kept = keepNext ? { keepNext: true as const } : {}
      const line = { text: row.cells[index] ?? '', size: points, align: column.align, ...kept }
      return cell(lineParagraph(row.bold ? { ...line, bold: true } : line), widths[index] ?? 0)
    }),
  })
}

function cell(paragraph: Paragraph, width: number): TableCell {
  return new TableCell({
    children: [paragraph],
    verticalAlign: VerticalAlignTable.CENTER,
    width: { size: width, type: WidthType.DXA },
  })
}
