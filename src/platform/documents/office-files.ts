import { mediaTypes } from '#base/file-kinds.ts'
import type { FileReply } from '#platform/http/route.ts'
import { writeDocx } from './docx.ts'
import { writePdf } from './pdf.ts'
import { type SheetToWrite, writeSpreadsheet } from './spreadsheet-writer.ts'
import type { OfficialDocument } from './tree.ts'

/** To go on writing in, or to print and sign. */
export const documentFormats = ['docx', 'pdf'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** An official document as a file to take away; `name` is without the ending. */
export async function documentFile(
  document: OfficialDocument,
  format: DocumentFormat,
  name: string,
): Promise<FileReply> {
  const bytes = format === 'docx' ? await writeDocx(document) : await writePdf(document)
  return { fileName: `${name}.${format}`, mediaType: mediaTypes[format], bytes }
}

/** Sheets as one .xlsx file to take away; `name` is without the ending. */
export async function spreadsheetFile(name: string, sheets: readonly SheetToWrite[]): Promise<FileReply> {
  return { fileName: `${name}.xlsx`, mediaType: mediaTypes.xlsx, bytes: await writeSpreadsheet(sheets) }
}
