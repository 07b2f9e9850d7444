import { describe, expect, test } from 'vitest'
import { type Body, bodyWords, namesUnit, resolveBody } from './named-bodies.ts'

const body = (id: string, name: string, rest: Partial<Body> = {}): Body => ({
  ...{ id, name, shortName: null, areaId: 'tinh', validTo: null, successors: [] },
  ...rest,
})

const health = body('health', 'Sở Y tế')
const labour = body('labour', 'Sở Lao động - Thương binh và Xã hội', {
  shortName: 'Sở LĐTBXH',
  validTo: '2025-02-28',
  successors: [{ organisationId: 'health', name: 'Sở Y tế' }],
})
const bodies = [
  labour,
  health,
  body('education', 'Sở Giáo dục và Đào tạo', { shortName: 'Sở GD&ĐT' }),
  body('committee', 'Ủy ban nhân dân tỉnh Quảng Ngãi', { shortName: 'UBND tỉnh Quảng Ngãi' }),
  body('women', 'Hội Liên hiệp Phụ nữ tỉnh Quảng Ngãi', { shortName: 'Hội LHPN tỉnh Quảng Ngãi' }),
]

describe('a body is found by the name a plan prints', () => {
  test.each([
    ['Sở Y tế', 'health'],
    ['SỞ Y TẾ', 'health'],
    ['Sở Y tế tỉnh Quảng Ngãi', 'health'],
    ['Sở GD&ĐT', 'education'],
    ['Sở Giáo dục - Đào tạo', 'education'],
    ['UBND tỉnh', 'committee'],
    ['Hội LHPN tỉnh', 'women'],
    ['Hội Liên hiệp Phụ nữ', 'women'],
    ['Các sở, ban, ngành liên quan', null],
    ['Sở', null],
    ['UBND xã, phường', null],
    ['UBND các xã, phường', null],
    ['Hội LHPN xã', null],
  ])('%s is %s', (name, organisationId) => {
    expect(resolveBody(name, bodies, '2026-06-15').organisationId).toBe(organisationId)
  })

  test('one that ended is followed by its successor, and both names are kept', () => {
    const found = { name: 'Sở LĐ-TB&XH', organisationId: 'health', today: 'Sở Y tế' }
    expect(resolveBody('Sở LĐ-TB&XH', bodies, '2026-06-15')).toEqual(found)
    expect(resolveBody('Sở LĐTBXH', bodies, '2024-06-15')).toMatchObject({
      organisationId: 'labour',
      today: null,
    })
  })

  test('successors in a circle do not hold it up', () => {
    const circle = [
      body('a', 'Phòng A', { validTo: '2020-01-01', successors: [{ organisationId: 'b', name: 'Phòng B' }] }),
      body('b', 'Phòng B', { validTo: '2021-01-01', successors: [{ organisationId: 'a', name: 'Phòng A' }] }),
    ]
    expect(resolveBody('Phòng A', circle, '2026-06-15').organisationId).toBe('a')
  })

  test('abbreviations and whole words are the same', () => {
    expect(bodyWords('UBND xã')).toBe(bodyWords('Ủy ban nhân dân xã'))
    expect(bodyWords('Sở VHTT&DL')).toBe(bodyWords('Sở Văn hóa, Thể thao và Du lịch'))
  })
})

describe('a plan of a place above gives work to a unit', () => {
  const dakHa = { kind: 'commune', name: 'Xã Đăk Hà' }

  test.each([
    'UBND các xã, phường',
    'Ủy ban nhân dân các xã, phường, đặc khu',
    'UBND xã, phường',
    'UBND cấp xã',
    'các địa phương',
    'UBND các huyện, thành phố',
    'UBND xã Đăk Hà',
    'Xã Đăk Hà',
  ])('%s is meant', (name) => {
    expect(namesUnit(name, dakHa)).toBe(true)
  })

  test.each([
    'UBND xã Đăk Tô',
    'UBND xã Đăk Hà Mòn 2 khác',
    'Sở Y tế',
    'UBND tỉnh',
    'Hội LHPN',
    'Trạm Y tế xã',
  ])('%s is not', (name) => {
    expect(namesUnit(name, { kind: 'commune', name: 'Xã Ngọk Réo' })).toBe(false)
  })

  test('a province is meant by the provinces of a national plan', () => {
    const province = { kind: 'province', name: 'Tỉnh Quảng Ngãi' }
    expect(namesUnit('UBND các tỉnh, thành phố trực thuộc trung ương', province)).toBe(true)
    expect(namesUnit('Bộ Y tế', province)).toBe(false)
  })
})
