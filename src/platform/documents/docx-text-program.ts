import mammoth from 'mammoth'
import { z } from 'zod'
import { serveGuarded } from '#platform/files/guarded-program.ts'
import { planTextLimit } from '#platform/files/text-encoding.ts'
import { listZip, storedZip, unpackEntry, type ZipEntry } from '#platform/files/zip.ts'
import { preparedDocument } from './docx-prepared.ts'
import { htmlToLines } from './html-lines.ts'

/** Runs in a child process of docx-text.ts. */
const Task = z.object({ bytes: z.instanceof(Uint8Array) })

/** A plan with scanned pages may be large; its text parts together are not. */
const limits = { entries: 3000, total: 200 * 1024 * 1024 }
const xmlLimit = 40 * 1024 * 1024
const documentPart = 'word/document.xml'

serveGuarded(async (input) => {
  const unpacked = await unpackParts(Buffer.from(Task.parse(input).bytes))
  if (!unpacked.ok) return unpacked
  const html = await toHtml(preparedParts(unpacked.parts))
  if (html === undefined) return { ok: false, reason: 'damaged' }
  const text = htmlToLines(html).join('\n').normalize('NFC')
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  if (text.length > planTextLimit) return { ok: false, reason: 'too-large' }
  return { ok: true, text }
})

type Unpacked =
  { ok: true; parts: Map<string, Buffer> } | { ok: false; reason: 'damaged' | 'suspicious' | 'wrong-kind' }

/** Every part is unpacked, so that a damaged one shows; only those with text are kept. */
async function unpackParts(bytes: Buffer): Promise<Unpacked> {
  const listing = listZip(bytes, limits)
  if (!listing.ok) return listing
  if (!listing.entries.some(({ name }) => name === documentPart)) return { ok: false, reason: 'wrong-kind' }
  const isText = ({ name }: ZipEntry) => /\.(?:xml|rels)$/.test(name)
  const textSize = listing.entries.filter(isText).reduce((sum, { size }) => sum + size, 0)
  if (textSize > xmlLimit) return { ok: false, reason: 'suspicious' }
  const parts = new Map<string, Buffer>()
  for (const entry of listing.entries) {
    const pieces: Buffer[] = []
    const end = await unpackEntry(bytes, entry, (piece) => isText(entry) && pieces.push(piece))
    if (end !== 'ok') return { ok: false, reason: end }
    if (isText(entry)) parts.set(entry.name, Buffer.concat(pieces))
  }
  return { ok: true, parts }
}

/** The XML parts, with the document prepared; pictures stay out, and the lists, whose numbers are written out. */
function preparedParts(parts: Map<string, Buffer>): Buffer {
  const text = (name: string) => parts.get(name)?.toString('utf8')
  const numbering = text('word/numbering.xml')
  const document = preparedDocument({
    document: text(documentPart) ?? '',
    numbering,
    styles: text('word/styles.xml'),
  })
  parts.set(documentPart, Buffer.from(document))
  parts.delete('word/numbering.xml')
  return storedZip(parts)
}

async function toHtml(bytes: Buffer): Promise<string | undefined> {
  try {
    const noPicture = mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    return (await mammoth.convertToHtml({ buffer: bytes }, { convertImage: noPicture })).value
  } catch (cause) {
    if (cause instanceof Error) return undefined
    throw cause
  }
}
