import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx'

/** mm to twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** One line of a document in one kind of letters. */
export type Line = {
  text: string
  /** Points. */
  size: number
  bold?: true
  italics?: true
  align?: 'left' | 'center' | 'right' | 'justify'
  /** Gap in points. */
  before?: number
  after?: number
  keepNext?: true
}

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const

/** Word counts sizes in half points (ISO/IEC 29500-1, 17.3.2.38). */
export function run(line: Pick<Line, 'text' | 'size' | 'bold' | 'italics'>): TextRun {
  const options: IRunOptions = {
    text: line.text,
    size: line.size * 2,
    bold: line.bold ?? false,
    italics: line.italics ?? false,
  }
  return new TextRun(options)
}

/** A paragraph of one line, in the middle unless it says otherwise. Word counts gaps in twentieths of a point. */
export function lineParagraph(line: Line, more: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: alignments[line.align ?? 'center'],
    spacing: { before: (line.before ?? 0) * 20, after: (line.after ?? 0) * 20 },
    keepNext: line.keepNext ?? false,
    // An empty paragraph is as high as its mark.
    run: { size: line.size * 2 },
    children: [run(line)],
    ...more,
  })
}

/** A drawn rule of `length` mm, centred in a column of `column` mm: an almost empty paragraph with a border below. */
export function rule(length: number, column: number, after = 0): Paragraph {
  const indent = twips(Math.max(0, (column - Math.min(length, column)) / 2))
  return new Paragraph({
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 0 } },
    indent: { left: indent, right: indent },
    spacing: { before: 0, after: after * 20, line: 60, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 4 })],
  })
}
