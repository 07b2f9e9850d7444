import { expect, test } from 'vitest'
import { firstPeriod, isShown, unitsShown } from './units-shown.ts'

const shownOf = (state: Parameters<typeof isShown>[0]['state'], isLate: boolean) =>
  unitsShown.filter((shown) => isShown({ state, isLate }, shown))

test.each([
  [null, true, ['all', 'open', 'late']],
  ['draft', false, ['all', 'open']],
  ['returned', true, ['all', 'open', 'late']],
  // Sent after its day: marked so, but there is nothing to remind of.
  ['sent', true, ['all', 'waiting']],
  ['accepted', true, ['all', 'done']],
  ['signed', false, ['all', 'done']],
] as const)('a unit whose report is %s, late %s, is among %s', (state, isLate, shown) => {
  expect(shownOf(state, isLate)).toEqual(shown)
})

test('in the second half of a year one looks at the reports of the year', () => {
  expect(firstPeriod(['2026-H2', '2026-H1', '2026'])).toBe('2026')
  expect(firstPeriod(['2026-H1', '2026'])).toBe('2026-H1')
  expect(firstPeriod([])).toBeUndefined()
})
