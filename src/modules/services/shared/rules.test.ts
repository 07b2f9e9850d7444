import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type Day } from '#base/day.ts'
import { child, dayIn, done, item, pkg } from '#test/service-package.ts'
import { childServices } from './child-services.ts'
import type { ChildFacts, ServiceRecord } from './contract.ts'
import { calendarDay, dayNumber, dayText, monthsLater } from './day-number.ts'
import { occurrences } from './windows.ts'

function state(code: string, records: ServiceRecord[], day: Day, facts: Partial<ChildFacts> = {}) {
  return childServices(pkg, child(facts), records, day)
    .filter((line) => line.itemCode === code)
    .map((line) => [line.dose, line.state, line.deadline])
}

describe('day numbers', () => {
  test('agree with calendar days both ways, and with months', () => {
    fc.assert(
      fc.property(dayIn('1990-01-01', '2060-12-31'), fc.integer({ min: 0, max: 240 }), (day, months) => {
        expect(dayText(dayNumber(day))).toBe(day)
        expect(dayText(monthsLater(calendarDay(dayNumber(day)), months))).toBe(addMonths(day, months))
      }),
    )
  })
})

describe('the package', () => {
  test('has the 86 items, each number and code once', () => {
    expect(pkg.items).toHaveLength(86)
    expect(new Set(pkg.items.map((one) => one.number)).size).toBe(86)
    expect(new Set(pkg.items.map((one) => one.code)).size).toBe(86)
  })
  test('doses of a timetable follow one another with their gaps', () => {
    for (const { rhythm } of pkg.items) {
      if (rhythm.kind !== 'doses') continue
      rhythm.doses.forEach((dose, index) => {
        const before = rhythm.doses[index - 1]
        expect(dose.dose).toBe(index + 1)
        if (before) expect(dose.fromDays - before.fromDays).toBeGreaterThanOrEqual(dose.minGapDays)
      })
    }
  })
})

