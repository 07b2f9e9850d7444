import { expect, test } from 'vitest'
import { newId } from '#base/id.ts'
import { careEntries, isGiven, newCareSession, toggle, toggleAll } from './care-session.ts'

const [blơi, hoa] = [newId(), newId()]
const begun = newCareSession('2026-06-15')

test('a tick is one entry, whose id stays while others are ticked', () => {
  const one = toggle(begun, blơi, 'ANC-2')
  const two = toggle(one, hoa, 'ANC-NUT')
  expect(careEntries(two)).toEqual([
    ...careEntries(one),
    ...careEntries(toggle(begun, hoa, 'ANC-NUT')).map((entry) => ({
      ...entry,
      recordId: careEntries(two)[1]?.recordId,
    })),
  ])
  expect(isGiven(two, blơi, 'ANC-2')).toBe(true)
  expect(careEntries(toggle(toggle(two, blơi, 'ANC-2'), hoa, 'ANC-NUT'))).toEqual([])
})

test('all of one woman are ticked, the second time none of hers', () => {
  const all = toggleAll(toggle(begun, blơi, 'ANC-2'), blơi, ['ANC-2', 'ANC-NUT'])
  expect(careEntries(all).map(({ itemCode }) => itemCode)).toEqual(['ANC-2', 'ANC-NUT'])
  expect(careEntries(toggleAll(all, blơi, ['ANC-2', 'ANC-NUT']))).toEqual([])
})
