import { expect, test } from 'vitest'
import { matchesWords } from './search-select.tsx'

test.each([
  ['Xã Đăk Hà', 'dak ha', true],
  ['Xã Đăk Hà', 'ha dak', true],
  ['Xã Đăk Hà', 'ak', false],
  ['Thành phố Hồ Chí Minh', 'ho chi', true],
  ['Phường Phan Rang - Tháp Chàm', 'thap cham', true],
  ['Tỉnh Quảng Ngãi', '', true],
])('%s is found by "%s": %s', (label, typed, found) => {
  expect(matchesWords(label, typed)).toBe(found)
})
