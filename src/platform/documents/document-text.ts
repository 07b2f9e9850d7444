import type { FileRefusalReason } from '#platform/files/problems.ts'
import { decodeText, hasLostLetters, planTextLimit, repairLegacyText } from '#platform/files/text-encoding.ts'
import { readDocxText } from './docx-text.ts'

export type DocumentText =
  | { ok: true; text: string }
  /** `limit` is in MB. */
  | { ok: false; reason: FileRefusalReason; limit: number }

/** The text of a document that came as .docx, .txt or .md, in any Vietnamese encoding. */
export async function readDocumentText(file: { name: string; bytes: Uint8Array }): Promise<DocumentText> {
  const head = Buffer.from(file.bytes.subarray(0, 4)).toString('latin1')
  if (head === '%PDF') return { ok: false, reason: 'pdf', limit: 0 }
  const isOffice = head === 'PK\u0003\u0004' || head === '\u00d0\u00cf\u0011\u00e0'
  if (isOffice || /\.docx?$/i.test(file.name)) {
    const read = await readDocxText(file.bytes)
    return read.ok ? readClipboardText(read.text) : read
  }
  const limit = planTextLimit / 1024 / 1024
  if (head === '{\\rt') return { ok: false, reason: 'wrong-kind', limit }
  const decoded = decodeText(file.bytes)
  return decoded.ok ? { ok: true, text: decoded.text } : { ...decoded, limit }
}

/** Text that was pasted or stood in a document: old letters in Unicode; refused when its letters were lost. */
export function readClipboardText(text: string): DocumentText {
  const repaired = repairLegacyText(text).text
  return hasLostLetters(repaired)
    ? { ok: false, reason: 'lost-letters', limit: 0 }
    : { ok: true, text: repaired }
}
