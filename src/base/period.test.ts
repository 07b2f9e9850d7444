import { expect, test } from 'vitest'
import { addDays } from './day.ts'
import { Period, periodName, periodOf, periodRange, previousPeriod, yearBefore } from './period.ts'

test.each(['2026', '2026-H1', '2026-H2'])('%s is a period', (text) => {
  expect(Period.safeParse(text).success).toBe(true)
})

test.each(['', '26', '2026-H3', '2026-h1', '2026-01', '2026-H1 ', 'năm 2026'])('“%s” is none', (text) => {
  expect(Period.safeParse(text).success).toBe(false)
})

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
])('%s goes from %s to %s', (period, from, to) => {
  expect(periodRange(period)).toEqual({ from, to })
})

test.each([
  ['2026-06-30', '2026-H1', '2026'],
  ['2026-07-01', '2026-H2', '2026'],
  ['2026-12-31', '2026-H2', '2026'],
  ['2027-01-01', '2027-H1', '2027'],
])('%s lies in %s and in %s', (day, half, year) => {
  expect([periodOf(day, 'half'), periodOf(day, 'year')]).toEqual([half, year])
})

test.each([
  ['2026-H1', '2025-H2'],
  ['2026-H2', '2026-H1'],
  ['2026', '2025'],
])('before %s was %s, and no day lies between', (period, before) => {
  expect(previousPeriod(period)).toBe(before)
  expect(addDays(periodRange(before).to, 1)).toBe(periodRange(period).from)
})

test('a year before lies the period of the same name', () => {
  expect(['2026', '2026-H1', '2026-H2'].map(yearBefore)).toEqual(['2025', '2025-H1', '2025-H2'])
})

test('a sentence names it as reports do', () => {
  expect(['2026', '2026-H1', '2026-H2'].map((period) => periodName(period))).toEqual([
    'năm 2026',
    '6 tháng đầu năm 2026',
    '6 tháng cuối năm 2026',
  ])
  expect(periodName('2026-H2', 'en')).toBe('second half of 2026')
})
