import { describe, expect, test } from 'vitest'
import { contentOf, tableOf } from '#test/report-content.ts'
import { attachedTo, isBlankTable, printedTables, tableNotes } from './annexes.ts'
import type { ReportCell, ReportContent, ReportSection, ReportTable } from './content.ts'
import { csvHead, csvRows, MachineReport, toMachineReport } from './machine.ts'
import { inForm } from './report-parts.ts'

const cell = (key: string, more: Partial<ReportCell> = {}): ReportCell => ({
  ...{ key, source: 'blank', value: null, computed: null, typed: null, fraction: null, ...more },
})

function table(key: string, cells: readonly ReportCell[], more: Partial<ReportTable> = {}): ReportTable {
  return {
    ...{ key, title: `Biểu ${key}`, page: 'landscape', nameHeading: 'Đơn vị' },
    columns: cells.map((_, index) => ({
      ...{ key: `c${index}`, heading: `Cột ${index}`, kind: 'count', share: 1, mayType: true, print: true },
    })),
    rows: [{ key: 'r', name: 'Xã Đăk Hà', note: '', cells: [...cells], indicatorCode: null }],
    ...{ total: null, ...more },
  }
}

const section = (key: string, text = ''): ReportSection => ({
  ...{ key, title: `Mục ${key}`, hint: '', group: null, lines: [], text, version: 1, gathered: [] },
  ...{ writtenBy: null, writtenAt: null },
})

const typed = { by: 'Phạm Thị Lan', at: '2026-06-14T18:00:00.000Z', reason: 'Sổ theo dõi', version: 1 }

const content: ReportContent = {
  ...{ outlineVersion: '2026-11', unit: null, period: '2026-H1', asOf: '2026-06-15', sample: false },
  ...{ heard: [], definitions: [], reported: { done: 3, all: 5, lower: 'thôn' } },
  head: {
    ...{ superior: null, issuer: 'Ủy ban nhân dân xã Đăk Hà', symbol: 'BC-UBND', place: 'Đăk Hà' },
    subject: 'Kết quả công tác trẻ em 6 tháng đầu năm 2026; nhiệm vụ 6 tháng cuối năm 2026',
    ...{ bases: [], opening: '', recipients: [], signature: { power: [], title: '' } },
  },
  parts: [
    { key: '1', title: 'Chỉ đạo', sections: [section('1.1')] },
    {
      key: '2',
      title: 'Kết quả',
      sections: ['2.0', '2.1', '2.2', '2.3', '2.4', '2.5a', '2.6', '2.7', '2.8'].map((key) =>
        section(key, key),
      ),
    },
    { key: '3', title: 'Khó khăn', sections: [section('3.1')] },
  ],
  tables: [
    table('services', [cell('services.r.c0', { source: 'typed', value: 12, computed: 10, typed })]),
    table('injured', [cell('injured.r.c0')]),
    table('special', [cell('special.r.c0', { source: 'not-applicable' })]),
  ],
}

describe('notes under a table', () => {
  test('say how many units are in it and who typed what, on the day in Viet Nam', () => {
    const [first] = content.tables
    if (!first) throw new Error('no table')
    expect(tableNotes(first, content)).toEqual([
      'Tính đến ngày 15/06/2026. Số liệu của 3/5 thôn. Ô để trống là chưa có số liệu.',
      '(*) Xã Đăk Hà, Cột 0: Sổ theo dõi (Phạm Thị Lan, 15/06/2026).',
    ])
    expect(tableNotes(first, { ...content, sample: true })[0]).toContain('dữ liệu mẫu')
  })
})

test.each([
  ['services', false],
  ['injured', true],
  ['special', false],
])('the table %s is blank: %s; zero and "not applicable" are not blank', (key, isBlank) => {
  const found = content.tables.find((one) => one.key === key)
  if (!found) throw new Error(key)
  expect(isBlankTable(found)).toBe(isBlank)
  const total = {
    key: 'total',
    name: 'Tổng',
    note: '',
    cells: [cell('t', { value: 0 })],
    indicatorCode: null,
  }
  expect(isBlankTable({ ...found, total })).toBe(false)
})

