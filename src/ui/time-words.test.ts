import { expect, test } from 'vitest'
import { timeSpan } from './time-words.ts'

test.each([
  [0, 'days', 0],
  [60, 'days', 60],
  [61, 'months', 2],
  [730, 'months', 23],
  [731, 'years', 2],
  [3215, 'years', 8],
])('%i days are said in %s: %i', (days, unit, count) => {
  expect(timeSpan(days)).toEqual({ unit, count })
})
