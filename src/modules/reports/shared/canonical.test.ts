import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical.ts'

test('the order in which keys were written makes no difference', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, 1], c: null } })).toBe('{"a":{"c":null,"d":[2,1]},"b":1}')
})

test('reading it gives the value back, and writing that again gives the same text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value)
      const read: unknown = JSON.parse(text)
      expect(canonicalJson(read)).toBe(text)
      expect(read).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
