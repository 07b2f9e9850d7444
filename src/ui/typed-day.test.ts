import { expect, test } from 'vitest'
import { typedDay } from './typed-day.ts'

function typeKeys(keys: string): string {
  return Array.from(keys).reduce((text, key) => typedDay(text, text + key), '')
}

test.each([
  ['31032020', '31/03/2020'],
  ['31/03/2020', '31/03/2020'],
  ['1/3/2020', '1/3/2020'],
  ['01/3/2020', '01/3/2020'],
])('typing %s gives %s', (keys, text) => {
  expect(typeKeys(keys)).toBe(text)
})

test('a pasted row of eight digits gets its slashes', () => {
  expect(typedDay('', '31032020')).toBe('31/03/2020')
})

test('deleting is left alone', () => {
  expect(typedDay('31/03/', '31/03')).toBe('31/03')
  expect(typedDay('31/', '31')).toBe('31')
})
