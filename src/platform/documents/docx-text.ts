import { z } from 'zod'
import { runGuarded } from '#platform/files/guarded-process.ts'
import type { FileRefusalReason } from '#platform/files/problems.ts'

export type DocxText = { ok: true; text: string } | { ok: false; reason: FileRefusalReason; limit: number }

const megabytesLimit = 20

const Answer = z.union([
  z.object({ ok: z.literal(true), text: z.string() }),
  z.object({
    ok: z.literal(false),
    reason: z.enum(['damaged', 'suspicious', 'wrong-kind', 'empty', 'too-large']),
  }),
])

/**
 * The text of a .docx file, a line for each paragraph: tables as pipe rows, footnotes as `[1]` with their lines at
 * the end, automatic numbers and dashes written out. Read in a process of its own.
 */
export async function readDocxText(bytes: Uint8Array): Promise<DocxText> {
  const refuse = (reason: FileRefusalReason): DocxText => ({ ok: false, reason, limit: megabytesLimit })
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > megabytesLimit * 1024 * 1024) return refuse('too-large')
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (head === '\u00d0\u00cf\u0011\u00e0') return refuse('old-format')
  if (head !== 'PK\u0003\u0004') return refuse('wrong-kind')
  const end = await runGuarded({
    program: new URL('./docx-text-program.ts', import.meta.url),
    task: { bytes: Buffer.from(bytes) },
    seconds: 60,
    megabytes: 512,
  })
  if (!end.ok) return refuse(end.reason)
  const answer = Answer.parse(end.answer)
  return answer.ok ? answer : refuse(answer.reason)
}
