import { expect, test } from 'vitest'
import { readDocumentText } from './document-text.ts'

test('a text file is read in its encoding', async () => {
  const read = await readDocumentText({ name: 'kh.txt', bytes: Buffer.from('\ufeffKế hoạch', 'utf16le') })
  expect(read).toEqual({ ok: true, text: 'Kế hoạch' })
})

test.each([
  ['kh.pdf', Buffer.from('%PDF-1.7'), { reason: 'pdf', limit: 0 }],
  ['kh.txt', Buffer.alloc(20 * 1024 * 1024, 'a'), { reason: 'too-large', limit: 5 }],
  ['kh.docx', Buffer.from('Kế hoạch'), { reason: 'wrong-kind', limit: 20 }],
  ['kh.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), { reason: 'old-format', limit: 20 }],
])('%s is refused with its reason', async (name, bytes, refusal) => {
  expect(await readDocumentText({ name, bytes })).toEqual({ ok: false, ...refusal })
})
