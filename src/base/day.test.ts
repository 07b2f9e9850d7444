import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  ageOn,
  Day,
  dayFrom,
  daysBetween,
  endOfMonth,
  formatDay,
  parseVietnameseDay,
  formatMoment,
  vietnamDay,
} from './day.ts'

const someDay = fc
  .integer({ min: 0, max: 36_500 })
  .map((count) => new Date(Date.UTC(1990, 0, 1 + count)).toISOString().slice(0, 10))

test.each(['2026-02-28', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is a day', (text) => {
  expect(Day.safeParse(text).success).toBe(true)
})

test.each([
  '2026-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-00-10',
  '2026-05-00',
  '2026-13-01',
  '2026-1-1',
  '31/12/2026',
  '',
])('%s is no day', (text) => {
  expect(Day.safeParse(text).success).toBe(false)
})

describe('ages', () => {
  test('a child turns one on the birthday, not the day before', () => {
    expect(ageOn('2025-03-15', '2026-03-14')).toEqual({ years: 0, months: 11, days: 364 })
    expect(ageOn('2025-03-15', '2026-03-15')).toEqual({ years: 1, months: 12, days: 365 })
  })

  test('before birth the age is negative', () => {
    expect(ageOn('2026-03-15', '2026-03-14').days).toBe(-1)
    expect(ageOn('2026-03-15', '2026-03-14').months).toBe(-1)
  })

  test('adding days and counting them back agree', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -4000, max: 4000 }), (day, count) => {
        expect(daysBetween(day, addDays(day, count))).toBe(count)
      }),
    )
  })
})

test('a month later than 31 January is the last day of February', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
  expect(endOfMonth('2026-12-05')).toBe('2026-12-31')
})

test.each([
  ['31/3/2020', '2020-03-31'],
  ['05-04-2016', '2016-04-05'],
  [' 1.7.2025 ', '2025-07-01'],
  ['2020-03-31', '2020-03-31'],
  ['31/02/2020', undefined],
  ['2020', undefined],
  ['29/10/18', undefined],
])('%s is read as %s', (text, day) => {
  expect(parseVietnameseDay(text)).toBe(day)
})

test('what is written is read back', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      expect(parseVietnameseDay(formatDay(day))).toBe(day)
    }),
  )
})

test('the day in Viet Nam begins at 17:00 UTC', () => {
  expect(vietnamDay(new Date('2026-06-30T16:59:59Z'))).toBe('2026-06-30')
  expect(vietnamDay(new Date('2026-06-30T17:00:00Z'))).toBe('2026-07-01')
})

test('a day is made of numbers only when it exists', () => {
  expect(dayFrom(2026, 2, 30)).toBeUndefined()
  expect(dayFrom(2026, 2, 3)).toBe('2026-02-03')
})

test.each([
  ['2026-06-30T16:59:59Z', '30/06/2026 23:59'],
  ['2026-06-30T17:00:00Z', '01/07/2026 00:00'],
  ['2026-06-15T09:05:00+07:00', '15/06/2026 09:05'],
])('%s is read in Viet Nam as %s', (moment, words) => {
  expect(formatMoment(moment)).toBe(words)
})
