import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSplit, sharedOut, splitTarget } from './split.ts'

const rate = {
  ...{ measure: 'trẻ em được tiếp cận dịch vụ', comparator: 'ge' as const, value: 90, valueTo: null },
  ...{ unit: '%', year: 2026, denominator: null },
}
const count = { ...rate, measure: 'lớp tập huấn', unit: 'lớp', value: 10 }
const unit = (children: number, baseline: number | null = null, value: number | null = null) => ({
  ...{ unitId: 'x', children, baseline, value },
})
const withValues = (units: ReturnType<typeof unit>[], values: (number | null)[]) =>
  units.map((one, index) => ({ ...one, value: values[index] ?? null }))

describe('a target shared out', () => {
  test('a count goes by children, in whole numbers that add up', () => {
    expect(splitTarget(count, [unit(500), unit(300), unit(201)], 'children')).toEqual([5, 3, 2])
  })

  test('a rate is the same for everybody', () => {
    expect(splitTarget(rate, [unit(500), unit(3)], 'children')).toEqual([90, 90])
  })

  test('by baseline each unit closes the same part of its distance', () => {
    const units = [unit(100, 80), unit(100, 60)]
    expect(splitTarget(rate, units, 'baseline')).toEqual([93.4, 86.7])
    const stunting = { ...rate, measure: 'tỷ lệ suy dinh dưỡng', comparator: 'le' as const, value: 15 }
    expect(splitTarget(stunting, [unit(100, 30), unit(100, 20)], 'baseline')).toEqual([18, 12])
  })

  test('where all are there already nobody falls back; without a baseline nothing is made up', () => {
    expect(splitTarget(rate, [unit(1, 95), unit(1, 97)], 'baseline')).toEqual([95, 97])
    expect(splitTarget(rate, [unit(1, 95), unit(1)], 'baseline')).toEqual([null, null])
    expect(splitTarget(count, [unit(0), unit(0)], 'children')).toEqual([null, null])
  })
})

describe('the units together against the plan', () => {
  test('counts are added up, rates are weighted by children', () => {
    expect(checkSplit(count, [unit(1, null, 4), unit(1, null, 5)])).toEqual({ total: 9, isMet: false })
    expect(checkSplit(rate, [unit(300, null, 95), unit(100, null, 75)])).toEqual({ total: 90, isMet: true })
    expect(checkSplit({ ...rate, comparator: 'le' }, [unit(1, null, 91)])).toEqual({
      total: 91,
      isMet: false,
    })
  })

  test('a unit without a value leaves it open', () => {
    expect(checkSplit(count, [unit(1, null, 10), unit(1)])).toEqual({ total: null, isMet: false })
    expect(checkSplit(rate, [unit(0, null, 95)])).toEqual({ total: null, isMet: false })
  })

  test('what is shared out always adds up, and nobody gets more than one above the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.array(fc.nat(5000), { minLength: 1, maxLength: 120 }),
        (whole, weights) => {
          const shares = sharedOut(whole, weights)
          const sum = weights.reduce((one, other) => one + other, 0)
          if (sum === 0) {
            expect(shares.every((one) => one === null)).toBe(true)
            return
          }
          expect(shares.reduce<number>((total, one) => total + (one ?? 0), 0)).toBe(whole)
          shares.forEach((one, index) =>
            expect(Math.abs((one ?? 0) - (whole * (weights[index] ?? 0)) / sum)).toBeLessThan(1),
          )
        },
      ),
    )
  })

  test('a split by baseline always reaches the target, unless it is above the whole', () => {
    const units = fc.array(
      fc.record({ children: fc.integer({ min: 1, max: 5000 }), baseline: fc.nat(100) }),
      {
        ...{ minLength: 1, maxLength: 60 },
      },
    )
    fc.assert(
      fc.property(fc.nat(100), units, (value, given) => {
        const target = { ...rate, value }
        const parts = given.map(({ children, baseline }) => unit(children, baseline))
        const split = withValues(parts, splitTarget(target, parts, 'baseline'))
        expect(checkSplit(target, split).isMet).toBe(true)
        expect(split.every((one) => (one.value ?? 0) >= (one.baseline ?? 0))).toBe(true)
      }),
    )
  })
})
