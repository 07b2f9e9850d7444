import fc from 'fast-check'
import { expect, test } from 'vitest'
import { targetGap } from './target-gap.ts'

test('941 of 1,200 against 90 % lacks 139 children', () => {
  const gap = targetGap({ numerator: 941, denominator: 1200 }, { comparator: 'ge', percent: 90 })
  expect(gap).toEqual({ state: 'missing', count: 139 })
})

test('a limit counts those who are too many', () => {
  const gap = targetGap({ numerator: 200, denominator: 1000 }, { comparator: 'lt', percent: 13.5 })
  expect(gap).toEqual({ state: 'excess', count: 66 })
})

test('exactly at the target is reached, above is asked for by "more than"', () => {
  const count = { numerator: 90, denominator: 100 }
  expect(targetGap(count, { comparator: 'ge', percent: 90 })).toEqual({ state: 'reached' })
  expect(targetGap(count, { comparator: 'gt', percent: 90 })).toEqual({ state: 'missing', count: 1 })
})

test('the missing children, once reached, are enough and none too many', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 0, max: 1000 }), (a, b, tenths) => {
      const denominator = Math.max(a, b) + 1
      const numerator = Math.min(a, b)
      const target = { comparator: 'ge' as const, percent: tenths / 10 }
      const gap = targetGap({ numerator, denominator }, target)
      if (gap.state === 'reached') return numerator * 1000 >= tenths * denominator
      const filled = numerator + gap.count
      return filled * 1000 >= tenths * denominator && (filled - 1) * 1000 < tenths * denominator
    }),
  )
})
