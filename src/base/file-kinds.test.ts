import { expect, test } from 'vitest'
import { mediaTypeOf, officeFiles } from './file-kinds.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

test.each([
  ['quyet-dinh.pdf', bytesOf('%PDF-1.7'), 'application/pdf'],
  ['ANH.JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['so-lieu.xlsx', bytesOf('PK\u0003\u0004....'), expect.stringContaining('spreadsheetml')],
  ['bao-cao.pdf', bytesOf('PK\u0003\u0004....'), undefined],
  ['chay.exe', bytesOf('MZ'), undefined],
  ['pdf', bytesOf(''), undefined],
])('%s', (name, bytes, expected) => {
  expect(mediaTypeOf(name, bytes, officeFiles)).toEqual(expected)
})
