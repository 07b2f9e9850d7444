import { expect, test } from 'vitest'
import { deadlineIn, Month, monthAfter, observancesOf, overlapsMonth } from './calendar.ts'

test('June is the Action Month, school opens on 05/9, the festivals follow the moon', () => {
  expect(observancesOf(2026)).toEqual([
    { observance: 'new-year', from: '2026-02-17', to: '2026-02-17' },
    { observance: 'children-day', from: '2026-06-01', to: '2026-06-01' },
    { observance: 'action-month', from: '2026-06-01', to: '2026-06-30' },
    { observance: 'school-opening', from: '2026-09-05', to: '2026-09-05' },
    { observance: 'mid-autumn', from: '2026-09-25', to: '2026-09-25' },
  ])
})

test('of a year without known lunar days the others stay', () => {
  expect(observancesOf(2040).map(({ observance }) => observance)).toEqual([
    ...['children-day', 'action-month', 'school-opening'],
  ])
})

test.each([
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-06', 1, '2026-07'],
] as const)('the month %s and %i is %s', (month, count, expected) => {
  expect(monthAfter(month, count)).toBe(expected)
})

test('what lasts over a month stands in it', () => {
  expect(overlapsMonth({ from: '2026-05-28', to: '2026-06-02' }, '2026-06')).toBe(true)
  expect(overlapsMonth({ from: '2026-05-01', to: '2026-08-01' }, '2026-06')).toBe(true)
  expect(overlapsMonth({ from: '2026-07-01', to: '2026-07-01' }, '2026-06')).toBe(false)
})

test.each([
  [{ date: '2026-06-30', rule: null }, '2026-06', '2026-06-30'],
  [{ date: '2026-06-30', rule: null }, '2027-06', undefined],
  [{ date: null, rule: 'before:11-15' }, '2027-11', '2027-11-15'],
  [{ date: null, rule: 'before:11-15' }, '2027-10', undefined],
  [{ date: null, rule: 'fixed:02-29' }, '2027-02', undefined],
  [{ date: null, rule: 'set-yearly' }, '2027-02', undefined],
])('the deadline %o falls in %s on %s', (deadline, month, day) => {
  expect(deadlineIn(month, deadline)).toBe(day)
})

test('a month is written as year and month', () => {
  expect(['2026-06', '2026-13', '26-06', '2026-6'].map((text) => Month.safeParse(text).success)).toEqual([
    ...[true, false, false, false],
  ])
})
