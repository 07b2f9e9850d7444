import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatDay } from '#base/day.ts'
import { readBirth } from './birth-cell.ts'
import { textCell } from './cell.ts'
import { educationOfWord, isTicked, isVillageLine, phoneOf, povertyOfWord, sexOfWord } from './cells.ts'

const today = '2026-06-15'

describe('a birth date', () => {
  test.each([
    ['31/03/2020', '2020-03-31'],
    ['1/2/2021', '2021-02-01'],
    ['1-2-2021', '2021-02-01'],
    ['01.02.2021', '2021-02-01'],
    ['2021-02-01', '2021-02-01'],
    ['01/02/21', '2021-02-01'],
    ['01022021', '2021-02-01'],
    ['ngày 1 tháng 2 năm 2021', '2021-02-01'],
    ['2021-02-01T00:00:00.000Z', '2021-02-01'],
    ["'01/02/2021", '2021-02-01'],
    ['44228', '2021-02-01'],
  ])('%s is %s', (written, day) => {
    expect(readBirth(textCell(written), today)).toEqual({ ok: true, day, precision: 'day' })
  })

  test.each([
    ['31/02/2020', 'birth-not-a-day'],
    ['29/02/2021', 'birth-not-a-day'],
    ['00/05/2021', 'birth-not-a-day'],
    ['03/31/2020', 'birth-month-first'],
    ['', 'birth-missing'],
    ['#REF!', 'formula-broken'],
    ['mùa rẫy', 'birth-unreadable'],
  ])('%s is refused: %s', (written, code) => {
    expect(readBirth(textCell(written), today)).toEqual({ ok: false, code })
  })

  test.each([
    ['2020', '2020-07-01', 'year'],
    ['năm 2020', '2020-07-01', 'year'],
    ['03/2020', '2020-03-15', 'month'],
    ['tháng 3 năm 2020', '2020-03-15', 'month'],
  ])('%s stands for %s, known to the %s', (written, day, precision) => {
    expect(readBirth(textCell(written), today)).toEqual({ ok: true, day, precision })
  })

  test('in a date cell of a spreadsheet is taken as it is', () => {
    const cell = { text: '2021-02-01', kind: 'day' as const }
    expect(readBirth(cell, today)).toEqual({ ok: true, day: '2021-02-01', precision: 'day' })
  })

  test('every day is read back as it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10000 }), (count) => {
        const day = addDays('2005-01-01', count)
        expect(readBirth(textCell(formatDay(day)), today)).toEqual({ ok: true, day, precision: 'day' })
      }),
    )
  })
})

test.each([
  ['Nam', 'male'],
  ['nữ', 'female'],
  ['NU', 'female'],
  ['Trai', 'male'],
  ['gái', 'female'],
  ['1', 'male'],
  ['0', 'female'],
  ['?', undefined],
])('%s is %s', (written, sex) => {
  expect(sexOfWord(written)).toBe(sex)
})

test.each([
  ['Hộ nghèo', 'poor'],
  ['nghèo', 'poor'],
  ['HN', 'poor'],
  ['Hộ cận nghèo', 'near-poor'],
  ['CN', 'near-poor'],
  ['không', 'none'],
  ['Thoát nghèo', 'none'],
  ['Trung bình', 'none'],
  ['abc', undefined],
])('a household "%s" is %s', (written, poverty) => {
  expect(povertyOfWord(written)).toBe(poverty)
})

test.each([
  ['x', true],
  ['Có', true],
  ['1', true],
  ['Khuyết tật nặng', true],
  ['', false],
  ['không', false],
  ['0', false],
  ['-', false],
])('"%s" is ticked: %s', (written, ticked) => {
  expect(isTicked(written)).toBe(ticked)
})

test.each([
  ['0912345678', '0912345678'],
  ['0912.345.678', '0912345678'],
  ['+84 912 345 678', '0912345678'],
  ['84912345678', '0912345678'],
  ['912345678', '0912345678'],
  ['01629 876 543', '0329876543'],
  ['0260 3862 123', '02603862123'],
  ['0912345678 / 0987654321', '0912345678'],
  ['không có', undefined],
  ['12345', undefined],
])('phone "%s" is %s', (written, phone) => {
  expect(phoneOf(written)).toBe(phone)
})

test.each([
  ['Nhà trẻ', '2024-05-01', 'nursery'],
  ['Mẫu giáo lớn', '2021-05-01', 'kindergarten'],
  ['Lớp lá', '2021-05-01', 'kindergarten'],
  ['Mầm non Hoa Sen', '2024-10-01', 'nursery'],
  ['Mầm non Hoa Sen', '2021-05-01', 'kindergarten'],
  ['Lớp 2', '2019-05-01', 'primary'],
  ['2A1', '2019-05-01', 'primary'],
  ['Tiểu học', '2019-05-01', 'primary'],
  ['có', '2021-05-01', 'kindergarten'],
  ['chưa đi học', '2021-05-01', 'none'],
  ['Lớp 7', '2014-05-01', undefined],
])('learning "%s", born %s, is %s', (written, bornOn, education) => {
  expect(educationOfWord(written, bornOn, '2026-11-22')).toBe(education)
})

test.each([
  ['Thôn Đăk Mế', true],
  ['II. Làng Kon Rẫy', true],
  ['Tổ dân phố 5', true],
  ['Nguyễn Thị Hoa', false],
])('"%s" names a village: %s', (text, isVillage) => {
  expect(isVillageLine(text)).toBe(isVillage)
})
