import fc from 'fast-check'
import { expect, test } from 'vitest'
import { missingTo, schoolYearOf, shareOf, targetInForce, valueInWords } from './rules.ts'

const ninety = { year: 2025, comparator: 'ge', value: 90 } as const

test('a share is cut down, so a missed target never reads as reached', () => {
  expect(shareOf(941, 1200)).toBe(78.4)
  expect(shareOf(8996, 10_000)).toBe(89.9)
  expect(shareOf(0, 0)).toBeNull()
})

test('941 of 1,200 lacks 139 to 90 %', () => {
  expect(missingTo({ numerator: 941, denominator: 1200 }, ninety)).toBe(139)
  expect(missingTo({ numerator: 1080, denominator: 1200 }, ninety)).toBe(0)
  expect(missingTo({ numerator: 5, denominator: 10 }, null)).toBeNull()
  expect(missingTo({ numerator: 5, denominator: 10 }, { ...ninety, comparator: 'lt' })).toBeNull()
})

test('so many more children reach the target, and one fewer does not', () => {
  const shares = fc.record({
    denominator: fc.integer({ min: 1, max: 3000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 100 }), ({ denominator, part }, percent) => {
      const numerator = Math.floor(denominator * part)
      const missing = missingTo({ numerator, denominator }, { ...ninety, value: percent }) ?? 0
      expect((numerator + missing) * 100).toBeGreaterThanOrEqual(percent * denominator)
      if (missing > 0) expect((numerator + missing - 1) * 100).toBeLessThan(percent * denominator)
    }),
  )
})

test('the target of 2025 is in force until that of 2030 comes', () => {
  const both = [{ year: 2030, comparator: 'ge', value: 95 } as const, ninety]
  expect(targetInForce(both, 2024)?.value).toBe(90)
  expect(targetInForce(both, 2026)?.value).toBe(90)
  expect(targetInForce(both, 2031)?.value).toBe(95)
  expect(targetInForce([], 2026)).toBeNull()
})

test('a value in words carries its counts, its period and its day', () => {
  expect(
    valueInWords(
      { value: 78.4, unit: '%', hidden: false, numerator: 941, denominator: 1200, asOf: '2026-06-15' },
      '2026-H1',
    ),
  ).toBe('78,4% (941/1.200), 6 tháng đầu năm 2026, tính đến 15/06/2026')
  expect(
    valueInWords(
      { value: null, unit: '%', hidden: false, numerator: null, denominator: 0, asOf: '2026-06-15' },
      '2026',
    ),
  ).toBe('chưa có số liệu năm 2026, tính đến 15/06/2026')
})

test('a school year begins in September', () => {
  expect(schoolYearOf('2026-08-31')).toBe(2025)
  expect(schoolYearOf('2026-09-01')).toBe(2026)
})
