import { describe, expect, test } from 'vitest'
import { readNumber, readOedema, readPosition, readSex } from './survey-cells.ts'
import { readSurveyRow } from './survey-row.ts'

const row = (cells: Record<string, string>) => readSurveyRow(new Map(Object.entries(cells)), 'who2006')

describe('the cells of a survey file', () => {
  test.each([
    ['9.5', { value: 9.5 }],
    [' 9.5 ', { value: 9.5 }],
    ['9,5', { value: 9.5, note: 'comma-taken' }],
    ['1e1', { value: 10 }],
    ['', { value: null }],
    ['NA', { value: null }],
    ['9kg', { value: null, note: 'not-a-number' }],
    ['1,234,5', { value: null, note: 'not-a-number' }],
  ])('the number %j', (text, cell) => {
    expect(readNumber(text)).toEqual(cell)
  })

  test.each([
    ['1', 'male'],
    ['2', 'female'],
    ['M', 'male'],
    ['f', 'female'],
    ['Nữ', 'female'],
    ['Trai', 'male'],
    ['1.0', 'male'],
    ['', null],
  ])('the sex %j', (text, sex) => {
    expect(readSex(text)).toEqual({ value: sex })
  })

  test('an unknown sex or position is missing and named; oedema is none unless said', () => {
    expect(readSex('3')).toEqual({ value: null, note: 'unknown-word' })
    expect(readPosition('H')).toEqual({ value: 'standing' })
    expect([
      readOedema('y').value,
      readOedema('1').value,
      readOedema('2').value,
      readOedema('').value,
    ]).toEqual([true, true, false, false])
  })
})

describe('a row', () => {
  test('takes days before months, and months when days are missing', () => {
    expect(row({ age_days: '100', age_months: '3' }).age?.days).toBe(100)
    expect(row({ age_days: 'NA', age_months: '3' }).age?.days).toBe(91)
    expect(row({ age_days: '100', age_months: '30' }).notes).toEqual([
      { column: 'age_days', note: 'ages-differ' },
    ])
  })

  test('converts nothing: grams and metres stay and are named', () => {
    const { measured, notes } = row({ weight_kg: '9500', lenhei_cm: '0.72' })
    expect([measured.weightKg, measured.lenheiCm]).toEqual([9500, 0.72])
    expect(notes.map(({ note }) => note)).toEqual(['looks-like-grams', 'looks-like-metres'])
  })

  test('a negative age is no age', () => {
    expect(row({ age_days: '-4' })).toMatchObject({ age: null, notes: [{ note: 'negative-age' }] })
  })
})