describe('occurrences', () => {
  const years = { from: '2024-01-01', to: '2033-12-31' }
  test.each([
    ['BIRTH-REG', [['2024-03-15', '2024-05-14']]],
    ['IMM-MEASLES', [['2024-12-14', '2025-01-13']]],
    [
      'IMM-PENTA',
      [
        ['2024-05-15', '2024-06-14'],
        ['2024-06-14', '2024-07-14'],
        ['2024-07-15', '2024-08-14'],
      ],
    ],
    // Age on the first day of the round within 6-36 months (vitamin-a.md).
    [
      'VITA',
      [
        ['2024-12-01', '2024-12-31'],
        ['2025-06-01', '2025-06-30'],
        ['2025-12-01', '2025-12-31'],
        ['2026-06-01', '2026-06-30'],
        ['2026-12-01', '2026-12-31'],
      ],
    ],
    // Born 2024: kindergarten in the school years 2027-28 and 2028-29.
    [
      'EDU-K34',
      [
        ['2027-09-01', '2027-12-31'],
        ['2028-01-01', '2028-05-31'],
        ['2028-09-01', '2028-12-31'],
        ['2029-01-01', '2029-05-31'],
      ],
    ],
    ['MNP', []],
    ['IMM-ROTA', []],
  ])('%s', (code, expected) => {
    expect(occurrences(item(code), child(), years).map(({ from, to }) => [from, to])).toEqual(expected)
  })

  test('monthly weighing has 24 windows that follow without a gap', () => {
    const windows = occurrences(item('GRO-0-23'), child({ bornOn: '2024-01-31' }), years)
    expect(windows).toHaveLength(24)
    windows.forEach(({ from }, index) => {
      const before = windows[index - 1]
      if (before) expect(from).toBe(addDays(before.to, 1))
    })
  })
  test('breastfeeding support is monthly under 6 months, then quarterly to 24', () => {
    expect(occurrences(item('BF-EXCL'), child(), years)).toHaveLength(6 + 6)
  })
  test('conditions: unknown never makes a service due', () => {
    const in2026 = { from: '2026-01-01', to: '2026-12-31' }
    expect(occurrences(item('CHK-U6'), child(), in2026)).not.toEqual([])
    expect(occurrences(item('CHK-U6'), child({ education: null }), in2026)).toEqual([])
    expect(occurrences(item('CHK-U6'), child({ education: 'nursery' }), in2026)).toEqual([])
    expect(occurrences(item('ALW-U3'), child({ poverty: 'poor' }), in2026)).toEqual([])
    expect(occurrences(item('CHK-FREE'), child({ poverty: 'poor' }), in2026)).not.toEqual([])
    expect(occurrences(item('PRO-REVIEW'), child({ specialCircumstance: true }), in2026)).not.toEqual([])
  })
  test('asked for a part of the time gives the same windows as the whole cut to it', () => {
    fc.assert(
      fc.property(
        dayIn('2016-01-01', '2026-11-22'),
        dayIn('2020-01-01', '2027-12-31'),
        fc.nat(400),
        (bornOn, from, length) => {
          const some = child({ bornOn, education: 'none', disabled: true, specialCircumstance: true })
          const to = addDays(from, length)
          for (const one of pkg.items) {
            const whole = occurrences(one, some, { from: '2015-01-01', to: '2044-01-01' })
            const cut = whole.filter((window) => window.to >= from && window.from <= to)
            expect(occurrences(one, some, { from, to })).toEqual(cut)
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('services of a child on a day', () => {
  test.each<[string, Day, unknown]>([
    ['BIRTH-REG', '2024-04-01', [[null, 'due', '2024-05-14']]],
    ['BIRTH-REG', '2024-05-15', [[null, 'overdue', '2024-05-14']]],
    ['IMM-MEASLES', '2024-10-01', []],
    ['IMM-MEASLES', '2024-11-01', [[null, 'coming', '2025-01-13']]],
    ['IMM-MEASLES', '2025-02-14', [[null, 'overdue', '2025-01-13']]],
    ['IMM-MEASLES', '2029-03-16', [[null, 'not-applicable', '2025-01-13']]],
    ['VITA', '2025-06-10', [[null, 'due', '2025-06-30']]],
    ['VITA', '2025-07-10', [[null, 'overdue', '2025-06-30']]],
    ['VITA', '2025-08-10', []],
    ['VITA', '2025-11-10', [[null, 'coming', '2025-12-31']]],
    ['IMM-ROTA', '2024-06-01', [[null, 'not-applicable', null]]],
    ['SAM', '2024-06-01', [[null, 'not-applicable', null]]],
    ['ANC-1', '2024-03-15', []],
  ])('%s on %s', (code, day, expected) => {
    expect(state(code, [], day)).toEqual(expected)
  })

  test('the second dose waits for the first and its least gap', () => {
    expect(state('IMM-PENTA', [], '2024-09-01')).toEqual([
      [1, 'overdue', '2024-06-14'],
      [2, 'coming', null],
      [3, 'coming', null],
    ])
    const late = [done('IMM-PENTA', '2024-09-01', 1)]
    expect(state('IMM-PENTA', late, '2024-09-10')).toEqual([
      [1, 'done', '2024-06-14'],
      [2, 'coming', '2024-10-29'],
      [3, 'coming', null],
    ])
    expect(state('IMM-PENTA', late, '2024-09-29')[1]).toEqual([2, 'due', '2024-10-29'])
  })
  test('a refused service is declined, and done when it is given after all', () => {
    const refused: ServiceRecord = { ...done('IMM-MEASLES', '2024-12-20'), answer: 'refused' }
    expect(state('IMM-MEASLES', [refused], '2025-02-01')).toEqual([[null, 'declined', '2025-01-13']])
    expect(state('IMM-MEASLES', [refused, done('IMM-MEASLES', '2025-03-01')], '2025-03-02')[0]?.[1]).toBe(
      'done',
    )
  })
  test('a child who left owes nothing', () => {
    const lines = childServices(pkg, child({ leftOn: '2025-01-01' }), [], '2025-02-14')
    expect(new Set(lines.map((line) => line.state))).toEqual(new Set(['not-applicable']))
  })
  test('a done line never turns into an open one as the days go by', () => {
    fc.assert(
      fc.property(dayIn('2024-12-14', '2030-01-01'), (day) => {
        const records = [done('IMM-MEASLES', '2024-12-14')]
        expect(state('IMM-MEASLES', records, day)[0]?.[1]).toBe('done')
      }),
    )
  })
})
