import { describe, expect, test } from 'vitest'
import { type ClassFacts, classes2006, classes2007, severityOf } from './classes.ts'
import type { Scores2006 } from './score-2006.ts'

const nothing = { len: null, wei: null, wfl: null, bmi: null, hc: null, ac: null, ts: null, ss: null }
const facts: ClassFacts = { ageMonths: 24, armCm: null, oedema: false }
const score = (z: number, flag = false) => ({ z, flag })
const under5 = (scores: Partial<Scores2006>, more: Partial<ClassFacts> = {}) =>
  classes2006({ ...nothing, ...scores }, { ...facts, ...more })

describe('below 5 years (WHO 2006)', () => {
  // "Below" leaves out the cut itself: a child at exactly -2 SD is not underweight.
  test.each([
    ['wei', -2, 'normal'],
    ['wei', -2.01, 'underweight'],
    ['wei', -3, 'underweight'],
    ['wei', -3.01, 'severe-underweight'],
    ['len', -2, 'normal'],
    ['len', -2.01, 'stunting'],
    ['len', -3.01, 'severe-stunting'],
    ['wfl', -2.01, 'moderate-acute'],
    ['wfl', -3, 'moderate-acute'],
    ['wfl', -3.01, 'severe-acute'],
    ['wfl', 1, 'normal'],
    ['wfl', 1.01, 'overweight-risk'],
    ['wfl', 2, 'overweight-risk'],
    ['wfl', 2.01, 'overweight'],
    ['wfl', 3, 'overweight'],
    ['wfl', 3.01, 'obesity'],
    ['hc', -2.01, 'small-head'],
    ['hc', 2.01, 'large-head'],
  ] as const)('%s at %d SD: %s', (index, z, expected) => {
    expect(under5({ [index]: score(z) })).toEqual([expected])
  })

  // QĐ 3779/QĐ-BYT 2019: arm below 115 and 125 mm between 6 and 59 months, oedema at any age.
  test.each([
    [12.5, 24, 'normal'],
    [12.4, 24, 'moderate-acute'],
    [11.5, 24, 'moderate-acute'],
    [11.4, 24, 'severe-acute'],
    [11.4, 6, 'severe-acute'],
    [11.4, 5.9, 'normal'],
  ] as const)('an arm of %d cm at %d months: %s', (armCm, ageMonths, expected) => {
    expect(under5({ wei: score(0) }, { armCm, ageMonths })).toEqual([expected])
  })

  test('oedema alone is severe acute malnutrition', () => {
    expect(under5({}, { oedema: true })).toEqual(['severe-acute'])
  })

  test('the worst stands first', () => {
    const found = under5({ wei: score(-2.5), len: score(-3.5), wfl: score(-3.2) })
    expect(found).toEqual(['severe-acute', 'severe-stunting', 'underweight'])
    expect(severityOf(found)).toBe(3)
  })

  test('an implausible score makes no class, it is to be checked', () => {
    expect(under5({ wei: score(-6.5, true) })).toEqual(['to-check'])
    expect(under5({ wei: score(-6.5, true), len: score(-2.5) })).toEqual(['stunting', 'to-check'])
  })

  test('where weight and length do not give a plausible score, BMI speaks', () => {
    expect(under5({ wfl: score(5.2, true), bmi: score(3.1) })).toEqual(['obesity', 'to-check'])
  })

  test('without any score nothing is known, and nothing is said to be normal', () => {
    expect(under5({})).toEqual(['unknown'])
  })
})

describe('from 5 years (WHO Reference 2007)', () => {
  test.each([
    [1, 'normal'],
    [1.01, 'overweight'],
    [2, 'overweight'],
    [2.01, 'obesity'],
    [-2, 'normal'],
    [-2.01, 'thinness'],
    [-3.01, 'severe-thinness'],
  ] as const)('BMI at %d SD: %s', (z, expected) => {
    expect(classes2007({ hfa: null, wfa: null, bfa: score(z) }, { ...facts, ageMonths: 72 })).toEqual([
      expected,
    ])
  })

  test('the arm says nothing any more', () => {
    const tall = { hfa: score(0), wfa: null, bfa: null }
    expect(classes2007(tall, { ageMonths: 61, armCm: 11, oedema: false })).toEqual(['normal'])
  })
})
