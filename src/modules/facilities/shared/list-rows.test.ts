import { describe, expect, test } from 'vitest'
import { FacilityKind } from './contract.ts'
import { findListLayout, kindsInOrder, kindWords, listHeadings, readListRow } from './list-rows.ts'
import { facilitiesMessages } from './messages.ts'

const today = '2026-06-15'
const headings = listHeadings.map(([heading]) => heading)
const layout = findListLayout(headings) ?? {}

function rowWith(cells: Partial<Record<(typeof headings)[number], string>>) {
  const all = { 'Tên cơ sở': 'Trạm y tế xã Đăk Hà', Loại: 'Trạm y tế', ...cells }
  return readListRow(
    headings.map((heading) => Object.entries(all).find(([key]) => key === heading)?.[1] ?? ''),
    { layout, today },
  )
}

describe('the head row', () => {
  test('the headings of the template name every column', () => {
    expect(Object.keys(layout)).toHaveLength(headings.length)
  })

  test('is found without marks, in any order, among columns of others', () => {
    expect(findListLayout(['STT', 'LOẠI', 'Người phụ trách', 'Tên  cơ sở', 'SĐT'])).toEqual({
      kind: 1,
      contactName: 2,
      name: 3,
      phone: 4,
    })
  })

  test('a title row is no head row', () => {
    expect(findListLayout(['DANH SÁCH CƠ SỞ NĂM 2026', ''])).toBeUndefined()
  })
})

describe('a row', () => {
  test('is read with everything it says', () => {
    const reading = rowWith({
      Loại: 'truong mam non',
      'Đơn vị': 'Thôn Đăk Mế',
      'Hình thức': 'tư thục',
      'Từ ngày': '1/9/2015',
      'Sức chứa': '240',
      'Dưới 3 tuổi': 'x',
      'Diện tích (m2)': '3 200,5',
      'Điện thoại': '0260 3822.000',
    })
    expect(reading).toMatchObject({
      ok: true,
      row: {
        kind: 'preschool',
        placeName: 'Thôn Đăk Mế',
        operator: 'private',
        validFrom: '2015-09-01',
        capacity: 240,
        forUnderThree: true,
        landM2: 3200.5,
        phone: '02603822000',
      },
    })
  })

  test('a year alone is its first day; empty cells are not known', () => {
    expect(rowWith({ 'Từ ngày': '2015' })).toMatchObject({
      row: { validFrom: '2015-01-01', capacity: null, phone: null, operator: 'public', placeName: null },
    })
  })

  test.each([
    [{ 'Tên cơ sở': '' }, 'name-missing'],
    [{ 'Tên cơ sở': 'a'.repeat(201) }, 'name-too-long'],
    [{ Loại: '' }, 'kind-missing'],
    [{ Loại: 'Siêu thị' }, 'kind-unknown'],
    [{ 'Hình thức': 'lạ' }, 'operator-unknown'],
    [{ 'Từ ngày': '31/02/2015' }, 'day'],
    [{ 'Từ ngày': '01/01/2030' }, 'day'],
    [{ 'Sức chứa': 'nhiều' }, 'capacity'],
    [{ 'Sức chứa': '-3' }, 'capacity'],
    [{ 'Diện tích (m2)': 'rộng' }, 'land'],
    [{ 'Điện thoại': 'không có' }, 'phone'],
  ])('%o is refused: %s', (cells, code) => {
    const reading = rowWith(cells)
    expect(reading.ok ? [] : reading.reasons.map((reason) => reason.code)).toEqual([code])
    expect(Object.keys(facilitiesMessages.vi)).toContain(`facilities.row.${code}`)
  })

  test('all reasons of one row are named together', () => {
    const reading = rowWith({ 'Tên cơ sở': '', Loại: 'Siêu thị', 'Sức chứa': 'x' })
    expect(reading.ok ? 0 : reading.reasons.length).toBe(3)
  })
})

test('every kind has words, and its own words are understood', () => {
  expect(kindsInOrder.toSorted()).toEqual(FacilityKind.options.toSorted())
  for (const kind of kindsInOrder)
    for (const word of kindWords[kind]) expect(rowWith({ Loại: word })).toMatchObject({ row: { kind } })
})
