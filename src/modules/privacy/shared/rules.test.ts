import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '#base/day.ts'
import { isTermOver } from './processing.ts'
import {
  consentFault,
  extendedDueOn,
  isChildAsked,
  isCoreData,
  latenessOf,
  notifyBy,
  termsOf,
} from './rules.ts'

const today = '2026-06-15'
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((count) => addDays('2015-01-01', count))

describe('the child is asked', () => {
  test.each<[bornOn: string | null, day: string, asked: boolean, why: string]>([
    ['2019-06-16', '2026-06-15', false, '6 years 364 days'],
    ['2019-06-15', '2026-06-15', true, '7 years on that day'],
    ['2020-02-29', '2027-02-28', false, 'born on 29/2: one day before'],
    ['2020-02-29', '2027-03-01', true, 'born on 29/2: the day after'],
    [null, '2026-06-15', true, 'birth date not known'],
  ])('born %s, on %s: %s (%s)', (bornOn, day, asked) => {
    expect(isChildAsked(bornOn, day)).toBe(asked)
  })

  test('once asked, always asked', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(4_000), fc.nat(2_000), (bornOn, age, later) => {
        const day = addDays(bornOn, age)
        if (isChildAsked(bornOn, day)) expect(isChildAsked(bornOn, addDays(day, later))).toBe(true)
      }),
    )
  })
})

describe('a consent', () => {
  const given = { decision: 'given', givenOn: today, childVoice: 'agrees' } as const
  test.each([
    ['of a child of 8 who agrees', given, '2018-01-01', undefined],
    [
      'of a child of 8 who was not asked',
      { ...given, childVoice: 'not-asked' },
      '2018-01-01',
      'privacy.child-not-asked',
    ],
    ['of a child of 3 who was not asked', { ...given, childVoice: 'not-asked' }, '2023-01-01', undefined],
    [
      'of a child of 3 who says no',
      { ...given, childVoice: 'disagrees' },
      '2023-01-01',
      'privacy.child-disagrees',
    ],
    ['of a child without birth date', { ...given, childVoice: 'not-asked' }, null, 'privacy.child-not-asked'],
    [
      'refused, whatever the child says',
      { ...given, decision: 'refused', childVoice: 'disagrees' },
      '2018-01-01',
      undefined,
    ],
    ['before the birth', { ...given, givenOn: '2017-12-31' }, '2018-01-01', 'privacy.before-birth'],
    ['of tomorrow', { ...given, givenOn: '2026-06-16' }, '2018-01-01', 'privacy.day-ahead'],
  ] as const)('%s', (_, consent, bornOn, fault) => {
    expect(consentFault(consent, { bornOn, today })).toBe(fault)
  })

  test('no consent counts for a child from 7 years without its agreement', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(2_000),
        fc.constantFrom('disagrees' as const, 'not-asked' as const),
        (bornOn, more, childVoice) => {
          const givenOn = addDays(addMonths(bornOn, 84), more)
          const fault = consentFault(
            { decision: 'given', givenOn, childVoice },
            { bornOn, today: addDays(givenOn, 1) },
          )
          expect(fault).toBeDefined()
        },
      ),
    )
  })
})

describe('the terms of a request (personal-data.md section 4)', () => {
  const monday = '2026-06-01'
  test.each([
    ['view', false, '2026-06-11'],
    ['correct', true, '2026-06-16'],
    ['withdraw', false, '2026-06-16'],
    ['restrict', true, '2026-06-22'],
    ['delete', false, '2026-06-22'],
    ['delete', true, '2026-07-01'],
  ] as const)('%s, with a processor: %s, is due on %s', (kind, withProcessor, dueOn) => {
    expect(termsOf({ kind, receivedOn: monday, withProcessor }, 'calendar')).toEqual({
      answerDueOn: '2026-06-03',
      dueOn,
    })
  })

  test('in working days they are later, and the first answer is not', () => {
    expect(termsOf({ kind: 'view', receivedOn: monday, withProcessor: false }, 'working')).toEqual({
      answerDueOn: '2026-06-03',
      dueOn: '2026-06-15',
    })
  })

  test('received on a Friday the first answer is due on Tuesday', () => {
    const { answerDueOn } = termsOf(
      { kind: 'view', receivedOn: '2026-06-12', withProcessor: false },
      'calendar',
    )
    expect(answerDueOn).toBe('2026-06-16')
  })

  test('an extension begins where the term ended', () => {
    expect(extendedDueOn({ kind: 'view', dueOn: '2026-06-11', withProcessor: false }, 'calendar')).toBe(
      '2026-06-22',
    )
  })

  test.each([
    [{ answeredOn: null, answerDueOn: '2026-06-16', dueOn: '2026-06-25', decidedOn: null }, 'answer-soon'],
    [{ answeredOn: null, answerDueOn: '2026-06-12', dueOn: '2026-06-25', decidedOn: null }, 'answer-late'],
    [{ answeredOn: today, answerDueOn: '2026-06-12', dueOn: '2026-06-25', decidedOn: null }, 'on-time'],
    [{ answeredOn: today, answerDueOn: '2026-06-12', dueOn: '2026-06-17', decidedOn: null }, 'soon'],
    [{ answeredOn: today, answerDueOn: '2026-06-12', dueOn: '2026-06-12', decidedOn: null }, 'late'],
    [{ answeredOn: today, answerDueOn: '2026-06-12', dueOn: '2026-06-12', decidedOn: today }, 'done'],
  ])('%j is %s', (request, lateness) => {
    expect(latenessOf(request, today)).toBe(lateness)
  })
})

test('a breach is to be told within 72 hours, through nights and holidays', () => {
  expect(notifyBy('2026-02-16T16:30:00+07:00')).toBe('2026-02-19T09:30:00.000Z')
})

test('data of 100,000 people are core data', () => {
  expect([isCoreData(99_999), isCoreData(100_000)]).toEqual([false, true])
})

test.each<[bornOn: string, leftOn: string | null, over: boolean, why: string]>([
  ['2010-06-15', null, true, '16 years today'],
  ['2010-06-16', null, false, '16 years tomorrow'],
  ['2008-01-01', '2022-01-01', false, 'left four years ago'],
  ['2008-01-01', '2021-06-15', true, 'left five years ago'],
])('born %s, left %s: past its term %s (%s)', (bornOn, leftOn, over) => {
  expect(isTermOver({ bornOn, leftOn }, today)).toBe(over)
})
