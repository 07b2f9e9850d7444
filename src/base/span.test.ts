import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './day.ts'
import { isOn, overlaps } from './span.ts'

test('both ends count; what has none lasts since always and until further notice', () => {
  const term = { validFrom: '2021-05-01', validTo: '2026-04-30' }
  const days = ['2021-04-30', '2021-05-01', '2026-04-30', '2026-05-01']
  expect(days.map((day) => isOn(term, day))).toEqual([false, true, true, false])
  expect(isOn({ validFrom: null, validTo: null }, '1990-01-01')).toBe(true)
})

test.each([
  [['2020-01-01', '2020-12-31'], ['2021-01-01', null], false],
  [['2020-01-01', '2021-01-01'], ['2021-01-01', null], true],
  [['2020-01-01', null], [null, '2019-12-31'], false],
  [['2020-01-01', null], ['2030-01-01', null], true],
] as const)('%s against %s: %s', (first, second, answer) => {
  const one = { validFrom: first[0], validTo: first[1] }
  const other = { validFrom: second[0], validTo: second[1] }
  expect(overlaps(one, other)).toBe(answer)
  expect(overlaps(other, one)).toBe(answer)
})

test('two spans overlap exactly when some day lies in both', () => {
  const span = fc.tuple(fc.nat({ max: 40 }), fc.option(fc.nat({ max: 20 }))).map(([start, length]) => {
    const validFrom = addDays('2026-01-01', start)
    return { validFrom, validTo: length === null ? null : addDays(validFrom, length) }
  })
  const days = Array.from({ length: 70 }, (_, index) => addDays('2026-01-01', index))
  fc.assert(
    fc.property(span, span, (one, other) => {
      expect(overlaps(one, other)).toBe(days.some((day) => isOn(one, day) && isOn(other, day)))
    }),
  )
})
