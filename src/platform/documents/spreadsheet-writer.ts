import { Writable } from 'node:stream'
import { setImmediate as otherWork } from 'node:timers/promises'
import type ExcelJS from 'exceljs'
import type { Day } from '#base/day.ts'

/** `text` columns stay text in every spreadsheet program, so an identifier keeps its leading zeros. */
export type SheetColumn = { heading: string; width: number; kind: 'text' | 'number' | 'day' }

export type SheetValue = string | number | null

export type SheetToWrite = {
  name: string
  /** Lines above the head row: what the sheet is, how to fill it. */
  notes?: readonly string[]
  columns: readonly SheetColumn[]
  /** Values in the order of the columns; a day as 'YYYY-MM-DD'. Many rows are best read page by page. */
  rows: Iterable<readonly SheetValue[]> | AsyncIterable<readonly SheetValue[]>
}

const formats = { text: '@', number: 'General', day: 'dd/mm/yyyy' } as const

/** After so many rows other requests get their turn. */
const rowsAtATime = 200

/**
 * An .xlsx file. Text that looks like a formula (=, +, -, @) is written as text and never computed. Rows are packed
 * as they come: a workbook of 50,000 rows held as a whole took 700 MB and kept everybody waiting for 6 s.
 */
export async function writeSpreadsheet(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  const stream = new Writable({
    write: (chunk: Uint8Array, _encoding, done) => {
      chunks.push(chunk)
      done()
    },
  })
  // Loaded with the first workbook: a server at rest does without the library's 30 MB.
  const { stream: streams } = (await import('exceljs')).default
  // Texts stand in their cells: a table of shared texts would be in memory whole, 1.7 GB for 200,000 rows.
  const book = new streams.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  book.creator = 'Ươm Mầm'
  for (const sheet of sheets) await addSheet(book, sheet)
  await book.commit()
  return new Uint8Array(Buffer.concat(chunks))
}

async function addSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: SheetToWrite): Promise<void> {
  const notes = sheet.notes ?? []
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: notes.length + 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  })
  page.columns = sheet.columns.map((column) => ({
    width: column.width,
    style: { numFmt: formats[column.kind] },
  }))
  if (notes.length === 0) {
    page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } }
  }
  for (const note of notes) writeNote(page.addRow([note]))
  const head = page.addRow(sheet.columns.map((column) => column.heading))
  styleHead(head)
  head.commit()
  let written = 0
  for await (const row of sheet.rows) {
    page.addRow(row.map((value, index) => toCell(value, sheet.columns[index]?.kind ?? 'text'))).commit()
    written += 1
    if (written % rowsAtATime === 0) await otherWork()
  }
  page.commit()
}

function writeNote(row: ExcelJS.Row): void {
  row.getCell(1).font = { italic: true }
  row.commit()
}

function styleHead(row: ExcelJS.Row): void {
  row.height = 32
  row.eachCell((cell) => {
    cell.font = { bold: true }
    cell.numFmt = '@'
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' }
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7F5EC' } }
    cell.border = { bottom: { style: 'thin' } }
  })
}

function toCell(value: SheetValue, kind: SheetColumn['kind']): string | number | Date | null {
  if (value === null || value === '') return null
  if (kind === 'day' && typeof value === 'string') return dayAsDate(value)
  if (kind === 'text') return String(value)
  return value
}

/** Spreadsheets count days without a time zone; UTC midnight is the one that stays the same day. */
function dayAsDate(day: Day): Date | string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : day
}

/** Excel allows 31 characters and none of []:*?/\ in a sheet's name. */
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

/** A .csv file for Excel: UTF-8 with mark; a leading = + - @ gets an apostrophe, or Excel would compute it. */
export function writeCsv(head: readonly string[], rows: Iterable<readonly SheetValue[]>): Uint8Array {
  const lines = [csvLine(head)]
  for (const row of rows) lines.push(csvLine(row))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

function csvLine(values: readonly SheetValue[]): string {
  return values
    .map((value) => {
      if (value === null) return ''
      if (typeof value === 'number') return String(value)
      const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
      return /[",;\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
    })
    .join(',')
}
