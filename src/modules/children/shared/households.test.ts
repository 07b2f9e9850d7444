import { expect, test } from 'vitest'
import { yearOfChild } from './households.ts'

test.each([
  ['the whole year', { bornOn: '2022-03-04', fromDay: null, toDay: null }, '2026-01-01'],
  ['from birth', { bornOn: '2026-03-04', fromDay: null, toDay: null }, '2026-03-04'],
  ['from the day it came', { bornOn: '2022-03-04', fromDay: '2026-05-06', toDay: null }, '2026-05-06'],
])('a child follows its household %s', (_, child, fromDay) => {
  expect(yearOfChild(child, 2026)).toEqual({ fromDay, toDay: '2026-12-31' })
})

test('one born later, or gone before, does not follow', () => {
  expect(yearOfChild({ bornOn: '2027-01-01', fromDay: null, toDay: null }, 2026)).toBeUndefined()
  expect(
    yearOfChild({ bornOn: '2020-01-01', fromDay: '2021-01-01', toDay: '2025-12-31' }, 2026),
  ).toBeUndefined()
})
