import { describe, expect, test } from 'vitest'
import { contentOf, tableOf, typedOver } from '#test/report-content.ts'
import { checkReport, type CheckFacts } from './checks.ts'
import type { ReportContent } from './content.ts'
import { whatStops } from './finding.ts'
import type { Outline } from './outline.ts'

const level = {
  ...{ superior: null, issuer: '', symbol: '', lower: '', recipients: [] },
  signature: { power: [], title: '' },
}
const outline: Outline = {
  ...{ version: 'test', compiledOn: '2026-01-01', source: '', subject: '', bases: [], opening: '' },
  levels: { commune: level, province: level },
  ...{ parts: [], tables: [] },
  checks: [
    { kind: 'part', table: 'children', part: 'poor', whole: 'all' },
    { kind: 'sum', table: 'children', parts: ['male', 'female'], whole: 'all' },
    { kind: 'equal', one: 'children.all', other: 'services.all' },
  ],
}

const columns = ['all', 'male', 'female', 'poor']
const children = (numbers: Record<string, (number | null)[]>) => tableOf('children', columns, numbers)
const quiet: CheckFacts = { beside: {}, openComments: 0, outdated: { definitions: [], lower: [] } }

const find = (content: ReportContent, facts: Partial<CheckFacts> = {}) =>
  checkReport(outline, content, { ...quiet, ...facts }).filter(({ level: how }) => how !== 'note')

describe('between the cells of a row', () => {
  test('what fits is not mentioned, and what is not known is not compared', () => {
    expect(find(contentOf([children({ a: [10, 6, 4, 3], b: [null, 1, 1, 5], c: [7, null, 4, 2] })]))).toEqual(
      [],
    )
  })

  test('a part is at most its whole; the finding names both cells and both numbers', () => {
    const [found, ...more] = find(contentOf([children({ a: [10, 6, 4, 12] })]))
    expect(more).toEqual([])
    expect(found).toMatchObject({
      ...{ rule: 'part-over-whole', level: 'blocking', seen: '12 > 10' },
      cells: ['children.a.poor', 'children.a.all'],
      holes: { row: 'a', column: 'poor', whole: 'all', value: '12', limit: '10' },
    })
  })

  test('boys and girls make all children', () => {
    expect(find(contentOf([children({ a: [10, 6, 5, 0] })]))).toMatchObject([
      { rule: 'sum-differs', seen: '11 ≠ 10', key: 'sum-differs:children.a.all' },
    ])
  })

  test('the same number in two annexes agrees, row by row', () => {
    const services = tableOf('services', ['all'], { a: [9], b: [4] })
    const found = find(contentOf([children({ a: [10, 6, 4, 0], b: [4, 2, 2, 0] }), services]))
    expect(found).toMatchObject([{ rule: 'tables-differ', seen: '10 ≠ 9' }])
  })
})

describe('a typed total against its rows', () => {
  const complete = contentOf([children({ a: [10, 6, 4, 3], b: [5, 3, 2, 1], total: [15, 9, 6, 4] })])
  const partly = contentOf([
    children({ a: [10, 6, 4, 3], b: [null, null, null, null], total: [10, 6, 4, 3] }),
  ])
  test.each([
    ['equal to the rows', complete, 4, []],
    ['below the rows', complete, 3, ['total-differs']],
    ['above the rows, all known', complete, 5, ['total-differs']],
    ['above the rows, one not known', partly, 9, []],
    ['below what is known', partly, 2, ['total-differs']],
  ])('%s', (_, content, poor, rules) => {
    const found = find(typedOver(content, 'children.total.poor', poor))
    expect(found.map(({ rule }) => rule)).toEqual(rules)
  })
})

describe('against the periods before', () => {
  const content = contentOf([children({ total: [100, 60, 40, 10] })])
  test.each([
    [90, 95, 0],
    [60, null, 1],
    [null, 150, 1],
    [null, null, 0],
    // Nine of four is much in per cent, but no more than nine children.
    [92, 91, 0],
  ])('last %s, a year ago %s', (last, lastYear, count) => {
    const found = find(content, { beside: { 'children.total.all': { last, lastYear } } })
    expect(found).toHaveLength(count)
    for (const finding of found) expect(finding).toMatchObject({ rule: 'jump', level: 'warning' })
  })
})

describe('against the units below', () => {
  const heard = (how: 'counted' | 'sent' | 'missing', name: string) => ({
    ...{ areaId: name, name, heard: how, rowKey: name, reportId: null, version: null },
  })

  test('missing units are named with how many there are', () => {
    const content = {
      ...contentOf([]),
      heard: [heard('counted', 'A'), heard('sent', 'B'), heard('missing', 'C')],
    }
    expect(find(content)).toMatchObject([
      { rule: 'missing-units', level: 'warning', seen: 'B; C', holes: { names: 'B, C', done: 1, all: 3 } },
    ])
  })

  test('of a hundred missing units the first are named', () => {
    const many = Array.from({ length: 100 }, (_, index) => heard('missing', `Xã ${index + 1}`))
    expect(find({ ...contentOf([]), heard: many })[0]?.holes['names']).toMatch(/^Xã 1, .*Xã 8…$/)
  })

  test('what changed since, and comments that nobody answered', () => {
    const outdated = { definitions: ['Tỷ lệ tiêm chủng'], lower: ['Xã A'] }
    const found = find(contentOf([]), { outdated, openComments: 2 })
    expect(found.map(({ rule, level: how }) => [rule, how])).toEqual([
      ['open-comments', 'blocking'],
      ['lower-changed', 'warning'],
      ['definition-changed', 'warning'],
    ])
  })
})

describe('what stops a report', () => {
  const content = contentOf([children({ total: [100, 60, 40, 10] })])
  const findings = checkReport(outline, content, {
    ...quiet,
    beside: { 'children.total.all': { last: 50, lastYear: null } },
  })
  const reason = { finding: 'jump:children.total.all', reason: 'Sáp nhập', byName: 'Lan', at: '' }

  test('a warning without a reason does; one with a reason for these numbers does not', () => {
    expect(whatStops(findings, []).unexplained).toHaveLength(1)
    expect(whatStops(findings, [{ ...reason, seen: '50 → 100' }]).unexplained).toEqual([])
  })

  test('a reason given for other numbers does not count', () => {
    expect(whatStops(findings, [{ ...reason, seen: '50 → 90' }]).unexplained).toHaveLength(1)
  })
})
