import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AreaKind } from './contract.ts'
import { freeRanges, isCalled, isWithin, mayStandAbove, nameInSentence, searchKey } from './rules.ts'

test('a place lies in itself and in the place above, not in a neighbour nor in a place below', () => {
  const [village, commune] = [
    { lft: 16, rgt: 31 },
    { lft: 0, rgt: 99 },
  ]
  expect(isWithin(village, commune)).toBe(true)
  expect(isWithin(commune, commune)).toBe(true)
  expect(isWithin(commune, village)).toBe(false)
  expect(isWithin({ lft: 100 }, commune)).toBe(false)
})

const taken = fc.array(
  fc.record({ start: fc.integer({ min: 0, max: 990 }), length: fc.integer({ min: 1, max: 40 }) }),
  {
    maxLength: 12,
  },
)

test('free ranges lie inside, apart from each other and from what is taken, and never on the first number', () => {
  fc.assert(
    fc.property(
      taken,
      fc.record({
        width: fc.integer({ min: 1, max: 64 }),
        count: fc.integer({ min: 1, max: 20 }),
        from: fc.constantFrom('beginning' as const, 'end' as const),
      }),
      (blocks, wish) => {
        const outer = { lft: 1000, rgt: 1999 }
        const used = blocks.map(({ start, length }) => ({
          lft: 1001 + start,
          rgt: Math.min(1000 + start + length, 1999),
        }))
        const found = freeRanges(outer, used, wish)
        expect(found.length).toBeLessThanOrEqual(wish.count)
        const all = [{ lft: 1000, rgt: 1000 }, ...used, ...found]
        for (const [index, range] of found.entries()) {
          expect(range.rgt - range.lft + 1).toBe(wish.width)
          expect(range.lft >= outer.lft + 1 && range.rgt <= outer.rgt).toBe(true)
          const others = all.filter((_, at) => at !== index + 1 + used.length)
          expect(others.some((other) => other.lft <= range.rgt && range.lft <= other.rgt)).toBe(false)
        }
      },
    ),
  )
})

test('as many free ranges as fit are found, from either end', () => {
  const outer = { lft: 0, rgt: 99 }
  const ten = { width: 10, count: 20 }
  expect(freeRanges(outer, [], { ...ten, from: 'beginning' })).toHaveLength(9)
  expect(freeRanges(outer, [], { ...ten, from: 'end' })).toHaveLength(9)
  expect(freeRanges(outer, [{ lft: 10, rgt: 19 }], { ...ten, count: 1, from: 'beginning' })).toEqual([
    { lft: 20, rgt: 29 },
  ])
  expect(freeRanges(outer, [{ lft: 95, rgt: 99 }], { ...ten, count: 1, from: 'end' })).toEqual([
    { lft: 85, rgt: 94 },
  ])
})

test('only a higher level may stand above: no chain of parents comes back to its beginning', () => {
  for (const upper of AreaKind.options) {
    expect(mayStandAbove(upper, upper)).toBe(false)
    for (const lower of AreaKind.options)
      expect(mayStandAbove(upper, lower) && mayStandAbove(lower, upper)).toBe(false)
  }
})

test.each([
  ['Xã Đăk Hà', 'xã Đăk Hà'],
  ['Xã Đăk Hà, tỉnh Quảng Ngãi', 'xã Đăk Hà, tỉnh Quảng Ngãi'],
  ['Thành phố Đà Nẵng', 'thành phố Đà Nẵng'],
  ['Thành phố Hồ Chí Minh', 'Thành phố Hồ Chí Minh'],
  ['Phường 1', 'Phường 1'],
  ['Việt Nam', 'Việt Nam'],
])('within a sentence "%s" is "%s"', (name, written) => {
  expect(nameInSentence(name)).toBe(written)
})

test('a name is looked for without marks, apostrophes and the word for its kind', () => {
  expect(searchKey("Phường B'Lao")).toBe('blao')
  expect(searchKey('Thôn Đăk Mế')).toBe('dak me')
  expect(searchKey('Xã Quan Hóa')).toBe('quan hoa')
})

test('a unit is named with or without the word for its kind, and not with another one', () => {
  expect(isCalled('Huyện Đắk Glei', 'huyện Đăk Glei')).toBe(true)
  expect(isCalled('Huyện Đắk Glei', 'Đăk Glei')).toBe(true)
  expect(isCalled('Huyện Đắk Glei', 'xã Đăk Glei')).toBe(false)
  expect(isCalled('Tỉnh Lạng Sơn', 'Lạng Sơn')).toBe(true)
  expect(isCalled('Xã Tịnh Khê', 'Tịnh Khê')).toBe(true)
  expect(isCalled('Xã Sơn', 'Lạng Sơn')).toBe(false)
})
