import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bandCount, bandOf, bandsOf, percentScale } from './bands.ts'

test('a share falls into one of five bands of twenty', () => {
  expect([0, 19.9, 20, 59.9, 80, 100].map((value) => bandOf(value, percentScale))).toEqual([1, 1, 2, 3, 5, 5])
  expect(bandsOf(percentScale).map(({ from, to }) => `${from}-${to}`)).toEqual([
    ...['0-20', '20-40', '40-60', '60-80', '80-100'],
  ])
})

test('a band never falls as the value rises, and a scale without width has one band', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 150, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (value, more) => {
        const [lower, higher] = [bandOf(value, percentScale), bandOf(value + more, percentScale)]
        expect(lower).toBeLessThanOrEqual(higher)
        expect(lower >= 1 && higher <= bandCount).toBe(true)
      },
    ),
  )
  expect(bandOf(3, { from: 3, to: 3 })).toBe(bandCount)
})
