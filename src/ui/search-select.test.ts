import { expect, test } from 'vitest'
import { matchesWords } from './search-select.tsx'

test.each([
  ['Xã Đăk Hà', 'dak ha', true],
  ['Xã Đăk Hà', 'ha dak', true],
  ['Xã Đăk Hà', 'ak', false],
  ['Thành phố Hồ Chí Minh', 'ho chi', true],
  ['Phường Phan Rang - Tháp Chàm', 'thap cham', true],
  ['Tỉnh Quảng Ngãi', '', true],
  ['165/2026/NĐ-CP · Quy định về phòng bệnh', '165/2026', true],
])('%s is found by "%s": %s', (label, typed, found) => {
  expect(matchesWords(label, typed)).toBe(found)
})
