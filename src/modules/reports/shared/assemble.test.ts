import { describe, expect, test } from 'vitest'
import { assembleReport, mayTypeCell } from './assemble.ts'
import { computeCells, type ComputedReport } from './computed.ts'
import { formatNumber } from '#base/numbers.ts'
import type { Outline } from './outline.ts'

const outline: Outline = {
  checks: [],
  version: 'test',
  compiledOn: '2026-01-01',
  source: '',
  subject: '',
  bases: [],
  opening: '',
  levels: { commune: level(), province: level() },
  parts: [
    {
      key: '2',
      title: 'Kết quả',
      sections: [
        {
          key: '2.1',
          title: 'Dịch vụ {next}',
          hint: '',
          lines: [
            'Được tiếp cận: {services.got}/{services.due} ({services.percent}%).',
            'Đã khám: {services.checked}.',
            'Kết quả từng chỉ tiêu nêu tại Phụ lục II.',
          ],
        },
      ],
    },
  ],
  tables: [
    {
      key: 'services',
      title: '',
      page: 'portrait',
      nameHeading: 'Đơn vị',
      rows: 'units',
      total: 'sum',
      columns: [
        { key: 'due', heading: '', kind: 'count', share: 1, fact: 'reach.due' },
        { key: 'got', heading: '', kind: 'count', share: 1, fact: 'reach.got' },
        { key: 'percent', heading: '', kind: 'percent', share: 1, percentOf: ['got', 'due'] },
        { key: 'checked', heading: '', kind: 'count', share: 1 },
      ],
    },
    {
      key: 'targets',
      title: '',
      page: 'portrait',
      nameHeading: 'Chỉ tiêu',
      rows: 'targets',
      total: 'none',
      columns: [
        { key: 'target', heading: '', kind: 'target', share: 1 },
        { key: 'result', heading: '', kind: 'decimal', share: 1, fact: 'target.result' },
        { key: 'percent', heading: '', kind: 'percent', share: 1, percentOf: ['result', 'target'] },
      ],
    },
  ],
}

function level() {
  return {
    superior: null,
    issuer: '',
    symbol: '',
    lower: 'thôn',
    recipients: [],
    signature: { power: [], title: '' },
  }
}

const units = [
  { key: 'a', name: 'Thôn A' },
  { key: 'b', name: 'Thôn B' },
]
const targets = [
  {
    key: 't1',
    name: 'Tiếp cận dịch vụ',
    unit: '%',
    value: 90,
    comparable: true,
    indicatorCode: null,
    hand: null,
  },
  {
    key: 't2',
    name: 'Giảm tử vong',
    unit: '%',
    value: 10,
    comparable: false,
    indicatorCode: null,
    hand: null,
  },
]

function computed(facts: Record<string, Record<string, number>>): ComputedReport {
  const head = {
    superior: null,
    issuer: '',
    symbol: '',
    place: '',
    subject: '',
    bases: [],
    opening: '',
    recipients: [],
  }
  return {
    head: { ...head, signature: { power: [], title: '' } },
    ...{ unit: null, period: null, heard: [], gathered: {}, definitions: [] },
    next: '6 tháng cuối năm 2026',
    asOf: '2026-06-30',
    reported: { done: 1, all: 2, lower: 'thôn' },
    sample: false,
    units,
    targets,
    cells: computeCells(outline, { units, targets }, { facts, lower: {} }),
  }
}

const handed = { value: 62, asOf: '2026-05-01', at: '2026-05-02T00:00:00Z', reason: 'Báo cáo của huyện' }

const typedBy = { by: 'Y Hoa', at: '2026-07-01T00:00:00Z', reason: 'Theo sổ của trạm', version: 1 }

