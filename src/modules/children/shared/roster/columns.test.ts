import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textCell, type RosterRow } from './cell.ts'
import { findLayout, isNumberingRow } from './columns.ts'

function sheet(...lines: string[]): RosterRow[] {
  return lines.map((line, index) => ({ number: index + 1, cells: line.split('|').map(textCell) }))
}

function placesOf(...lines: string[]) {
  const found = findLayout(sheet(...lines))
  if (!found.ok) throw new Error(`missing ${found.missing.join(', ')}`)
  return { ...found.layout.places, lastHeadingRow: found.layout.lastHeadingRow }
}

describe('the headings of a roster', () => {
  test('are found in the first row', () => {
    expect(placesOf('STT|Họ và tên|Ngày sinh|Giới tính', '1|Y Hoa|31/03/2020|Nữ')).toMatchObject({
      fullName: 1,
      bornOn: 2,
      sex: 3,
      lastHeadingRow: 1,
    })
  })

  test('are found under title rows', () => {
    const places = placesOf(
      'ỦY BAN NHÂN DÂN XÃ ĐĂK HÀ',
      'DANH SÁCH TRẺ EM DƯỚI 16 TUỔI NĂM 2026',
      'TT|Họ tên trẻ|Sinh ngày|Nam|Nữ|Dân tộc',
      '1|A Thiên|01/02/2021|x||Xơ Đăng',
    )
    expect(places).toMatchObject({ fullName: 1, bornOn: 2, male: 3, female: 4, ethnic: 5, lastHeadingRow: 3 })
  })

  test('do not take the title above them for a group of columns', () => {
    const found = findLayout(sheet('DANH SÁCH TRẺ EM||', 'STT|Họ và tên|Ngày sinh', '1|Y Hoa|07/03/2021'))
    if (!found.ok) throw new Error('headings not found')
    expect(found.layout.columns.map(({ heading }) => heading)).toEqual(['STT', 'Họ và tên', 'Ngày sinh'])
  })

  test('of two rows are read together', () => {
    const places = placesOf(
      'STT|Họ và tên|Ngày, tháng, năm sinh||Dân tộc|Mẹ||Cha|',
      '||Nam|Nữ||Họ tên|SĐT|Họ tên|Năm sinh',
      '1|A Thiên|01/02/2021||Xơ Đăng|Y Nga|0912345678|A Bé|1990',
    )
    expect(places).toMatchObject({
      fullName: 1,
      male: 2,
      female: 3,
      ethnic: 4,
      mother: 5,
      motherPhone: 6,
      father: 7,
      lastHeadingRow: 2,
    })
    expect(places.bornOn).toBeUndefined()
  })

  test('with day, month and year apart', () => {
    expect(placesOf('Họ tên|Ngày sinh|||Giới tính', '|Ngày|Tháng|Năm|', 'Y Hoa|1|2|2021|Nữ')).toMatchObject({
      fullName: 0,
      bornDay: 1,
      bornMonth: 2,
      bornYear: 3,
      sex: 4,
    })
    expect(placesOf('Ho ten|Ngay|Thang|Nam', 'Y Hoa|1|2|2021')).toMatchObject({
      bornDay: 1,
      bornMonth: 2,
      bornYear: 3,
    })
  })

  test('with family and given name apart', () => {
    expect(placesOf('Họ đệm|Tên|Ngày sinh', 'Nguyễn Thị|Hoa|1/2/2021')).toMatchObject({
      familyName: 0,
      givenName: 1,
    })
  })

  test('of another kind of sheet are refused with what is missing and what was seen', () => {
    expect(findLayout(sheet('Mã hàng|Tên hàng|Số lượng', '1|Sữa|20'))).toEqual({
      ok: false,
      missing: ['fullName', 'bornOn'],
      seen: expect.arrayContaining([]),
    })
    expect(findLayout(sheet('Họ và tên|Giới tính', 'Y Hoa|Nữ'))).toMatchObject({
      ok: false,
      missing: ['bornOn'],
    })
  })

  test('stand in any order', () => {
    const headings = [
      'Họ và tên',
      'Ngày sinh',
      'Giới tính',
      'Dân tộc',
      'Thôn',
      'Họ tên mẹ',
      'SĐT',
      'Số định danh',
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(headings, { minLength: headings.length }), (order) => {
        const places = placesOf(order.join('|'))
        expect(places.fullName).toBe(order.indexOf('Họ và tên'))
        expect(places.bornOn).toBe(order.indexOf('Ngày sinh'))
        expect(places.mother).toBe(order.indexOf('Họ tên mẹ'))
        expect(places.personalId).toBe(order.indexOf('Số định danh'))
      }),
    )
  })
})

test.each(['(1)|(2)|(3)|(4)', '1|2|3|4', 'A|B|C|1'])('%s only numbers the columns', (line) => {
  expect(isNumberingRow(sheet(line)[0] ?? { number: 1, cells: [] })).toBe(true)
})
