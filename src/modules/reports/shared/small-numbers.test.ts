import { describe, expect, test } from 'vitest'
import { contentOf, tableOf } from '#test/report-content.ts'
import type { ReportTable } from './content.ts'
import { withoutConfidential, withoutSmall } from './small-numbers.ts'

const seen = (table: ReportTable) => ({
  rows: Object.fromEntries(table.rows.map(({ key, cells }) => [key, cells.map(({ value }) => value)])),
  total: table.total?.cells.map(({ value }) => value),
})
const [blank, all] = [[null, null], new Set(['children'])]

function shown(table: ReportTable, counting: ReadonlySet<string> = all, hiddenCodes: string[] = []) {
  const content = contentOf([table], { a: 'Đã làm.' })
  const [result] = withoutSmall(content, { counting, hiddenCodes: new Set(hiddenCodes) }).tables
  return result ? seen(result) : undefined
}

describe('a draft, for people who see no children', () => {
  test('large numbers stay', () => {
    const numbers = { a: [10, 5], b: [20, 10], total: [30, 15] }
    expect(shown(tableOf('children', ['boys', 'girls'], numbers))).toEqual({
      rows: { a: [10, 5], b: [20, 10] },
      total: [30, 15],
    })
  })

  test('a row with one to four goes whole, and the next smallest with it, or the total would tell it', () => {
    const numbers = { a: [10, 3], b: [20, 10], c: [40, 30], total: [70, 43] }
    expect(shown(tableOf('children', ['boys', 'girls'], numbers))).toEqual({
      rows: { a: blank, b: blank, c: [40, 30] },
      total: [70, 43],
    })
  })

  test('nobody is no small number', () => {
    const numbers = { a: [0, 0], b: [20, 10], total: [20, 10] }
    expect(shown(tableOf('children', ['boys', 'girls'], numbers))?.rows).toEqual({ a: [0, 0], b: [20, 10] })
  })

  test('a small total takes everything with it', () => {
    const numbers = { a: [2, 0], b: [2, 0], total: [4, 0] }
    expect(shown(tableOf('children', ['boys', 'girls'], numbers))).toEqual({
      rows: { a: blank, b: blank },
      total: blank,
    })
  })

  test('without a total only the rows with small numbers go', () => {
    const numbers = { a: [10, 3], b: [20, 10] }
    expect(shown(tableOf('children', ['boys', 'girls'], numbers))?.rows).toEqual({ a: blank, b: [20, 10] })
  })

  test('a rate is small also by those not reached', () => {
    const table = tableOf('children', ['share%'], { a: [96] })
    const [row] = table.rows
    const cells = row?.cells.map((cell) => ({ ...cell, fraction: { numerator: 96, denominator: 100 } })) ?? []
    expect(shown({ ...table, rows: row ? [{ ...row, cells }] : [] })?.rows).toEqual({ a: [null] })
  })

  test('tables that do not count the register stay, sentences of numbers go, what was written stays', () => {
    const table = tableOf('money', ['planned'], { a: [3] })
    const content = contentOf([table], { a: 'Đã làm.' })
    const [part] = content.parts
    const sections = part?.sections.map((section) => ({ ...section, lines: ['3 trẻ'] })) ?? []
    const withLines = { ...content, parts: part ? [{ ...part, sections }] : [] }
    const result = withoutSmall(withLines, { counting: all, hiddenCodes: new Set() })
    expect(result.tables).toEqual([table])
    expect(result.parts[0]?.sections[0]).toMatchObject({ lines: [], text: 'Đã làm.' })
  })

  test('of a target whose indicator is hidden the plan stays and the result goes', () => {
    const table = tableOf('targets', ['planned', 'reached'], { a: [90, 80] })
    const columns = table.columns.map((one) =>
      one.key === 'planned' ? { ...one, kind: 'target' as const } : one,
    )
    const rows = table.rows.map((row) => ({ ...row, indicatorCode: 'ecd1437:reach-all' }))
    const targets = { ...table, columns, rows }
    const counting = new Set(['targets'])
    expect(shown(targets, counting, ['ecd1437:reach-all'])?.rows).toEqual({ a: [90, null] })
    expect(shown(targets, counting, ['another'])?.rows).toEqual({ a: [90, 80] })
  })
})

describe('a signed report, for people who do not handle cases (report-outline.md, rule 5)', () => {
  test('annex 4: groups that only few may know are blank, the total of all groups stays', () => {
    // Luật Trẻ em 2016 Art. 10.1: group 1 is orphans, group 5 children with HIV.
    const table = tableOf('special', ['children'], { 1: [12], 5: [20], total: [32] })
    const [result] = withoutConfidential(contentOf([table])).tables
    expect(result && seen(result)).toEqual({ rows: { 1: [12], 5: [null] }, total: [32] })
  })

  test('annex 7: small numbers of cases go; other annexes stay as they are', () => {
    const cases = tableOf('protection', ['cases'], { a: [3], b: [20], c: [30], total: [53] })
    const other = tableOf('children', ['boys'], { a: [3], total: [3] })
    const [protection, children] = withoutConfidential(contentOf([cases, other])).tables
    expect(protection && seen(protection)).toEqual({ rows: { a: [null], b: [null], c: [30] }, total: [53] })
    expect(children).toEqual(other)
  })
})
