import { expect, test } from 'vitest'
import { roman } from './roman.ts'

test('Roman numerals of parts and annexes', () => {
  expect([1, 4, 9, 14, 19, 40].map(roman)).toEqual(['I', 'IV', 'IX', 'XIV', 'XIX', 'XXXX'])
})
