import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentOf, tableOf } from '#test/report-content.ts'
import {
  gatherTexts,
  percentOf,
  placeUnits,
  sumReports,
  targetResults,
  type LowerReport,
  type Part,
} from './consolidate.ts'
import type { ReportContent } from './content.ts'
import type { ReportState } from './flow.ts'

const units = [
  { id: 'n', name: 'Xã Mới' },
  { id: 'o', name: 'Xã Khác' },
]
const part = (id: string, toId: string, extent: Part['extent'] = 'whole', onDate = '2025-07-01'): Part => ({
  from: { id, name: `Xã ${id}` },
  ...{ toId, extent, onDate },
})
const reports = (states: Readonly<Record<string, ReportState>>) =>
  new Map(
    Object.entries(states).map(([areaId, state]): [string, LowerReport] => [
      areaId,
      { areaId, state, reportId: `r-${areaId}`, version: state === 'draft' ? null : 1 },
    ]),
  )
const said = (placed: ReturnType<typeof placeUnits>) =>
  placed.map(({ areaId, heard, rowKey }) => `${areaId} ${heard} in ${rowKey}`)

describe('how the units below stand', () => {
  test.each([
    ['accepted', 'counted'],
    ['signed', 'counted'],
    ['sent', 'sent'],
    ['returned', 'missing'],
    ['draft', 'missing'],
  ] as const)('a report that is %s is %s', (state, heard) => {
    expect(placeUnits(units.slice(0, 1), [], reports({ n: state }), '2026-H1')[0]?.heard).toBe(heard)
  })

  test('who has no report is missing, by name', () => {
    expect(placeUnits(units, [], reports({ o: 'signed' }), '2026-H1')).toMatchObject([
      { name: 'Xã Mới', heard: 'missing', reportId: null, version: null },
      { name: 'Xã Khác', heard: 'counted', reportId: 'r-o', version: 1 },
    ])
  })
})

describe('across 1/7/2025', () => {
  const parts = [part('a', 'n'), part('b', 'n')]

  test('of a period that ended before, the parts stand for the new unit and add up in its row', () => {
    expect(said(placeUnits(units, parts, reports({ a: 'signed', o: 'signed' }), '2025-H1'))).toEqual([
      'a counted in n',
      'b missing in n',
      'o counted in o',
    ])
  })

  test('of a period after, the new unit reports; what its parts sent before does not count beside it', () => {
    expect(said(placeUnits(units, parts, reports({ n: 'accepted', a: 'signed' }), '2025-H2'))).toEqual([
      'n counted in n',
      'o missing in o',
    ])
    expect(said(placeUnits(units, parts, reports({}), '2025-H2'))).toEqual([
      'n missing in n',
      'o missing in o',
    ])
  })

  test('merged in the middle of the period: one report of the new unit; until it comes, what parts sent counts', () => {
    const middle = [part('a', 'n', 'whole', '2026-05-15'), part('b', 'n', 'whole', '2026-05-15')]
    expect(said(placeUnits(units, middle, reports({ a: 'accepted' }), '2026-H1'))).toEqual([
      'a counted in n',
      'b missing in n',
      'o missing in o',
    ])
    expect(said(placeUnits(units, middle, reports({}), '2026-H1'))[0]).toBe('n missing in n')
    expect(said(placeUnits(units, middle, reports({ n: 'draft', a: 'accepted' }), '2026-H1'))[0]).toBe(
      'n missing in n',
    )
  })

  test('a divided unit keeps a row of its own and is counted once', () => {
    const divided = [part('a', 'n', 'part'), part('a', 'o', 'part'), part('b', 'n')]
    expect(said(placeUnits(units, divided, reports({ a: 'signed', b: 'signed' }), '2025-H1'))).toEqual([
      'a counted in a',
      'b counted in n',
    ])
  })
})

const counted = (rowKey: string, content: ReportContent) => ({
  areaId: rowKey,
  name: rowKey,
  rowKey,
  content,
})
const rated = (numerator: number, denominator: number, note = '%') => {
  const table = tableOf('targets', ['result'], { t: [0] })
  const rows = table.rows.map((row) => ({
    ...{ ...row, note, indicatorCode: 'x:1' },
    cells: row.cells.map((cell) => ({ ...cell, fraction: { numerator, denominator } })),
  }))
  return contentOf([{ ...table, rows }])
}
const target = { key: 'p', indicatorCode: 'x:1', unit: '%' }

describe('adding up', () => {
  test('totals of places add up in the row of their unit, blank is not zero', () => {
    const one = contentOf([tableOf('children', ['all', 'poor'], { v: [1, 2], total: [10, null] })])
    const two = contentOf([tableOf('children', ['all', 'poor'], { v: [1, 2], total: [5, 2] })])
    const { lower } = sumReports([counted('n', one), counted('n', two), counted('o', two)])
    expect(lower['n']).toEqual({ 'children.all': 15, 'children.poor': 2 })
    expect(lower['o']).toEqual({ 'children.all': 5, 'children.poor': 2 })
  })

  test('rows of the outline add up row by row, and the whole by itself', () => {
    const special = contentOf([tableOf('special', ['number'], { '1': [3], '2': [4], total: [6] })])
    const { lower } = sumReports([counted('n', special), counted('o', special)])
    expect(lower).toMatchObject({
      'special:1': { 'special.number': 6 },
      'special:2': { 'special.number': 8 },
      all: { 'special.number': 12 },
    })
  })

  test('a rate is weighted: 9 of 10 and 10 of 90 are 19 %, not the mean of 90 % and 11 %', () => {
    const { shares } = sumReports([counted('n', rated(9, 10)), counted('o', rated(10, 90))])
    expect(targetResults([target], shares)).toEqual({
      lower: { 'targets:p': { 'targets.result': 19 } },
      fractions: { 'targets:p': { 'targets.result': { numerator: 19, denominator: 100 } } },
    })
  })

  test('rates in other units are not added up', () => {
    const { shares } = sumReports([counted('n', rated(9, 1000, '‰'))])
    expect(targetResults([target], shares).lower).toEqual({})
  })

  test('the weighted rate lies between the lowest and the highest, whatever the units', () => {
    const unit = fc
      .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 500 }))
      .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: other }))
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 20 }), (rates) => {
        const { shares } = sumReports(
          rates.map(({ numerator, denominator }, index) =>
            counted(String(index), rated(numerator, denominator)),
          ),
        )
        const share = shares.get('x:1')
        const value = (share && percentOf(share)) ?? -1
        const each = rates.map((rate) => percentOf(rate) ?? 0)
        expect(value).toBeGreaterThanOrEqual(Math.min(...each) - 0.05)
        expect(value).toBeLessThanOrEqual(Math.max(...each) + 0.05)
      }),
    )
  })
})

test('words are gathered by section with the unit that wrote them', () => {
  const one = counted('n', contentOf([], { '1.1': 'Đã ban hành 2 văn bản.\n', '1.2': ' ' }))
  const two = counted('o', contentOf([], { '1.1': 'Đã họp.' }))
  expect(gatherTexts([one, two])).toEqual({
    '1.1': [
      { areaId: 'n', name: 'n', text: 'Đã ban hành 2 văn bản.' },
      { areaId: 'o', name: 'o', text: 'Đã họp.' },
    ],
  })
})
