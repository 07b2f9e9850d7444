import { describe, expect, test } from 'vitest'
import { Cycle, DutyPeriod, dutyPeriodName, dutyRange, periodsOf } from './periods.ts'

describe('periods of a duty', () => {
  test.each([
    ['month', 12],
    ['june', 1],
    ['quarter', 4],
    ['half', 2],
    ['first-half', 1],
    ['half-and-year', 2],
    ['9-months', 1],
    ['year', 1],
    ['event', 0],
  ] as const)('%s: %i in a year', (cycle, count) => {
    expect(periodsOf(cycle, 2026)).toHaveLength(count)
  })

  test('each is written as the contract takes it, begins before it ends and lies in its year', () => {
    for (const period of Cycle.options.flatMap((cycle) => periodsOf(cycle, 2024))) {
      expect(DutyPeriod.safeParse(period).success).toBe(true)
      const { from, to } = dutyRange(period)
      expect(from < to && from.startsWith('2024') && to.startsWith('2024')).toBe(true)
    }
  })

  test.each([
    ['2026-06', '2026-06-01', '2026-06-30', 'tháng 6 năm 2026'],
    ['2024-02', '2024-02-01', '2024-02-29', 'tháng 2 năm 2024'],
    ['2026-Q2', '2026-04-01', '2026-06-30', 'quý II năm 2026'],
    ['2026-9M', '2026-01-01', '2026-09-30', '9 tháng đầu năm 2026'],
    ['2026-H1', '2026-01-01', '2026-06-30', '6 tháng đầu năm 2026'],
    ['2026', '2026-01-01', '2026-12-31', 'năm 2026'],
    ['2026-05-30.00000000-0000-7000-8000-000000000001', '2026-05-30', '2026-05-30', 'ngày 30/05/2026'],
  ])('%s is %s to %s, %s', (period, from, to, name) => {
    expect(dutyRange(period)).toEqual({ from, to })
    expect(dutyPeriodName(period)).toBe(name)
  })

  test.each([
    ['2026-06', 'month 6 of 2026'],
    ['2026-Q3', 'quarter III of 2026'],
    ['2026-9M', 'first nine months of 2026'],
  ])('%s in English is %s', (period, name) => {
    expect(dutyPeriodName(period, 'en')).toBe(name)
  })

  test.each(['26', '2026-H3', '2026-13', '2026-Q5', '2026-06-1', '2026-06-15'])('%s is no period', (text) => {
    expect(DutyPeriod.safeParse(text).success).toBe(false)
  })
})
