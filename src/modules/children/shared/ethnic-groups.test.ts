import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ethnicCode, ethnicGroups, ethnicName, isMinority } from './ethnic-groups.ts'
import { specialCircumstances } from './special-circumstances.ts'

describe('ethnic groups', () => {
  test('equal the reference file', () => {
    const lines = readFileSync('db/reference/ethnic-groups/ethnic-groups.csv', 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const listed = lines.map((line) => line.split(',')).map(([code, name]) => ({ code, name }))
    expect(ethnicGroups).toEqual(listed)
  })

  test.each([
    ['Xơ Đăng', '14'],
    ['xo dang', '14'],
    ['Xê-đăng', '14'],
    ["H'Mông", '08'],
    ['Mông', '08'],
    ['Ê Đê', '12'],
    ['Êđê', '12'],
    ['Gia Rai', '10'],
    ['Jrai', '10'],
    ['Dân tộc Kinh', '01'],
    ['Cờ Lao', '47'],
    ["M'nông", '20'],
    ['Cao Lan', '15'],
    ['1', '01'],
    ['14', '14'],
  ])('%s is %s', (written, code) => {
    expect(ethnicCode(written)).toBe(code)
  })

  test('every name is found by itself, and other words by nothing', () => {
    for (const { code, name } of ethnicGroups) {
      expect(ethnicCode(name)).toBe(code)
      expect(ethnicName(code)).toBe(name)
    }
    for (const other of ['Sao Hỏa', '56', '00', '']) expect(ethnicCode(other)).toBeUndefined()
  })

  test('a minority is every group of the country but Kinh', () => {
    expect(['01', '14', '55', null].map(isMinority)).toEqual([false, true, false, null])
  })
})

test('the groups of special circumstances equal the reference file', () => {
  const text = readFileSync('db/reference/special-circumstances/special-circumstances.csv', 'utf8')
  const names = [...text.matchAll(/^\d+,,(?:"([^"]+)"|([^,]+)),/gm)].map((match) => match[1] ?? match[2])
  expect(specialCircumstances).toEqual(names)
})
