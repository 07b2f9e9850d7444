import { describe, expect, test } from 'vitest'
import { citedAs, searchParts, stateOn, tokensOf } from './rules.ts'

describe('how a document is cited', () => {
  test.each([
    ['06/QĐ-TTg', '2019', '6/qd-ttg 2019'],
    ['6/QĐ-TTg', '2022', '6/qd-ttg 2022'],
    ['13/2021/TT-BLĐTBXH', undefined, '13/2021/tt-bldtbxh 2021'],
    ['102/2016/QH13', '2016', '102/2016/qh13 2016'],
    [' 79 / KH-UBND', undefined, '79/kh-ubnd'],
  ])('%s of %s', (number, year, key) => {
    expect(citedAs(number, year)).toBe(key)
  })
  test('without a number by nothing', () => {
    expect([citedAs(null, '2020'), citedAs(' ', '2020')]).toEqual([null, null])
  })
})

test('words are found without marks, numbers whole and in parts', () => {
  const tokens = tokensOf({ number: '1437/QĐ-TTg', issuer: 'Thủ tướng', title: 'Đề án (những năm đầu đời)' })
  expect(tokens).toEqual(
    expect.arrayContaining(['1437/qd-ttg', '1437', 'ttg', 'thu', 'tuong', 'de', 'an', 'nhung', 'dau', 'doi']),
  )
  expect(searchParts('  Đề án, 1437/QĐ ')).toEqual(['de', 'an', '1437/qd'])
})

describe('whether a plan may rest on it', () => {
  const dated = { inForceOn: null, endedOn: null, isReplaced: false }
  test.each([
    ['in-force', dated],
    ['not-yet', { ...dated, inForceOn: '2026-07-01' }],
    ['in-force', { ...dated, inForceOn: '2026-06-15', endedOn: '2026-06-15' }],
    ['ended', { ...dated, endedOn: '2026-06-14' }],
    ['replaced', { ...dated, isReplaced: true }],
    ['unknown', undefined],
  ])('%s', (state, document) => {
    expect(stateOn(document, '2026-06-15')).toBe(state)
  })
})
