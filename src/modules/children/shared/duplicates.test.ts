import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import {
  duplicateScore,
  isOneLetterAway,
  possibleFrom,
  swappedDayMonth,
  type ComparedChild,
} from './duplicates.ts'

const hoa: ComparedChild = {
  name: 'y hoa',
  bornOn: '2021-03-07',
  bornPrecision: 'day',
  sex: 'female',
  personalId: '062321760045',
  mother: 'y bloi',
  village: 'dak me',
  household: '12',
}
const isPossible = (a: ComparedChild, b: ComparedChild) => duplicateScore(a, b).score >= possibleFrom

describe('the same child', () => {
  test('entered again is certain', () => {
    expect(duplicateScore(hoa, { ...hoa })).toMatchObject({ certain: true, score: 1 })
    const without = { ...hoa, personalId: null }
    expect(duplicateScore(without, hoa)).toMatchObject({ certain: true })
    expect(duplicateScore(without, hoa).reasons).toEqual(
      expect.arrayContaining(['same-name', 'same-birth-date', 'same-mother', 'same-village']),
    )
  })

  test('with the same number but another name needs a person', () => {
    const other = duplicateScore(hoa, { ...hoa, name: 'a thien' })
    expect(other.certain).toBe(false)
    expect(other.score).toBeGreaterThanOrEqual(possibleFrom)
  })

  test.each([
    ['day and month exchanged', { personalId: null, bornOn: '2021-07-03' }],
    ['another village written', { personalId: null, village: 'kon ray' }],
    ['no mother, no village', { personalId: null, mother: null, village: null, household: null }],
    ['the sex mistaken', { personalId: null, sex: 'male' as const }],
    ['no name yet', { personalId: null, name: '' }],
    ['a part of the name left out', { personalId: null, name: 'hoa' }],
  ])('is possible with %s', (_, change) => {
    const found = duplicateScore({ ...hoa, personalId: null }, { ...hoa, ...change })
    expect(found.score).toBeGreaterThanOrEqual(possibleFrom)
  })
})

describe('a birth of which only the month or the year is known', () => {
  const known = { ...hoa, personalId: null }
  const month = { ...known, bornOn: '2021-03-15', bornPrecision: 'month' as const }
  const year = { ...known, bornOn: '2021-07-01', bornPrecision: 'year' as const }

  test.each([
    ['the day and its month', known, month],
    ['the day and its year', known, year],
    ['the month and its year', month, year],
    ['without a mother, by month and place', { ...known, mother: null }, { ...month, mother: null }],
    ['a newborn without a name, by mother and month', { ...known, name: '' }, month],
  ])('is possible: %s; never certain, and said why', (_, a, b) => {
    const found = duplicateScore(a, b)
    expect(found.score).toBeGreaterThanOrEqual(possibleFrom)
    expect(found.certain).toBe(false)
    expect(found.reasons).toContain('compatible-birth')
    expect(found.reasons).not.toContain('same-birth-date')
  })

  test.each([
    ['another month', { ...month, bornOn: '2021-04-15' }],
    ['another year', { ...year, bornOn: '2022-07-01' }],
    [
      'the same year, and neither mother nor place the same',
      { ...year, mother: null, village: null, household: null },
    ],
    [
      'the same month and another mother, another village',
      { ...month, mother: 'y nga', village: 'kon ray', household: '3' },
    ],
  ])('is another child: %s', (_, other) => {
    expect(isPossible(known, other)).toBe(false)
  })

  test('the same roster again says the same month again, and is certain', () => {
    expect(duplicateScore(month, { ...month })).toMatchObject({ certain: true })
  })
})

describe('another child', () => {
  test.each([
    [
      'of the same name and date, other mother, other village',
      { mother: 'y nga', village: 'kon ray', household: '3' },
    ],
    ['of the same mother, other birth date', { bornOn: '2022-10-01' }],
    ['of the same date and village, other name', { name: 'a thien', mother: 'y nga' }],
  ])('%s', (_, change) => {
    expect(isPossible({ ...hoa, personalId: null }, { ...hoa, personalId: null, ...change })).toBe(false)
  })
})

describe('properties', () => {
  const word = fc.constantFrom('y', 'a', 'hoa', 'hoan', 'thien', 'mai', 'may')
  const child: fc.Arbitrary<ComparedChild> = fc.record({
    name: fc.tuple(word, word).map((parts) => parts.join(' ')),
    bornOn: fc.integer({ min: 0, max: 40 }).map((count) => addDays('2021-01-01', count * 9)),
    bornPrecision: fc.constantFrom('day', 'day', 'month', 'year'),
    sex: fc.constantFrom('male', 'female'),
    personalId: fc.constantFrom(null, '1', '2'),
    mother: fc.constantFrom(null, 'y bloi', 'y nga'),
    village: fc.constantFrom(null, 'dak me', 'kon ray'),
    household: fc.constantFrom(null, '1', '2'),
  })

  test('the score is the same in both directions and between 0 and 1', () => {
    fc.assert(
      fc.property(child, child, (a, b) => {
        expect(duplicateScore(a, b)).toEqual(duplicateScore(b, a))
        expect(duplicateScore(a, b).score).toBeGreaterThanOrEqual(0)
        expect(duplicateScore(a, b).score).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('twins, of one mother and one day but with names of their own, are never certain', () => {
    fc.assert(
      fc.property(child, child, (a, b) => {
        fc.pre(a.name !== b.name && a.personalId === null)
        const twins = duplicateScore({ ...a, mother: 'y bloi' }, { ...b, mother: 'y bloi', bornOn: a.bornOn })
        expect(twins.certain).toBe(false)
      }),
    )
  })

  test('exchanging day and month twice gives the date again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6000 }), (count) => {
        const day = addDays('2012-01-01', count)
        const swapped = swappedDayMonth(day)
        if (swapped) expect(swappedDayMonth(swapped)).toBe(day)
      }),
    )
  })
})

test.each([
  ['hoa', 'hoan', true],
  ['hoa', 'hao', false],
  ['hoa', 'hoa', true],
  ['thien', 'thie', true],
  ['thien', 'thuyen', false],
])('%s and %s are one letter apart: %s', (a, b, expected) => {
  expect(isOneLetterAway(a, b)).toBe(expected)
})
