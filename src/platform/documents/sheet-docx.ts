import type { WorkSheet } from './sheet.ts'

/** The sheet as a .docx file; the library is loaded with the first one, as in docx.ts. */
export async function writeSheetDocx(sheet: WorkSheet): Promise<Uint8Array> {
  const { sheetDocxFile } = await import('./sheet-docx-file.ts')
  return sheetDocxFile(sheet)
}
