import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { addDays, addMonths, ageOn, daysBetween, type Day } from '#base/day.ts'
import { childServices } from './child-services.ts'
import { ServicePackage, type ChildFacts, type ServiceRecord } from './contract.ts'
import { allDomainsMask, coverage, domainBit, isReached } from './coverage.ts'
import { calendarDay, dayNumber, dayText, monthsLater } from './day-number.ts'
import { checkRecord } from './record-check.ts'
import { occurrences } from './windows.ts'

const pkg = ServicePackage.parse(
  JSON.parse(
    readFileSync(new URL('../../../../db/reference/service-package/2026-11.json', import.meta.url), 'utf8'),
  ),
)

function item(code: string) {
  const found = pkg.items.find((one) => one.code === code)
  if (!found) throw new Error(`no item ${code}`)
  return found
}

function child(facts: Partial<ChildFacts> = {}): ChildFacts {
  return {
    id: '01900000-0000-7000-8000-000000000001',
    bornOn: '2024-03-15',
    sex: 'female',
    minority: true,
    poverty: 'none',
    disabled: false,
    specialCircumstance: false,
    education: 'none',
    leftOn: null,
    ...facts,
  }
}

let serial = 0
function done(itemCode: string, doneOn: Day, dose: number | null = null): ServiceRecord {
  serial += 1
  const id = `01900000-0000-7000-8000-${String(serial).padStart(12, '0')}`
  return { id, itemCode, dose, doneOn, answer: 'done' }
}

function state(code: string, records: ServiceRecord[], day: Day, facts: Partial<ChildFacts> = {}) {
  return childServices(pkg, child(facts), records, day)
    .filter((line) => line.itemCode === code)
    .map((line) => [line.dose, line.state, line.deadline])
}

const dayIn = (from: Day, to: Day) =>
  fc.integer({ min: 0, max: daysBetween(from, to) }).map((n) => addDays(from, n))

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

const h1 = { from: '2025-01-01', to: '2025-06-30' } as const

describe('coverage', () => {
  const old = child({ bornOn: '2018-02-10', education: 'primary', minority: false })
  const second = { from: '2025-07-01', to: '2025-12-31', asOf: '2025-12-31' } as const
  test('a mandatory service missed fails its domain', () => {
    const result = coverage(pkg, old, [done('PLAY', '2025-06-01'), done('PLAY', '2025-10-06')], second)
    expect(result.counted).toBe(true)
    expect(result.missing.map((one) => one.itemCode)).toContain('CHK-PRI')
    expect(result.gotMask & domainBit.health).toBe(0)
    expect(result.gotMask & domainBit.welfare).toBe(domainBit.welfare)
    expect(isReached(result)).toBe(false)
  })
  test('one optional service is enough for a domain without a mandatory one', () => {
    const records = [
      done('CHK-PRI', '2025-09-20'),
      done('EDU-SKILL', '2025-10-01'),
      done('PRO-SELF', '2025-10-02'),
      done('MEAL', '2025-10-02'),
      done('PAR-SAFE', '2025-07-20'),
      done('PLAY', '2025-10-06'),
    ]
    const result = coverage(pkg, old, records, second)
    expect(isReached(result)).toBe(true)
  })
  test('a service done after the period does not count for it', () => {
    const born = child({ bornOn: '2025-01-10' })
    const late = [done('BIRTH-REG', '2025-07-02')]
    const at = coverage(pkg, born, late, { ...h1, asOf: '2025-12-31' })
    expect(at.missing.map((one) => one.itemCode)).toContain('BIRTH-REG')
    const early = coverage(pkg, born, [done('BIRTH-REG', '2025-02-02')], { ...h1, asOf: '2025-12-31' })
    expect(early.missing.map((one) => one.itemCode)).not.toContain('BIRTH-REG')
  })
  test('a service not yet ended is not due, unless it is answered already', () => {
    const born = child({ bornOn: '2025-01-10' })
    const open = coverage(pkg, born, [], { ...h1, asOf: '2025-01-20' })
    expect(open.dueMask & domainBit.protection).toBe(0)
    const answered = coverage(pkg, born, [done('BIRTH-REG', '2025-01-19')], { ...h1, asOf: '2025-01-20' })
    expect(answered.gotMask & domainBit.protection).toBe(domainBit.protection)
  })
  test.each<[string, Partial<ChildFacts>, boolean]>([
    ['eight years old at the end', { bornOn: '2016-07-01' }, true],
    ['nine years old at the end', { bornOn: '2016-06-30' }, false],
    ['left before the end', { leftOn: '2025-05-01' }, false],
    ['left later', { leftOn: '2025-09-01' }, true],
    ['not yet born', { bornOn: '2025-08-01' }, false],
  ])('who is counted: %s', (_, facts, counted) => {
    expect(coverage(pkg, child(facts), [], { ...h1, asOf: '2025-12-01' }).counted).toBe(counted)
  })
  test('a refusal is an answer but does not reach', () => {
    const refused: ServiceRecord = { ...done('BIRTH-REG', '2025-01-19'), answer: 'refused' }
    const result = coverage(pkg, child({ bornOn: '2025-01-10' }), [refused], { ...h1, asOf: '2025-01-20' })
    expect(result.dueMask & domainBit.protection).toBe(domainBit.protection)
    expect(result.gotMask & domainBit.protection).toBe(0)
  })

  const someRecords = (bornOn: Day) =>
    fc.array(
      fc
        .tuple(
          fc.constantFrom(...pkg.items),
          fc.integer({ min: 1, max: 3 }),
          dayIn('2025-01-01', '2026-06-30'),
        )
        .map(([one, dose, day]) =>
          done(one.code, day < bornOn ? bornOn : day, one.rhythm.kind === 'doses' ? dose : null),
        ),
      { maxLength: 40 },
    )

  test('does not change before the day it names for looking again', () => {
    const cases = dayIn('2017-01-01', '2025-03-31').chain((bornOn) =>
      fc.tuple(fc.constant(bornOn), someRecords(bornOn), dayIn('2025-01-01', '2025-12-31'), fc.nat(60)),
    )
    fc.assert(
      fc.property(cases, ([bornOn, records, asOf, later]) => {
        const year = { from: '2025-01-01', to: '2025-12-31' }
        const known = records.filter((record) => record.doneOn <= asOf)
        const now = coverage(pkg, child({ bornOn }), known, { ...year, asOf })
        const then = addDays(asOf, later)
        if (now.recheckOn !== null && then >= now.recheckOn) return
        const again = coverage(pkg, child({ bornOn }), known, { ...year, asOf: then })
        expect({ ...again, recheckOn: null }).toEqual({ ...now, recheckOn: null })
      }),
      { numRuns: 150 },
    )
  })
  test('got is part of due, and one more service done never loses a domain', () => {
    const cases = dayIn('2017-01-01', '2025-03-31').chain((bornOn) =>
      fc.tuple(fc.constant(bornOn), someRecords(bornOn), fc.constantFrom(...pkg.items)),
    )
    fc.assert(
      fc.property(cases, ([bornOn, records, extra]) => {
        const when = { from: '2025-01-01', to: '2025-12-31', asOf: '2026-01-31' }
        const before = coverage(pkg, child({ bornOn }), records, when)
        expect(before.gotMask & ~before.dueMask).toBe(0)
        expect(before.dueMask | allDomainsMask).toBe(allDomainsMask)
        if (extra.rhythm.kind === 'doses' || bornOn > '2025-04-02') return
        const after = coverage(pkg, child({ bornOn }), [...records, done(extra.code, '2025-04-02')], when)
        expect(before.gotMask & ~after.gotMask).toBe(0)
      }),
      { numRuns: 150 },
    )
  })
})

