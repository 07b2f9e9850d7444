import { describe, expect, test } from 'vitest'
import { checkName, foldedName, nameTokens } from './child-name.ts'

describe('a name', () => {
  test.each([
    ['  nguyễn   thị hoa ', 'Nguyễn Thị Hoa'],
    ['NGUYỄN THỊ HOA', 'Nguyễn Thị Hoa'],
    ["H'NGA BYĂ", "H'Nga Byă"],
    ['A Thiên', 'A Thiên'],
    ['Y BLƠI', 'Y Blơi'],
    ['Rơ Châm H’Nga', 'Rơ Châm H’Nga'],
  ])('%s is written %s', (written, name) => {
    expect(checkName(written)).toEqual({ ok: true, name, unnamed: false })
  })

  test.each(['Trai', 'gái', 'Chưa đặt tên', 'trẻ sơ sinh'])('%s is a newborn without a name', (written) => {
    expect(checkName(written)).toMatchObject({ ok: true, unnamed: true })
  })

  test.each([
    ['', 'name-missing'],
    ['=HYPERLINK("x")', 'name-not-letters'],
    ['12345', 'name-not-letters'],
    ['x'.repeat(101), 'name-too-long'],
  ])('%s is refused', (written, reason) => {
    expect(checkName(written)).toEqual({ ok: false, reason })
  })

  test('is found under its words without marks, each once', () => {
    expect(nameTokens({ fullName: 'Đinh Thị Đào Đinh', unnamed: false })).toEqual(['dinh', 'thi', 'dao'])
    expect(nameTokens({ fullName: 'Chưa đặt tên', unnamed: true })).toEqual([])
    expect(foldedName('Đinh  Thị-Đào')).toBe('dinh thi dao')
  })
})
