import { expect, test } from 'vitest'
import { expectedRefusal, isBirthOf, weeksOn } from './pregnancy.ts'

test.each([
  ['2026-09-24', 25],
  ['2027-03-23', undefined],
  ['2026-06-15', 40],
  ['2026-05-30', 42],
  ['2026-05-01', undefined],
])('expected on %s it is week %s on 15/06/2026', (expectedOn, weeks) => {
  expect(weeksOn(expectedOn, '2026-06-15')).toBe(weeks)
})

test.each([
  ['2027-03-22', undefined],
  ['2027-03-23', 'expected-too-late'],
  ['2026-05-18', undefined],
  ['2026-05-17', 'expected-too-early'],
])('a birth expected on %s is taken on 15/06/2026: %s', (expectedOn, reason) => {
  expect(expectedRefusal(expectedOn, '2026-06-15')).toBe(reason)
})

test.each([
  ['2026-06-15', true],
  ['2026-02-01', true],
  ['2026-01-20', false],
  ['2026-07-14', false],
])('born on %s, expected on 15/06/2026: %s', (bornOn, is) => {
  expect(isBirthOf('2026-06-15', bornOn)).toBe(is)
})
