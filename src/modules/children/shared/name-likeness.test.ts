import { expect, test } from 'vitest'
import { nameLikeness, slipsBetween, spelledName } from './name-likeness.ts'

test.each([
  ['Hoà', 'Hòa'],
  ['Thuỷ', 'Thủy'],
  ['Khoẻ', 'Khỏe'],
  ['NGUYỄN  Thị-Hoa', 'nguyễn thị hoa'],
])('%s and %s are one spelling', (one, other) => {
  expect(spelledName(one)).toEqual(spelledName(other))
})

test('“quý” keeps its mark: the u belongs to the consonant', () => {
  expect(spelledName('Quý')).toEqual(['quý'])
  expect(spelledName('Hoàn')).toEqual(['hoàn'])
})

// Damerau 1964: a letter added, left out, changed, or exchanged with its neighbour is one slip.
test.each([
  ['gia', 'gia', 0],
  ['gia', 'gai', 1],
  ['gia', 'giao', 1],
  ['bao', 'ba', 1],
  ['bao', 'bap', 1],
  ['minh', 'nam', 3],
  ['', 'ab', 2],
  ['', 'abc', 3],
])('%s to %s: %d', (one, other, slips) => {
  expect([slipsBetween(one, other), slipsBetween(other, one)]).toEqual([slips, slips])
})

/** How often a syllable stands in a register of some thousand children; what is not listed nobody bears. */
const counts = [
  ['hoa', 300],
  ['hòa', 120],
  ['lan', 200],
  ['lam', 60],
] as const
const register = new Map(counts.map(([syllable, count]) => [spelledName(syllable).join(''), count]))
const likeness = (one: string, other: string) =>
  nameLikeness(spelledName(one), spelledName(other), (syllable) => register.get(syllable) ?? 0)

test.each([
  ['Nguyễn Gia Bảo', 'Nguyễn Gia Bảo', 'same'],
  ['Nguyễn Gia Bảo', 'Nguyen Gia Bao', 'same'],
  ['Nguyễn Gia Bảo', 'Nguyễn GiaBảo', 'same'],
  ['Nguyễn Gia Bảo', 'Nguyễn Gai Bảo', 'typing-fault'],
  ['Trần Thị Hoa', 'Trần Thị Hòa', 'other-marks'],
  // Nobody bears "Hõa": the mark is a slip.
  ['Trần Thị Hoa', 'Trần Thị Hõa', 'same'],
  ['Nguyễn Gia Bảo', 'Nguyễn Bảo', 'part-left-out'],
  // One letter apart, but both are names that children bear.
  ['Trần Thị Lan', 'Trần Thị Lam', 'different'],
  ['Trần Thị Lan', 'Lê Văn Minh', 'different'],
])('%s and %s: %s', (one, other, expected) => {
  expect([likeness(one, other), likeness(other, one)]).toEqual([expected, expected])
})
