import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReached } from './target-reached.ts'

test.each([
  ['eq', 90, 89.9, false],
  ['eq', 90, 90, true],
  ['ge', 90, 95, true],
  ['gt', 90, 90, false],
  ['le', 15, 15, true],
  ['lt', 15, 15, false],
  ['reduce', 10, 5, undefined],
] as const)('%s %d with %d is %s', (comparator, value, now, reached) => {
  expect(isReached({ comparator, value, valueTo: null }, now)).toBe(reached)
})

test('a higher value never loses a target that asks for at least', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
      (value, now, more) => {
        const aim = { comparator: 'ge', value, valueTo: null } as const
        if (isReached(aim, now)) expect(isReached(aim, now + more)).toBe(true)
      },
    ),
  )
})
