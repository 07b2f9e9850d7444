import { expect, test } from 'vitest'
import { deathMatrix } from './death-matrix.ts'

test('deaths stand in the row of their cause, by sex, age group and place; the rest of the row is zero', () => {
  const rows = deathMatrix([
    { cause: '08', sex: 'male', age: 5, place: 'community' },
    { cause: '08', sex: 'male', age: 6, place: 'community' },
    { cause: '08', sex: 'unknown', age: null, place: 'unknown' },
    { cause: '03', sex: 'female', age: 14, place: 'school' },
  ])
  expect(Object.keys(rows).toSorted()).toEqual(['injury-deaths:03', 'injury-deaths:08'])
  expect(rows['injury-deaths:08']).toEqual({
    ...{ 'deaths.total': 3, 'deaths.male': 2, 'deaths.female': 0, 'deaths.sex-unknown': 1 },
    ...{ 'deaths.age-0-5': 1, 'deaths.age-6-9': 1, 'deaths.age-10-13': 0, 'deaths.age-14-15': 0 },
    ...{ 'deaths.age-unknown': 1, 'deaths.home': 0, 'deaths.school': 0, 'deaths.community': 2 },
    'deaths.place-unknown': 1,
  })
  expect(rows['injury-deaths:03']).toMatchObject({ 'deaths.age-14-15': 1, 'deaths.school': 1 })
})

test('without an urgent report nothing is known, which is not zero', () => {
  expect(deathMatrix([])).toEqual({})
})
