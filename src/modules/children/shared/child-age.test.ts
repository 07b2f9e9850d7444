import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn } from '#base/day.ts'
import { birthRange, birthRefusal, isEarlyYearsChild } from './child-age.ts'

const today = '2026-11-22'

test.each([
  ['2026-11-23', 'born-in-future'],
  ['2026-11-22', undefined],
  ['2010-11-23', undefined],
  ['2010-11-22', 'too-old'],
] as const)('born on %s: %s', (bornOn, refusal) => {
  expect(birthRefusal(bornOn, today)).toBe(refusal)
})

test('a child counts in the early years until the day it turns 9', () => {
  expect(isEarlyYearsChild('2017-11-23', today)).toBe(true)
  expect(isEarlyYearsChild('2017-11-22', today)).toBe(false)
})

test('the birth range of an age group holds exactly the children of that age', () => {
  const day = fc.integer({ min: 0, max: 7300 }).map((count) => addDays('2010-01-01', count))
  fc.assert(
    fc.property(
      day,
      day,
      fc.integer({ min: 0, max: 15 }),
      fc.integer({ min: 0, max: 5 }),
      (bornOn, on, from, more) => {
        const range = birthRange(on, { fromYears: from, toYears: from + more })
        const { years } = ageOn(bornOn, on)
        expect(range.from <= bornOn && bornOn <= range.to).toBe(years >= from && years <= from + more)
      },
    ),
  )
})