describe('what an annex is attached to', () => {
  test('empty places before signing, number and day after', () => {
    expect(attachedTo(content, 2026, undefined)).toMatch(/số\s+\/BC-UBND ngày\s+tháng\s+năm 2026 của/)
    expect(attachedTo(content, 2026, { number: '7', on: '2026-07-02' })).toBe(
      'Báo cáo số 07/BC-UBND ngày 02/07/2026 của Ủy ban nhân dân xã Đăk Hà',
    )
  })
})

describe('forms of a report', () => {
  test('the part on early childhood: results, difficulties, its own tables, its own subject', () => {
    const part = inForm(content, 'ecd')
    expect(part.parts.map(({ key }) => key)).toEqual(['2', '3'])
    expect(part.tables.map(({ key }) => key)).toEqual(['services'])
    expect(part.head.subject).toMatch(/phát triển toàn diện trẻ em .* 6 tháng đầu năm 2026$/)
  })

  test('in the action programme every section stands under one of six groups, none is lost', () => {
    const merged = inForm(content, 'action')
    const results = merged.parts.find(({ key }) => key === '2')?.sections ?? []
    const words = results.map(({ text }) => text).filter((text) => text !== '')
    expect(words.toSorted()).toEqual(content.parts[1]?.sections.map(({ text }) => text).toSorted())
    const titles = results.map(({ group, title }) => group ?? title)
    expect([...new Set(titles)]).toHaveLength(7)
    expect(titles).toContain('Tháng hành động vì trẻ em, diễn đàn trẻ em, Tết Trung thu')
    expect(merged.tables).toEqual(content.tables)
  })

  test('the whole report is the report itself', () => {
    expect(inForm(content, 'whole')).toBe(content)
  })
})

describe('for machines', () => {
  const id = '00000000-0000-7000-8000-000000000001'
  const report = {
    ...{ id, no: 3, areaId: id, areaName: 'Xã Đăk Hà', planId: id, planName: 'Kế hoạch số 79/KH-UBND' },
    ...{
      period: '2026-H1',
      state: 'signed' as const,
      isReopened: false,
      computedAt: '',
      finishedAt: null,
      version: 4,
      content,
    },
    ...{ originName: null, may: [], openParts: null, steps: [], partDrafts: [] },
    outdated: { definitions: [], lower: [], signedSince: [] },
    versions: [
      {
        ...{ number: 1, kind: 'signed' as const, sha256: 'ab', at: '2026-07-02T03:00:00Z', byName: 'Lan' },
        signature: {
          documentNumber: '7',
          signedOn: '2026-07-02',
          signerName: 'A Lưng',
          signerTitle: 'Chủ tịch',
        },
      },
    ],
  }

  test('the JSON is what its contract says, names nobody of the steps, and reads back as it was', () => {
    const value = toMachineReport(report)
    expect(MachineReport.parse(JSON.parse(JSON.stringify(value)))).toEqual(value)
    expect(value.report.versions[0]).toMatchObject({ documentNumber: '7', sha256: 'ab' })
  })

  test('the csv has a line for each cell, the blank ones too', () => {
    const rows = csvRows(content)
    expect(rows).toHaveLength(3)
    expect(rows.every((row) => row.length === csvHead.length)).toBe(true)
    expect(rows[0]).toEqual([
      ...['services', 'Biểu services', 'r', 'Xã Đăk Hà', 'c0', 'Cột 0', 12, 'typed', 10],
      ...['Phạm Thị Lan', typed.at, 'Sổ theo dõi'],
    ])
    expect(rows[1]?.slice(6, 9)).toEqual([null, 'blank', null])
  })
})

test('a draft prints every table that has rows, a finished report those in which something is known', () => {
  const content = contentOf([
    tableOf('targets', ['value'], {}),
    tableOf('children', ['all'], { a: [7] }),
    tableOf('cases', ['all'], { a: [null] }),
    tableOf('training', ['all'], { a: [null], total: [0] }),
  ])
  const printed = (isDraft: boolean) => printedTables(content, isDraft).map(({ key }) => key)
  expect(printed(true)).toEqual(['children', 'cases', 'training'])
  expect(printed(false)).toEqual(['children', 'training'])
})
