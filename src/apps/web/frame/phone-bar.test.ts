import { expect, test } from 'vitest'
import { phoneBar } from './phone-bar.ts'

test('five places fit', () => {
  expect(phoneBar([1, 2, 3, 4, 5])).toEqual({ shown: [1, 2, 3, 4, 5], further: [] })
  expect(phoneBar([1, 2])).toEqual({ shown: [1, 2], further: [] })
})

test('of more, four stand in the bar and the others behind a fifth', () => {
  expect(phoneBar([1, 2, 3, 4, 5, 6])).toEqual({ shown: [1, 2, 3, 4], further: [5, 6] })
  expect(phoneBar([1, 2, 3, 4, 5, 6, 7, 8]).further).toEqual([5, 6, 7, 8])
})