describe('what may be recorded', () => {
  const facts = child()
  const check = (
    code: string,
    doneOn: Day,
    more: { dose?: number; records?: ServiceRecord[]; irregular?: boolean } = {},
  ) =>
    checkRecord(
      {
        item: pkg.items.find((one) => one.code === code),
        child: facts,
        records: more.records ?? [],
        today: '2026-11-22',
        irregular: more.irregular ?? false,
      },
      {
        id: '01900000-0000-7000-8000-0000000000ff',
        itemCode: code,
        dose: more.dose ?? null,
        doneOn,
        answer: 'done',
      },
    )
  const first = [done('IMM-PENTA', '2024-05-15', 1)]
  test.each([
    ['unknown item', check('NO-SUCH', '2024-05-01'), 'services.unknown-item'],
    ['for pregnant women', check('ANC-1', '2024-05-01'), 'services.not-for-children'],
    ['before birth', check('PLAY', '2024-03-14'), 'services.before-birth'],
    ['in the future', check('PLAY', '2026-11-23'), 'services.in-future'],
    ['dose missing', check('IMM-PENTA', '2024-05-15'), 'services.dose-needed'],
    ['dose unknown', check('IMM-PENTA', '2024-05-15', { dose: 4 }), 'services.dose-unknown'],
    ['dose of a service without doses', check('PLAY', '2024-05-15', { dose: 1 }), 'services.dose-unknown'],
    ['dose twice', check('IMM-PENTA', '2024-07-15', { dose: 1, records: first }), 'services.done-before'],
    [
      'too soon after the dose before',
      check('IMM-PENTA', '2024-06-11', { dose: 2, records: first }),
      'services.dose-gap',
    ],
    ['without the dose before', check('IMM-PENTA', '2024-06-20', { dose: 2 }), 'services.dose-order'],
    ['too young', check('IMM-PENTA', '2024-05-01', { dose: 1 }), 'services.dose-early'],
    [
      'same day twice',
      check('GRO-0-23', '2024-05-01', { records: [done('GRO-0-23', '2024-05-01')] }),
      'services.same-day',
    ],
  ])('%s is refused', (_, result, reason) => {
    expect(result).toMatchObject({ ok: false, reason })
  })
  test('a dose given too soon is taken with a mark when a person says so', () => {
    expect(check('IMM-PENTA', '2024-06-11', { dose: 2, records: first, irregular: true })).toEqual({
      ok: true,
      irregular: true,
    })
  })
  test('a right dose is taken without a mark', () => {
    expect(ageOn(facts.bornOn, '2024-06-14').days).toBe(91)
    expect(check('IMM-PENTA', '2024-06-14', { dose: 2, records: first })).toEqual({
      ok: true,
      irregular: false,
    })
  })
})
