import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, isSmall, shownParts } from './small-cells.ts'

const cell = (numerator: number, denominator: number): Cell => ({ numerator, denominator, nested: true })

describe('a figure is small', () => {
  test.each([
    [cell(4, 100), true],
    [cell(5, 100), false],
    [cell(97, 100), true],
    [cell(0, 100), false],
    [cell(100, 100), false],
    [cell(0, 3), true],
    [{ numerator: 3, denominator: 240, nested: false }, true],
    [{ numerator: 12, denominator: 10, nested: false }, false],
    [{ numerator: 4, denominator: null, nested: false }, true],
    [{ numerator: 40, denominator: null, nested: false }, false],
  ])('%o: %s', (one, small) => {
    expect(isSmall(one)).toBe(small)
  })
})

describe('parts of a whole', () => {
  test('are all shown where none is small', () => {
    expect(shownParts([cell(20, 40), cell(30, 60)], false)).toEqual([true, true])
  })

  test('a single small one takes the smallest other with it', () => {
    expect(shownParts([cell(3, 20), cell(30, 60), cell(15, 30)], false)).toEqual([false, true, false])
  })

  test('are hidden with their whole', () => {
    expect(shownParts([cell(20, 40), cell(30, 60)], true)).toEqual([false, false])
  })

  test('say not even how many they are where all together are too few', () => {
    expect(shownParts([cell(1, 1), cell(0, 1), cell(1, 1), cell(1, 1), cell(1, 1)], false)).toBeNull()
  })
})

/** Everything the hidden parts could be, for somebody who knows the whole, the parts shown and this rule. */
function* possible(count: number, all: number, reached: number): Generator<[number, number][]> {
  if (count === 0) {
    if (all === 0 && reached === 0) yield []
    return
  }
  for (let size = 1; size <= all; size += 1)
    for (let got = Math.max(0, reached - all + size); got <= Math.min(size, reached); got += 1)
      for (const others of possible(count - 1, all - size, reached - got)) yield [[got, size], ...others]
}

const part = fc
  .integer({ min: 1, max: 6 })
  .chain((all) => fc.integer({ min: 0, max: all }).map((got) => cell(got, all)))

test('a hidden part cannot be worked out from the whole and the parts that are shown', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 3 }), (parts) => {
      const all = parts.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
      const got = parts.reduce((sum, { numerator }) => sum + numerator, 0)
      const isWholeHidden = isSmall(cell(got, all))
      const shown = shownParts(parts, isWholeHidden)
      // Nothing is told, or there is no whole to subtract from.
      if (shown === null || isWholeHidden) return
      const hidden = parts.filter((_, place) => !shown[place])
      if (hidden.length === 0) return
      const sizes = hidden.map(() => new Set<number>())
      const reached = hidden.map(() => new Set<number>())
      const sum = (pick: (one: Cell) => number) => hidden.reduce((total, one) => total + pick(one), 0)
      for (const guess of possible(
        hidden.length,
        sum(({ denominator }) => denominator ?? 0),
        sum(({ numerator }) => numerator),
      ))
        guess.forEach(([one, size], place) => {
          sizes[place]?.add(size)
          reached[place]?.add(one)
        })
      for (const known of sizes) expect(known.size).toBeGreaterThan(1)
      // Where nobody or everybody of the whole is reached, that much is said by the whole itself.
      if (got > 0 && got < all) for (const known of reached) expect(known.size).toBeGreaterThan(1)
    }),
    { numRuns: 300 },
  )
})

test('what is small is never shown', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.boolean(), (parts, isWholeHidden) => {
      shownParts(parts, isWholeHidden)?.forEach((isShown, place) => {
        const one = parts[place]
        if (one && isShown) expect(isSmall(one)).toBe(false)
      })
    }),
  )
})
