import mammoth from 'mammoth'
import { z } from 'zod'
import { serveGuarded } from '#platform/files/guarded-program.ts'
import { planTextLimit } from '#platform/files/text-encoding.ts'
import { listZip, unpackEntry, unpackText, type ZipEntry } from '#platform/files/zip.ts'
import { printedParagraphs, type PrintedParagraph } from './docx-numbers.ts'
import { htmlToLines } from './html-lines.ts'

/** Runs in a child process of docx-text.ts. */
const Task = z.object({ bytes: z.instanceof(Uint8Array) })

/** A plan with scanned pages may be large; its text parts are not. */
const limits = { entries: 3000, total: 200 * 1024 * 1024 }
const xmlLimit = 40 * 1024 * 1024

serveGuarded(async (input) => {
  const bytes = Buffer.from(Task.parse(input).bytes)
  const listing = listZip(bytes, limits)
  if (!listing.ok) return listing
  const { entries } = listing
  if (!entries.some((entry) => entry.name === 'word/document.xml')) return { ok: false, reason: 'wrong-kind' }
  for (const entry of entries) {
    if (/\.(xml|rels)$/.test(entry.name) && entry.size > xmlLimit) return { ok: false, reason: 'suspicious' }
    const end = await unpackEntry(bytes, entry)
    if (end !== 'ok') return { ok: false, reason: end }
  }
  const html = await toHtml(bytes)
  if (html === undefined) return { ok: false, reason: 'damaged' }
  const text = htmlToLines(html, await numbersOf(bytes, entries))
    .join('\n')
    .normalize('NFC')
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  if (text.length > planTextLimit) return { ok: false, reason: 'too-large' }
  return { ok: true, text }
})

/** Automatic numbers as Word prints them; a part that is missing or too long leaves them to the HTML. */
async function numbersOf(bytes: Buffer, entries: ZipEntry[]): Promise<PrintedParagraph[]> {
  const part = (name: string) => unpackText(bytes, entries, `word/${name}.xml`)
  const document = await part('document')
  if (document === undefined) return []
  return printedParagraphs({ document, numbering: await part('numbering'), styles: await part('styles') })
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
