import { z } from 'zod'
import { runGuarded } from '#platform/files/guarded-process.ts'
import type { OfficialDocument } from './tree.ts'

/** The document as a PDF for print, drawn in a process of its own: a long annex keeps a processor busy for seconds. */
export async function writePdf(document: OfficialDocument): Promise<Uint8Array> {
  const end = await runGuarded({
    program: new URL('./pdf-program.ts', import.meta.url),
    task: document,
    seconds: 120,
    megabytes: 512,
  })
  if (!end.ok) throw new Error(`the document could not be drawn: ${end.reason}`)
  return z.instanceof(Uint8Array).parse(end.answer)
}
