import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectedOn, holdsTarget, progressOf } from './on-track.ts'

const ninety = { year: 2026, comparator: 'ge', value: 90 } as const
/** 50 % at the end of June 2025; half of the way to the end of 2026 has gone by 31 March 2026. */
const start = { period: '2025-H1', code: 'ecd1437:reach-all', numerator: 50, denominator: 100 }
const at = (numerator: number, asOf = '2026-03-31') =>
  progressOf({ share: { numerator, denominator: 100 }, target: ninety, asOf, start })

describe('a figure', () => {
  test.each([
    [90, 'reached'],
    [89, 'on-track'],
    [70, 'on-track'],
    [69, 'behind'],
  ] as const)('of %d of 100 half-way from 50 to 90: %s', (numerator, progress) => {
    expect(at(numerator)).toBe(progress)
  })

  test('whose year has ended is reached or behind', () => {
    expect([at(89, '2026-12-31'), at(90, '2027-05-01')]).toEqual(['behind', 'reached'])
  })

  test('without a beginning is reached or behind, without a target or anybody nothing', () => {
    const share = { numerator: 80, denominator: 100 }
    expect(progressOf({ share, target: ninety, asOf: '2026-03-31', start: undefined })).toBe('behind')
    expect(progressOf({ share, target: null, asOf: '2026-03-31', start })).toBe('none')
    const nobody = { numerator: 0, denominator: 0 }
    expect(progressOf({ share: nobody, target: ninety, asOf: '2026-03-31', start })).toBe('none')
  })

  test('that must fall is on track below the line', () => {
    const target = { year: 2026, comparator: 'lt', value: 10 } as const
    const asked = { target, asOf: '2026-03-31', start }
    const of = (numerator: number) => progressOf({ ...asked, share: { numerator, denominator: 100 } })
    expect([of(9), of(10), of(29), of(31)]).toEqual(['reached', 'on-track', 'on-track', 'behind'])
  })
})

test('a target is held exactly, never by rounding', () => {
  expect(holdsTarget({ numerator: 8999, denominator: 10000 }, ninety)).toBe(false)
  expect(holdsTarget({ numerator: 9, denominator: 10 }, { ...ninety, comparator: 'gt' })).toBe(false)
  expect(holdsTarget({ numerator: 9, denominator: 10 }, { ...ninety, comparator: 'le' })).toBe(true)
})

test('the line rises from day to day up to the target', () => {
  const day = fc.integer({ min: 1, max: 500 }).map((after) => new Date(Date.UTC(2025, 6, 1 + after)))
  const asText = (date: Date) => date.toISOString().slice(0, 10)
  fc.assert(
    fc.property(day, (date) => {
      const asked = { target: ninety, start }
      const today = expectedOn({ ...asked, asOf: asText(date) }) ?? 0
      const tomorrow = expectedOn({ ...asked, asOf: asText(new Date(date.getTime() + 86_400_000)) }) ?? 90
      expect(today).toBeLessThan(tomorrow)
      expect(today).toBeLessThan(90)
    }),
  )
})
