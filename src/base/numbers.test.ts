import { expect, test } from 'vitest'
import { formatNumber, formatPercent, percentOf } from './numbers.ts'

test('numbers are written as Vietnamese write them', () => {
  expect(formatNumber(1200)).toBe('1.200')
  expect(formatNumber(13.5)).toBe('13,5')
  expect(formatPercent(78.4)).toBe('78,4%')
  expect(formatPercent(90)).toBe('90%')
})

test('a share is never rounded up to a target it has not reached', () => {
  expect(percentOf(941, 1200)).toBe(78.4)
  expect(percentOf(8999, 10_000)).toBe(89.9)
  expect(percentOf(29, 100)).toBe(29)
  expect(percentOf(0, 0)).toBeUndefined()
})
