import { describe, expect, test } from 'vitest'
import { contentOf, tableOf } from '#test/report-content.ts'
import { besideOf, earlierNumbers, mergedTotals, periodsBefore } from './beside.ts'
import { differenceOf } from './difference.ts'
import { offerSentences } from './offers.ts'
import type { Outline } from './outline.ts'

test.each([
  ['2026-H1', { last: '2025-H2', lastYear: '2025-H1' }],
  ['2026-H2', { last: '2026-H1', lastYear: '2025-H2' }],
  ['2026', { last: null, lastYear: '2025' }],
] as const)('before %s', (period, expected) => {
  expect(periodsBefore(period)).toEqual(expected)
})

describe('the numbers of an earlier report, on today’s units', () => {
  const old = contentOf([tableOf('children', ['all', 'poor'], { a: [10, 1], b: [5, null], total: [15, 1] })])

  test('a unit formed since is the sum of its parts, where all of them are known', () => {
    const parts = [
      { fromId: 'a', toId: 'n' },
      { fromId: 'b', toId: 'n' },
    ]
    const numbers = earlierNumbers(old, parts)
    expect(numbers.get('children.n.all')).toBe(15)
    expect(numbers.has('children.n.poor')).toBe(false)
    expect(numbers.get('children.total.all')).toBe(15)
  })

  test('with a part that did not report there is nothing to compare with', () => {
    const numbers = earlierNumbers(old, [
      { fromId: 'a', toId: 'n' },
      { fromId: 'c', toId: 'n' },
    ])
    expect(numbers.has('children.n.all')).toBe(false)
  })

  test('the totals of the parts are those of the unit', () => {
    expect([...mergedTotals([old, old])]).toEqual([
      ['children.total.all', 30],
      ['children.total.poor', 2],
    ])
    expect([...mergedTotals([])]).toEqual([])
  })

  test('only cells that this report has stand beside it', () => {
    const now = contentOf([tableOf('children', ['all'], { n: [20], total: [20] })])
    const beside = besideOf(now, new Map([['children.gone.all', 3]]), new Map([['children.total.all', 15]]))
    expect(beside).toEqual({ 'children.total.all': { last: null, lastYear: 15 } })
  })
})

test('the difference of two copies names cells and sections with old and new', () => {
  const before = contentOf([tableOf('children', ['all'], { a: [10], gone: [1] })], { '1.1': 'Một.' })
  const after = contentOf([tableOf('children', ['all'], { a: [12], b: [null] })], { '1.1': 'Hai.' })
  expect(differenceOf(before, after)).toEqual([
    {
      about: 'cell',
      key: 'children.a.all',
      table: 'children',
      row: 'a',
      column: 'all',
      before: 10,
      after: 12,
    },
    {
      about: 'cell',
      key: 'children.gone.all',
      table: 'children',
      row: 'gone',
      column: 'all',
      before: 1,
      after: null,
    },
    { about: 'section', key: '1.1', title: 'Mục 1.1', before: 'Một.', after: 'Hai.' },
  ])
  expect(differenceOf(after, after)).toEqual([])
})

describe('sentences to put in', () => {
  const level = {
    ...{ superior: null, issuer: '', symbol: '', lower: '', recipients: [] },
    signature: { power: [], title: '' },
  }
  const section = {
    ...{ key: '2.0', title: '', hint: '' },
    lines: ['Có {children.all} trẻ, {children.rate%} tiếp cận, tỷ lệ {children.rate}.'],
  }
  const outline: Outline = {
    ...{ version: 'test', compiledOn: '2026-01-01', source: '', subject: '', bases: [], opening: '' },
    levels: { commune: level, province: level },
    parts: [{ key: '2', title: '', sections: [section] }],
    ...{ tables: [], checks: [] },
  }

  test('against the same period last year, with the share of the change', () => {
    const content = contentOf([tableOf('children', ['all'], { total: [1200] })])
    const beside = { 'children.total.all': { last: null, lastYear: 1000 } }
    expect(offerSentences(outline, content, beside)['2.0']).toEqual([
      'all: 1.200, tăng 200 (20%) so với cùng kỳ năm trước.',
    ])
    const same = { 'children.total.all': { last: null, lastYear: 1200 } }
    expect(offerSentences(outline, content, same)['2.0']).toEqual(['all: 1.200, bằng cùng kỳ năm trước.'])
  })

  test('results of targets go to the first section', () => {
    const targets = tableOf('targets', ['target', 'result'], { 'Trẻ được tiếp cận': [90, 78.4] })
    const rows = targets.rows.map((row) => ({ ...row, note: '%' }))
    expect(offerSentences(outline, contentOf([{ ...targets, rows }]), {})['2.0']).toEqual([
      'Chỉ tiêu “Trẻ được tiếp cận”: đạt 78,4%, chỉ tiêu giao 90%.',
    ])
  })
})
