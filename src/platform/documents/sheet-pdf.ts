import { z } from 'zod'
import { runGuarded } from '#platform/files/guarded-process.ts'
import type { WorkSheet } from './sheet.ts'

/** The sheet as a PDF on A4, drawn in a process of its own. */
export async function writeSheetPdf(sheet: WorkSheet): Promise<Uint8Array> {
  const end = await runGuarded({
    program: new URL('./sheet-program.ts', import.meta.url),
    task: sheet,
    seconds: 120,
    megabytes: 512,
  })
  if (!end.ok) throw new Error(`the sheet could not be drawn: ${end.reason}`)
  return z.instanceof(Uint8Array).parse(end.answer)
}
