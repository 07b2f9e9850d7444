import { describe, expect, test } from 'vitest'
import { citedAs, endsInOrder, isSameDocument, searchParts, stateOn, tokensOf } from './rules.ts'

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

describe('whether two entries are one document', () => {
  const one = {
    ...{ kind: 'decision', number: '06/QĐ-TTg', citedAs: '6/qd-ttg 2019', issuer: 'Thủ tướng Chính phủ' },
    ...{ issuedOn: '2019-01-03', title: 'Tiêu chuẩn xã, phường, thị trấn phù hợp với trẻ em' },
  }
  const blank = { ...one, number: null, citedAs: null }
  test.each([
    [true, one, { ...one, title: 'Quy định tiêu chuẩn' }],
    [true, one, { ...one, issuer: 'THỦ TƯỚNG CHÍNH PHỦ' }],
    [true, one, { ...one, issuer: null }],
    [false, one, { ...one, issuer: null, kind: 'plan' }],
    [false, one, { ...one, citedAs: '6/qd-ttg 2022' }],
    [false, one, { ...one, issuer: 'UBND tỉnh Kon Tum' }],
    [false, one, blank],
    [true, blank, { ...blank, title: 'TIÊU CHUẨN XÃ, PHƯỜNG, THỊ TRẤN PHÙ HỢP VỚI TRẺ EM' }],
    [false, blank, { ...blank, issuedOn: null }],
  ])('%s', (is, first, second) => {
    expect([isSameDocument(first, second), isSameDocument(second, first)]).toEqual([is, is])
  })
})

test('a document does not end before it begins', () => {
  const days = { issuedOn: '2026-01-05', inForceOn: '2026-01-01', endedOn: null }
  expect(endsInOrder(days)).toBe(true)
  expect(endsInOrder({ ...days, endedOn: '2026-01-05' })).toBe(true)
  expect(endsInOrder({ ...days, endedOn: '2026-01-04' })).toBe(false)
})
