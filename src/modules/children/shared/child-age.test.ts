import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, ageOn } from '#base/day.ts'
import { birthRange, birthRefusal, dayRefusal } from './child-age.ts'

const today = '2026-11-22'

test.each([
  ['2026-11-23', 'born-in-future'],
  ['2026-11-22', undefined],
  ['2010-11-23', undefined],
  ['2010-11-22', 'too-old'],
] as const)('born on %s: %s', (bornOn, refusal) => {
  expect(birthRefusal(bornOn, today)).toBe(refusal)
})

test.each([
  ['2019-12-31', 'before-birth'],
  ['2020-01-01', undefined],
  ['2035-12-31', undefined],
  ['2036-01-01', 'too-old'],
  ['2040-01-01', 'in-future'],
] as const)('what was done for a child born on 2020-01-01 on %s: %s', (day, refusal) => {
  expect(dayRefusal('2020-01-01', day, '2039-06-15')).toBe(refusal)
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
