import { describe, expect, test } from 'vitest'
import { readSearchText } from './search-text.ts'

describe('a search', () => {
  test.each([
    ['Hòa Y', { nameParts: ['hoa', 'y'] }],
    ['đào đinh thị', { nameParts: ['dao', 'dinh', 'thi'] }],
    ['hoa 2021', { nameParts: ['hoa'], birthYear: 2021 }],
    ['07/03/2021', { bornOn: '2021-03-07', nameParts: [] }],
    ['0912 345 678', { phone: '0912345678', nameParts: [] }],
    ['+84912345678', { phone: '0912345678' }],
    ['062 321 760 045', { personalId: '062321760045' }],
    ['hoa hoa', { nameParts: ['hoa'] }],
    ['hm-01-012', { household: 'HM-01-012', nameParts: [] }],
    ['Hoa hộ 2021', { household: '2021', nameParts: ['hoa'], birthYear: undefined }],
    ['  , ', { nameParts: [], birthYear: undefined, phone: undefined, household: undefined }],
    ['Hồ 2021', { nameParts: ['ho'], birthYear: 2021, household: undefined }],
  ])('"%s" asks for %j', (text, expected) => {
    expect(readSearchText(text)).toMatchObject(expected)
  })
})
