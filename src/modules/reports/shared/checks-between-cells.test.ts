import { describe, expect, test } from 'vitest'
import { contentOf, tableOf, typedOver } from '#test/report-content.ts'
import { checkBetweenCells, checkTotals } from './checks-between-cells.ts'
import type { OutlineCheck } from './outline.ts'

const rulesOf = (found: readonly { rule: string; seen: string }[]) =>
  found.map(({ rule, seen }) => `${rule} ${seen}`)

describe('a part and its whole', () => {
  const check = { kind: 'part', table: 'care', part: 'finished', whole: 'joined' } as const
  const found = (finished: number | null, joined: number | null) =>
    checkBetweenCells(check, contentOf([tableOf('care', ['joined', 'finished'], { a: [joined, finished] })]))

  test.each([
    [4, 5],
    [5, 5],
    [0, 0],
    [null, 5],
    [7, null],
  ])('%s of %s is no fault', (finished, joined) => {
    expect(found(finished, joined)).toEqual([])
  })

  test('a larger part stops the report and names both cells', () => {
    expect(found(7, 5)).toMatchObject([
      {
        rule: 'part-over-whole',
        level: 'blocking',
        cells: ['care.a.finished', 'care.a.joined'],
        seen: '7 > 5',
      },
    ])
  })

  test('the total is looked at too', () => {
    const table = tableOf('care', ['joined', 'finished'], { a: [5, 4], total: [5, 6] })
    expect(checkBetweenCells(check, contentOf([table])).map(({ cells }) => cells[0])).toEqual([
      'care.total.finished',
    ])
  })

  test('a report without the table has no such fault', () => {
    expect(checkBetweenCells(check, contentOf([]))).toEqual([])
  })
})

describe('parts that make up a whole', () => {
  const check: OutlineCheck = { kind: 'sum', table: 'children', parts: ['boys', 'girls'], whole: 'all' }
  const found = (numbers: (number | null)[]) =>
    rulesOf(
      checkBetweenCells(check, contentOf([tableOf('children', ['boys', 'girls', 'all'], { a: numbers })])),
    )

  test.each([
    [[3, 4, 7], []],
    [[3, 4, 8], ['sum-differs 7 ≠ 8']],
    [[3, 4, 6], ['sum-differs 7 ≠ 6']],
    // What is blank is not zero: with a part unknown nothing can be said.
    [[3, null, 8], []],
    [[3, 4, null], []],
  ])('%o: %o', (numbers, expected) => {
    expect(found(numbers)).toEqual(expected)
  })
})

describe('one number in two annexes', () => {
  const check = { kind: 'equal', one: 'first.children', other: 'second.all' } as const
  const found = (first: Record<string, number[]>, second: Record<string, number[]>) =>
    rulesOf(
      checkBetweenCells(
        check,
        contentOf([tableOf('first', ['children'], first), tableOf('second', ['all'], second)]),
      ),
    )

  test('row by row; a unit that only one of them names is no fault', () => {
    expect(found({ a: [5], b: [6], c: [1] }, { a: [5], b: [7] })).toEqual(['tables-differ 6 ≠ 7'])
  })
})

describe('a total that somebody typed', () => {
  const found = (total: number, rows: Record<string, (number | null)[]>) => {
    const content = contentOf([tableOf('children', ['all'], { ...rows, total: [0] })])
    const [table] = typedOver(content, 'children.total.all', total).tables
    return table ? rulesOf(checkTotals(table)) : []
  }

  test.each([
    ['equal to its rows', 9, { a: [4], b: [5] }, []],
    ['more than rows that are all known', 10, { a: [4], b: [5] }, ['total-differs 10 ≠ 9']],
    ['more, where a unit has not reported', 10, { a: [4], b: [null] }, []],
    ['less than what is known', 3, { a: [4], b: [null] }, ['total-differs 3 ≠ 4']],
    ['nothing known below', 10, { a: [null], b: [null] }, []],
    // Rows by number are groups, and a child is in several of them.
    ['groups that overlap', 8, { 1: [4], 2: [5] }, []],
  ])('%s', (_, total, rows, expected) => {
    expect(found(total, rows)).toEqual(expected)
  })

  test('a total that the system computed is not asked about', () => {
    expect(checkTotals(tableOf('children', ['all'], { a: [4], total: [9] }))).toEqual([])
  })
})
