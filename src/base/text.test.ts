import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newId } from './id.ts'
import { defineMessages, fill, translate } from './messages.ts'
import { defineProblems } from './problem.ts'
import { fold, tidy, words } from './text.ts'
import { compareVietnamese, nameSortKey } from './vietnamese-order.ts'

test.each([
  ['Đặng Thị Hoà', 'dang thi hoa'],
  ['ĐẶNG  THỊ HÒA', 'dang thi hoa'],
  ['Y  Blơi', 'y bloi'],
  ['Xơ-đăng', 'xo-dang'],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('text written in either Unicode form folds to the same', () => {
  fc.assert(
    fc.property(fc.constantFrom('Nguyễn Thị Hương', 'Y Hoà', 'A Đăk Rơ'), (name) => {
      expect(fold(name.normalize('NFD'))).toBe(fold(name.normalize('NFC')))
    }),
  )
})

test('folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
  )
})

test('words drop signs and keep single letters', () => {
  expect(words('A  Thiên, (Y-Hoa)')).toEqual(['a', 'thien', 'y', 'hoa'])
  expect(tidy('  a \n b ')).toBe('a b')
})

test('names sort by given name, then letters, then tone', () => {
  const names = ['Lê Văn Đức', 'Lê Văn Dũng', 'Lê Thị Ấn', 'Lê Thị An', 'Nguyễn An', 'A Thiên', 'Lê Thị Án']
  const sorted = names.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))
  expect(sorted).toEqual([
    'Lê Thị An',
    'Nguyễn An',
    'Lê Thị Án',
    'Lê Thị Ấn',
    'Lê Văn Dũng',
    'Lê Văn Đức',
    'A Thiên',
  ])
})

test('villages sort as Vietnamese order them', () => {
  expect(['Đăk Mế', 'Dak Bo', 'Ea Lê', 'Ănh'].toSorted(compareVietnamese)).toEqual([
    'Ănh',
    'Dak Bo',
    'Đăk Mế',
    'Ea Lê',
  ])
  expect(compareVietnamese('Hòa', 'Hòa')).toBe(0)
  expect(['Thôn 10', 'Thôn 2', 'Thôn 1A'].toSorted(compareVietnamese)).toEqual([
    'Thôn 1A',
    'Thôn 2',
    'Thôn 10',
  ])
})

test('a name stands before those that go on after it', () => {
  const names = ['An Bình', 'An', 'Ân', 'Anh', 'An Ba']
  expect(names.toSorted(compareVietnamese)).toEqual(['An', 'An Ba', 'An Bình', 'Anh', 'Ân'])
  const people = ['Nguyễn Thị Hoa', 'Nguyễn Hoa', 'Hoa', 'Nguyên Hoa', 'Nguyễn Thị Hòa']
  expect(people.toSorted((a, b) => (nameSortKey(a) < nameSortKey(b) ? -1 : 1))).toEqual([
    'Hoa',
    'Nguyên Hoa',
    'Nguyễn Hoa',
    'Nguyễn Thị Hoa',
    'Nguyễn Thị Hòa',
  ])
})

test('ids are version 7 and sort by time', () => {
  expect(newId(1_000)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId(1_000) < newId(2_000)).toBe(true)
})

test('holes are filled, an unknown hole stays visible', () => {
  const messages = defineMessages({ vi: { 'x.left': 'Còn {n} trẻ' }, en: { 'x.left': '{n} children left' } })
  expect(translate(messages, 'vi', 'x.left', { n: 3 })).toBe('Còn 3 trẻ')
  expect(fill('{a} {b}', { a: 1 })).toBe('1 {b}')
})

test('a problem speaks both languages and knows its status', () => {
  const problem = defineProblems({ 'x.gone': { status: 410, vi: 'Đã hết {n}.', en: '{n} gone.' } })(
    'x.gone',
    { n: 2 },
  )
  expect([problem.status, problem.text('vi'), problem.text('en')]).toEqual([410, 'Đã hết 2.', '2 gone.'])
})
