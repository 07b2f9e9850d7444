import { expect, test } from 'vitest'
import { typedNumber } from './typed-number.ts'

test.each<[string, ReturnType<typeof typedNumber>]>([
  ['9,5', { kind: 'number', value: 9.5 }],
  ['9.5', { kind: 'number', value: 9.5 }],
  [' 72 ', { kind: 'number', value: 72 }],
  ['9500', { kind: 'number', value: 9500 }],
  ['', { kind: 'empty' }],
  ['9,5,2', { kind: 'wrong' }],
  ['9.500,5', { kind: 'wrong' }],
  ['-9', { kind: 'wrong' }],
  ['9 kg', { kind: 'wrong' }],
  ['chín', { kind: 'wrong' }],
])('"%s" in the field of a measure', (text, expected) => {
  expect(typedNumber(text)).toEqual(expected)
})
