import type { OfficialDocument } from './tree.ts'

/** The document as a .docx file. The library is loaded with the first one: a server at rest does without its 20 MB. */
export async function writeDocx(document: OfficialDocument): Promise<Uint8Array> {
  const { docxFile } = await import('./docx-file.ts')
  return docxFile(document)
}
