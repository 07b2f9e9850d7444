import type ExcelJS from 'exceljs'

/** `decimal` shows up to two places, `percent` a number that is already of a hundred. */
export type AnnexColumn = {
  heading: string
  /** In characters. */
  width: number
  kind: 'text' | 'number' | 'count' | 'decimal' | 'percent'
  /** There for whoever calculates further, not on paper. */
  hidden?: boolean
}

export type AnnexValue = string | number | null

/** One sheet of a workbook of annexes, as it prints. Texts hold no line breaks. */
export type AnnexSheet = {
  /** On the tab: at most 31 characters. */
  name: string
  /** Lines above the table: `Phụ lục I`, its title, what it is attached to. */
  title: readonly string[]
  page: 'portrait' | 'landscape'
  columns: readonly AnnexColumn[]
  rows: readonly { cells: readonly AnnexValue[]; bold?: true }[]
  notes: readonly string[]
}

/** Numbers stay numbers in every cell; Excel shows them with the marks of its own language (1.200 in Vietnamese). */
const formats = { text: '@', number: '0', count: '#,##0', decimal: '#,##0.##', percent: '0.0' } as const

const aligned = {
  text: 'left',
  number: 'center',
  count: 'right',
  decimal: 'right',
  percent: 'right',
} as const

const font = { name: 'Times New Roman', size: 12 } as const
const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

/** Inches; 2 cm, and 3 cm on the side of the binding (NĐ 30/2020/NĐ-CP Annex I). */
const margins = { left: 1.18, right: 0.79, top: 0.79, bottom: 0.79, header: 0.4, footer: 0.4 } as const

/** An .xlsx file of annexes: one sheet for each, A4, its head repeated on each page, as wide as the paper. */
export async function writeAnnexWorkbook(sheets: readonly AnnexSheet[]): Promise<Uint8Array> {
  const { Workbook } = (await import('exceljs')).default
  const book = new Workbook()
  book.creator = 'Ươm Mầm'
  for (const sheet of sheets) addSheet(book, sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(book: ExcelJS.Workbook, sheet: AnnexSheet): void {
  const headRow = sheet.title.length + 1
  const page = book.addWorksheet(tabName(book, sheet.name), {
    views: [{ state: 'frozen', ySplit: headRow, xSplit: 2 }],
    pageSetup: {
      ...{ paperSize: 9, orientation: sheet.page, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      ...{ horizontalCentered: true, printTitlesRow: `${headRow}:${headRow}`, margins },
      // Each annex numbers its own pages, the first has no number (NĐ 30/2020/NĐ-CP Annex I).
      firstPageNumber: 1,
    },
    headerFooter: { differentFirst: true, oddHeader: '&C&P' },
  })
  page.columns = sheet.columns.map(({ width, hidden = false }) => ({ width, hidden }))
  const last = sheet.columns.length
  for (const [index, line] of sheet.title.entries()) addLine(page, line, { last, look: titleLook(index) })
  addHead(page, sheet.columns)
  for (const row of sheet.rows) addRow(page, row, sheet.columns)
  for (const note of sheet.notes) addLine(page, note, { last, look: noteLook })
}

type Look = { font: Partial<ExcelJS.Font>; horizontal: 'left' | 'center' }

const noteLook: Look = { font: { ...font, size: 11, italic: true }, horizontal: 'left' }

/** The name and title of an annex are bold, what it is attached to is italic. */
function titleLook(index: number): Look {
  const isBold = index < 2
  return { font: { ...font, size: 13, bold: isBold, italic: !isBold }, horizontal: 'center' }
}

/** Letters of Times New Roman 12 in the room of one character, in which Excel measures widths (Calibri 11). */
const lettersPerCharacter = 1.15

/** Lines that a text takes in a column, roughly: cells do not grow by themselves. */
function linesIn(text: string, width: number): number {
  return Math.max(1, Math.ceil(text.length / (width * lettersPerCharacter)))
}

/** Height of a merged line over the whole sheet, for what fits on one line, roughly. */
function lineHeight(page: ExcelJS.Worksheet, text: string): number {
  const width = page.columns.reduce((sum, { width: own, hidden }) => sum + (hidden ? 0 : (own ?? 10)), 0)
  return 17 * Math.max(1, Math.ceil(text.length / width))
}

function addLine(page: ExcelJS.Worksheet, text: string, { last, look }: { last: number; look: Look }): void {
  const row = page.addRow([text])
  page.mergeCells(row.number, 1, row.number, last)
  row.height = lineHeight(page, text)
  const cell = row.getCell(1)
  cell.font = look.font
  cell.alignment = { horizontal: look.horizontal, vertical: 'middle', wrapText: true }
}

function addHead(page: ExcelJS.Worksheet, columns: readonly AnnexColumn[]): void {
  const row = page.addRow(columns.map(({ heading }) => heading))
  const shown = columns.filter(({ hidden = false }) => !hidden)
  // Bold words break where they must, so a line holds less.
  const lines = shown.map(({ heading, width }) => Math.ceil((heading.length + 2) / width))
  row.height = 16 * Math.max(2, ...lines) + 6
  row.eachCell((cell) => {
    cell.font = { ...font, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7F5EC' } }
    cell.border = border
  })
}

function addRow(
  page: ExcelJS.Worksheet,
  { cells, bold }: AnnexSheet['rows'][number],
  columns: readonly AnnexColumn[],
): void {
  const row = page.addRow([...cells])
  const lines = cells.map((value, index) =>
    typeof value === 'string' ? linesIn(value, columns[index]?.width ?? 10) : 1,
  )
  row.height = 16 * Math.max(1, ...lines) + 2
  for (const [index, column] of columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.font = { ...font, bold: bold === true }
    cell.border = border
    // A word such as "Không áp dụng" may stand in a column of numbers.
    if (typeof cells[index] === 'number') cell.numFmt = formats[column.kind]
    cell.alignment = {
      horizontal: aligned[column.kind],
      vertical: 'middle',
      wrapText: true,
      // A number must not lean on the line of its cell.
      ...(aligned[column.kind] === 'right' ? { indent: 1 } : {}),
    }
  }
}

/** Excel allows 31 characters, none of []:*?/\, and each name once. */
function tabName(book: ExcelJS.Workbook, name: string): string {
  const clean = name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .trim()
  return book.getWorksheet(clean) ? `${clean.slice(0, 27)} (${book.worksheets.length})` : clean
}
