import { expect, test } from 'vitest'
import {
  basisLines,
  issuerLines,
  numberLine,
  outlineMark,
  placeDateLine,
  recipientLines,
  superiorLines,
  withEndMark,
} from './tree.ts'

test('outline letters follow the Vietnamese order, without f, j, w, z', () => {
  const letters = Array.from({ length: 16 }, (_, index) => outlineMark(3, index)).join(' ')
  expect(letters).toBe('a) b) c) d) đ) e) g) h) i) k) l) m) n) o) p) q)')
  expect([outlineMark(1, 3), outlineMark(2, 9)]).toEqual(['IV.', '10.'])
})

test('number and date: leading zeros by Annex I, empty places while unknown', () => {
  expect(numberLine({ number: 5, symbol: 'BC-UBND' })).toBe('Số: 05/BC-UBND')
  expect(numberLine({ number: 123, symbol: 'BC-SYT' })).toBe('Số: 123/BC-SYT')
  expect(numberLine({ number: null, symbol: 'BC-UBND' })).toMatch(/^Số: +\/BC-UBND$/)
  const place = 'Kon Tum'
  expect(placeDateLine({ place, date: { day: 5, month: 2, year: 2026 } })).toBe(
    'Kon Tum, ngày 05 tháng 02 năm 2026',
  )
  expect(placeDateLine({ place, date: { day: 15, month: 7, year: 2026 } })).toBe(
    'Kon Tum, ngày 15 tháng 7 năm 2026',
  )
  expect(placeDateLine({ place, date: { day: null, month: 7, year: 2026 } })).toMatch(
    /ngày +tháng 7 năm 2026$/,
  )
})

test('a people’s committee stands above its place, as the issuing body and as the body above it', () => {
  const lines = ['ỦY BAN NHÂN DÂN', 'TỈNH QUẢNG NGÃI']
  expect(issuerLines({ issuer: 'Ủy ban nhân dân tỉnh Quảng Ngãi' })).toEqual(lines)
  expect(superiorLines({ superior: 'Ủy ban nhân dân tỉnh Quảng Ngãi' })).toEqual(lines)
  expect(superiorLines({ superior: 'Bộ Y tế' })).toEqual(['BỘ Y TẾ'])
  expect(superiorLines({ superior: null })).toEqual([])
})

test('bases and recipients end as the rule says', () => {
  expect(basisLines(['Căn cứ A.', 'Căn cứ B;'])).toEqual(['Căn cứ A;', 'Căn cứ B.'])
  expect(recipientLines(['- UBND tỉnh (b/c);', 'Lưu: VT, VHXH'])).toEqual([
    '- UBND tỉnh (b/c);',
    '- Lưu: VT, VHXH.',
  ])
})

test('the end mark follows the last sentence, or stands alone after a table', () => {
  expect(withEndMark([{ kind: 'paragraph', text: 'Hết.' }])).toEqual([{ kind: 'paragraph', text: 'Hết./.' }])
  expect(withEndMark([{ kind: 'clause', mark: '-', text: 'Hết./.' }])).toEqual([
    { kind: 'clause', mark: '-', text: 'Hết./.' },
  ])
  expect(withEndMark([{ kind: 'table', columns: [], rows: [] }]).at(-1)).toEqual({
    kind: 'paragraph',
    text: './.',
  })
})
