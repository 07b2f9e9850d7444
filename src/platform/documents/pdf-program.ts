import pdfmake from 'pdfmake'
import { serveGuarded } from '#platform/files/guarded-program.ts'
import { setTinos } from './pdf-fonts.ts'
import { pdfDefinition } from './pdf-layout.ts'
import { OfficialDocument } from './tree-contract.ts'
import type { OfficialDocument as Document } from './tree.ts'

/** Runs in a child process of pdf.ts. */
setTinos()

/** Drawn once more where a page end parted the end of a table; what is drawn then stands. */
async function draw(document: Document): Promise<Uint8Array> {
  const found = new Set<string>()
  const bytes = await pdfmake.createPdf(pdfDefinition(document, { known: new Set(), found })).getBuffer()
  if (found.size === 0) return bytes
  return pdfmake.createPdf(pdfDefinition(document, { known: found, found: new Set() })).getBuffer()
}

serveGuarded((task) => draw(OfficialDocument.parse(task)))