describe('numbers of a table', () => {
  test('a total is the sum of the rows that are known; percents follow', () => {
    const content = assembleReport(outline, computed({ a: { 'reach.due': 80, 'reach.got': 60 } }), [], [])
    const [services] = content.tables
    expect(services?.total?.cells.map((cell) => cell.value)).toEqual([80, 60, 75, null])
    expect(services?.rows[1]?.cells.map((cell) => cell.source)).toEqual(['blank', 'blank', 'blank', 'blank'])
    expect(services?.total?.cells[3]?.source).toBe('blank')
  })

  test('zero is a number, blank is not', () => {
    const facts = { a: { 'reach.due': 0, 'reach.got': 0 }, b: { 'reach.due': 0, 'reach.got': 0 } }
    const [services] = assembleReport(outline, computed(facts), [], []).tables
    expect(services?.total?.cells.map((cell) => cell.value)).toEqual([0, 0, null, null])
  })

  test('a typed number stands over the computed one, keeps it underneath and reaches the total', () => {
    const facts = { a: { 'reach.due': 80, 'reach.got': 60 }, b: { 'reach.due': 20, 'reach.got': 5 } }
    const typed = [{ key: 'services.b.got', source: 'typed' as const, value: 20, ...typedBy }]
    const [services] = assembleReport(outline, computed(facts), typed, []).tables
    expect(services?.rows[1]?.cells[1]).toEqual({
      key: 'services.b.got',
      source: 'typed',
      value: 20,
      computed: 5,
      fraction: null,
      typed: typedBy,
    })
    expect(services?.total?.cells.map((cell) => cell.value)).toEqual([100, 80, 80, null])
  })

  test('what does not apply counts for nothing', () => {
    const facts = { a: { 'reach.due': 80, 'reach.got': 60 }, b: { 'reach.due': 20, 'reach.got': 5 } }
    const typed = [{ key: 'services.b.due', source: 'not-applicable' as const, value: null, ...typedBy }]
    const [services] = assembleReport(outline, computed(facts), typed, []).tables
    expect(services?.total?.cells[0]?.value).toBe(80)
    expect(services?.rows[1]?.cells[2]?.value).toBeNull()
  })

  test('a target that asks for less gets no percent', () => {
    const facts = { 'targets:t1': { 'target.result': 81 }, 'targets:t2': { 'target.result': 5 } }
    const rows = assembleReport(outline, computed(facts), [], []).tables[1]?.rows
    expect(rows?.map((row) => row.cells.map((cell) => cell.value))).toEqual([
      [90, 81, 90],
      [10, 5, null],
    ])
  })
})

test('a value typed on the plan page is a typed number with its source; one of a later day does not count yet', () => {
  const facts = computed({})
  const [first] = facts.targets
  const withHand = (asOf: string) => ({
    ...facts,
    targets: first ? [{ ...first, hand: { ...handed, asOf } }] : [],
  })
  const result = (asOf: string) =>
    assembleReport(outline, withHand(asOf), [], []).tables[1]?.rows[0]?.cells[1]
  expect(result('2026-05-01')).toMatchObject({ source: 'typed', value: 62, typed: { by: 'trang kế hoạch' } })
  expect(result('2026-07-01')).toMatchObject({ source: 'blank', value: null })
})

test('a sentence is written when all its numbers are known', () => {
  const content = assembleReport(outline, computed({ a: { 'reach.due': 1200, 'reach.got': 941 } }), [], [])
  expect(content.parts[0]?.sections[0]).toMatchObject({
    title: 'Dịch vụ 6 tháng cuối năm 2026',
    lines: ['Được tiếp cận: 941/1.200 (78,4%).', 'Kết quả từng chỉ tiêu nêu tại Phụ lục II.'],
    version: 0,
  })
})

test('a sentence that points to an annex without rows is not written', () => {
  const content = assembleReport(outline, { ...computed({}), targets: [] }, [], [])
  expect(content.parts[0]?.sections[0]?.lines).toEqual([])
})

test('counts may be typed, percents and targets may not', () => {
  const content = assembleReport(outline, computed({}), [], [])
  const may = [
    'services.a.got',
    'services.total.got',
    'services.a.percent',
    'targets.t1.target',
    'services.x.got',
  ]
  expect(may.map((key) => mayTypeCell(content, key))).toEqual([true, true, false, false, false])
})

test('numbers as Vietnamese write them', () => {
  expect([formatNumber(1200), formatNumber(78.4), formatNumber(0)]).toEqual(['1.200', '78,4', '0'])
})
