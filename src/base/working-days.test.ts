import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween } from './day.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDay, termEnd, vietnamCalendar } from './working-days.ts'

const anyDay = fc.integer({ min: 0, max: 1_000 }).map((count) => addDays('2025-01-01', count))

describe('a working day', () => {
  test.each([
    ['2026-06-15', true, 'a Monday'],
    ['2026-06-13', false, 'a Saturday'],
    ['2026-06-14', false, 'a Sunday'],
    ['2026-02-17', false, 'the first day of Tết'],
    ['2026-04-27', false, 'instead of the Sunday of the Hùng kings'],
    ['2025-04-26', true, 'a Saturday worked for 2/5'],
    ['2025-05-02', false, 'a Friday in exchange'],
    ['2025-09-01', false, 'the day next to 2/9'],
  ])('%s: %s, %s', (day, worked) => {
    expect(isWorkingDay(day)).toBe(worked)
  })

  test('the table equals the reference data', () => {
    const lines = readFileSync('db/reference/working-days/2026-11.csv', 'utf8').trim().split('\n').slice(1)
    const of = (kind: string) =>
      lines.filter((line) => line.split(',')[1] === kind).map((line) => line.slice(0, 10))
    expect([...vietnamCalendar.off]).toEqual(of('off'))
    expect([...vietnamCalendar.worked]).toEqual(of('worked'))
  })

  test('no day is named that would be so without the table', () => {
    const plain = { off: new Set<string>(), worked: new Set<string>(), settledTo: '2026-12-31' }
    expect([...vietnamCalendar.off].filter((day) => !isWorkingDay(day, plain))).toEqual([])
    expect([...vietnamCalendar.worked].filter((day) => isWorkingDay(day, plain))).toEqual([])
  })
})

describe('a term', () => {
  test.each([
    [
      'a plan submitted on Thursday before a Friday holiday is decided on Tuesday',
      '2026-04-29',
      2,
      '2026-05-05',
    ],
    ['over Tết', '2026-02-13', 2, '2026-02-24'],
    ['from a Saturday', '2026-06-13', 1, '2026-06-15'],
    ['of no day', '2026-06-13', 0, '2026-06-13'],
  ])('in working days: %s', (_, event, days, end) => {
    expect(addWorkingDays(event, days)).toBe(end)
  })

  test('in calendar days that ends on a day off goes on to the next working day', () => {
    expect(termEnd('2026-06-03', { days: 10, kind: 'calendar' })).toBe('2026-06-15')
    expect(termEnd('2026-06-05', { days: 10, kind: 'calendar' })).toBe('2026-06-15')
  })

  test('in working days is never shorter than in calendar days, and ends on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, days) => {
        const end = addWorkingDays(day, days)
        expect(isWorkingDay(end)).toBe(true)
        expect(daysBetween(day, end)).toBeGreaterThanOrEqual(days)
        const after = Array.from({ length: daysBetween(day, end) }, (_, index) => addDays(day, index + 1))
        expect(after.filter((one) => isWorkingDay(one))).toHaveLength(days)
      }),
    )
  })

  test('the next working day is the day itself when it is worked', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const next = nextWorkingDay(day)
        expect(isWorkingDay(next)).toBe(true)
        expect(next === day).toBe(isWorkingDay(day))
      }),
    )
  })
})
