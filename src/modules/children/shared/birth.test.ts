import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#base/day.ts'
import { BornPrecision } from './contract.ts'
import { birthRange, birthsAgree, birthText, birthWords, readBirthText, statedBirth } from './birth.ts'

const today = '2026-06-10'

test.each([
  ['31/3/2020', '2020-03-31', 'day', '31/03/2020'],
  ['31032020', '2020-03-31', 'day', '31/03/2020'],
  ['2020-03-31', '2020-03-31', 'day', '31/03/2020'],
  ['05/2024', '2024-05-15', 'month', 'tháng 5/2024'],
  ['5-2024', '2024-05-15', 'month', 'tháng 5/2024'],
  ['tháng 5 năm 2024', '2024-05-15', 'month', 'tháng 5/2024'],
  ['2024', '2024-07-01', 'year', 'năm 2024'],
  ['Năm 2024', '2024-07-01', 'year', 'năm 2024'],
  // The middle is still to come.
  ['6/2026', '2026-06-01', 'month', 'tháng 6/2026'],
  ['2026', '2026-01-01', 'year', 'năm 2026'],
])('"%s" counts from %s, known to the %s: %s', (text, bornOn, bornPrecision, words) => {
  const birth = readBirthText(text, today)
  expect(birth).toEqual({ bornOn, bornPrecision })
  expect(birth && birthWords(birth)).toBe(words)
})

// A year of two digits could be of either century, and which part is the year is a guess: nobody guesses.
test.each(['', '13/2024', '31/02/2020', '99', '1/1', '1/2/23', '23-02-01', '02/23', 'hôm qua', '32012020'])(
  '"%s" is no birth date',
  (text) => {
    expect(readBirthText(text, today)).toBeUndefined()
  },
)

test('what is written is read again as the same, and a stated day stays when time goes on', () => {
  const births = fc.record({
    bornOn: fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2001-01-01', count)),
    bornPrecision: fc.constantFrom(...BornPrecision.options),
  })
  fc.assert(
    fc.property(births, fc.integer({ min: 0, max: 800 }), (birth, later) => {
      const stated = statedBirth(birth, today)
      expect(readBirthText(birthText(stated), today)).toEqual(stated)
      expect(statedBirth(stated, addDays(today, later), stated)).toEqual(stated)
    }),
  )
})

test('two births agree exactly when one lies within the other', () => {
  const births = fc.record({
    bornOn: fc.integer({ min: 0, max: 800 }).map((count) => addDays('2021-01-01', count)),
    bornPrecision: fc.constantFrom(...BornPrecision.options),
  })
  fc.assert(
    fc.property(births, births, (a, b) => {
      const [first, second] = [birthRange(a), birthRange(b)]
      const overlap = first.from <= second.to && second.from <= first.to
      expect(birthsAgree(a, b)).toBe(overlap)
      expect(birthsAgree(b, a)).toBe(overlap)
    }),
  )
})
