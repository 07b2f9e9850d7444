import { expect, test } from 'vitest'
import { isWithin } from './rules.ts'

const place = (lft: number, rgt: number, validFrom = '2025-07-01', validTo: string | null = null) => ({
  lft,
  rgt,
  validFrom,
  validTo,
})

test('a village lies in its commune, not in the neighbour', () => {
  expect(isWithin(place(16, 31), place(0, 99), '2026-01-01')).toBe(true)
  expect(isWithin(place(116, 131), place(0, 99), '2026-01-01')).toBe(false)
})

test('a place lies in itself', () => {
  expect(isWithin(place(0, 99), place(0, 99), '2026-01-01')).toBe(true)
})

test('a unit that ended holds nothing afterwards', () => {
  expect(isWithin(place(16, 31), place(0, 99, '2020-01-01', '2025-06-30'), '2025-07-01')).toBe(false)
  expect(isWithin(place(16, 31, '2020-01-01'), place(0, 99, '2020-01-01', '2025-06-30'), '2025-06-30')).toBe(
    true,
  )
})
