import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adjustedZScore, lmsAt, roundZ, valueAt, zScore } from './lms.ts'

/** Weight-for-age of a boy at birth: WHO 2006, day 0. */
const birth = { l: 0.3487, m: 3.3464, s: 0.14602 }
const anyLms = fc.record({
  l: fc.double({ min: -3, max: 3, noNaN: true }).filter((l) => Math.abs(l) > 1e-3),
  m: fc.double({ min: 2, max: 120, noNaN: true }),
  s: fc.double({ min: 0.02, max: 0.1, noNaN: true }),
})

describe('z-scores', () => {
  test('the median has 0, and the published lines of day 0 their own number', () => {
    expect(zScore(3.3464, birth)).toBeCloseTo(0, 10)
    // WHO 2006, boys, birth: -3 SD 2.1, -2 SD 2.5, +2 SD 4.4, +3 SD 5.0 kg (printed with one decimal).
    expect([-3, -2, 2, 3].map((z) => Number(valueAt(z, birth).toFixed(1)))).toEqual([2.1, 2.5, 4.4, 5])
  })

  test('where L is 0 the logarithm takes the place of the power', () => {
    expect(zScore(11, { l: 0, m: 10, s: 0.1 })).toBeCloseTo(Math.log(1.1) / 0.1, 12)
    expect(valueAt(1, { l: 0, m: 10, s: 0.1 })).toBeCloseTo(10 * Math.exp(0.1), 12)
  })

  test('beyond 3 SD each step is as wide as that from 2 to 3', () => {
    const [second, third] = [valueAt(2, birth), valueAt(3, birth)]
    expect(adjustedZScore(third + 2 * (third - second), birth)).toBeCloseTo(5, 10)
    const [low, lower] = [valueAt(-2, birth), valueAt(-3, birth)]
    expect(adjustedZScore(lower - (low - lower), birth)).toBeCloseTo(-4, 10)
  })

  test('the line of a z-score is where that z-score is read', () => {
    const between = fc.double({ min: -2.9, max: 2.9, noNaN: true })
    fc.assert(fc.property(anyLms, between, (lms, z) => Math.abs(zScore(valueAt(z, lms), lms) - z) < 1e-6))
  })

  test('never fall as the measure rises', () => {
    const two = fc.tuple(
      fc.double({ min: 0.3, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    fc.assert(
      fc.property(anyLms, two, (lms, [share, more]) => {
        const y = lms.m * share
        return adjustedZScore(y + more, lms) >= adjustedZScore(y, lms) - 1e-9
      }),
    )
  })
})

describe('rounding to two decimals', () => {
  test.each([
    [1.234, 1.23],
    [1.236, 1.24],
    [-1.234, -1.23],
    [0.125, 0.12],
    [0.375, 0.38],
    [-2.5, -2.5],
    [-0.001, 0],
  ])('%d is %d', (z, rounded) => {
    expect(roundZ(z)).toBe(rounded)
  })

  test('is never further than half a hundredth away', () => {
    const z = fc.double({ min: -30, max: 30, noNaN: true })
    fc.assert(fc.property(z, (value) => Math.abs(roundZ(value) - value) <= 0.005 + 1e-12))
  })
})

describe('looking up', () => {
  const table = { at: [45, 45.1, 45.2], l: [1, 1, 1], m: [2, 4, 8], s: [0.1, 0.2, 0.1] }

  test('at a point it is the point, between two it runs straight', () => {
    expect(lmsAt(table, 45.1)).toEqual({ l: 1, m: 4, s: 0.2 })
    expect(lmsAt(table, 45.15)?.m).toBeCloseTo(6, 8)
    expect(lmsAt(table, 45.15)?.s).toBeCloseTo(0.15, 8)
  })

  test('outside there is nothing', () => {
    expect(lmsAt(table, 44.99)).toBeUndefined()
    expect(lmsAt(table, 45.21)).toBeUndefined()
    expect(lmsAt({ at: [], l: [], m: [], s: [] }, 1)).toBeUndefined()
  })
})
