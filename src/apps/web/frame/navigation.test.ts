import { expect, test } from 'vitest'
import { isWithinDestination } from './navigation.ts'

test('a page below a place marks that place only', () => {
  expect(isWithinDestination('/children/0190', '/children')).toBe(true)
  expect(isWithinDestination('/children/0190', '/')).toBe(false)
  expect(isWithinDestination('/childrens', '/children')).toBe(false)
  expect(isWithinDestination('/', '/')).toBe(true)
})
