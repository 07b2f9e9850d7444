import type { Beside } from './beside.ts'
import { checkBetweenCells, checkTotals } from './checks-between-cells.ts'
import { allSections, type ReportContent, type ReportTable } from './content.ts'
import { FindingLevel, type Finding, type FindingRule } from './finding.ts'
import { formatNumber } from '#base/numbers.ts'
import type { Outline } from './outline.ts'

export type CheckFacts = {
  beside: Beside
  openComments: number
  outdated: { definitions: readonly string[]; lower: readonly string[] }
}

/** Everything that is wrong or strange in a report, what must be put right first. */
export function checkReport(outline: Outline, content: ReportContent, facts: CheckFacts): Finding[] {
  const found = [
    ...outline.checks.flatMap((check) => checkBetweenCells(check, content)),
    ...content.tables.flatMap(checkTotals),
    ...content.tables.flatMap((table) => checkJumps(table, facts.beside)),
    ...content.tables.flatMap(checkLower),
    ...checkStanding(content, facts),
    ...content.tables.flatMap(checkBlank),
    ...checkSections(content),
  ]
  return found.toSorted(
    (one, other) => FindingLevel.options.indexOf(one.level) - FindingLevel.options.indexOf(other.level),
  )
}

/** A count is strange when it is off by more than 30 % and by at least 10. */
const jumpShare = 0.3
const jumpLeast = 10

function checkJumps(table: ReportTable, beside: Beside): Finding[] {
  return (table.total?.cells ?? []).flatMap((cell, index): Finding[] => {
    const column = table.columns[index]
    const before = beside[cell.key]
    if (column?.kind !== 'count' || cell.value === null || !before) return []
    const jump = [before.last, before.lastYear].find((old) => old !== null && isJump(old, cell.value ?? 0))
    if (jump === undefined || jump === null) return []
    const [value, old] = [formatNumber(cell.value), formatNumber(jump)]
    return [
      {
        key: `jump:${cell.key}`,
        rule: 'jump',
        level: 'warning',
        cells: [cell.key],
        seen: `${old} → ${value}`,
        holes: { table: table.title, column: column.heading, value, old },
      },
    ]
  })
}

function isJump(old: number, now: number): boolean {
  const off = Math.abs(now - old)
  return off >= jumpLeast && off > old * jumpShare
}

/** A number typed over what the units below sent. */
function checkLower(table: ReportTable): Finding[] {
  return table.rows.flatMap((row) =>
    row.cells.flatMap((cell, index): Finding[] => {
      if (!cell.typed || cell.value === null || cell.computed === null || cell.value === cell.computed)
        return []
      const column = table.columns[index]?.heading ?? ''
      const [value, computed] = [formatNumber(cell.value), formatNumber(cell.computed)]
      return [
        {
          key: `differs-from-lower:${cell.key}`,
          rule: 'differs-from-lower',
          // The reason was given when it was typed.
          level: 'note',
          cells: [cell.key],
          seen: `${value} ≠ ${computed}`,
          holes: { row: row.name, column, value, computed },
        },
      ]
    }),
  )
}

function checkStanding({ heard }: ReportContent, { outdated, openComments }: CheckFacts): Finding[] {
  const missing = heard.filter((unit) => unit.heard !== 'counted').map(({ name }) => name)
  const whole = (
    rule: FindingRule,
    level: Finding['level'],
    names: readonly string[],
    more: Finding['holes'] = {},
  ): Finding[] =>
    names.length === 0
      ? []
      : [
          {
            ...{ key: rule, rule, level, cells: [], seen: names.join('; ') },
            holes: { names: listed(names), count: names.length, ...more },
          },
        ]
  return [
    ...whole('missing-units', 'warning', missing, {
      done: heard.length - missing.length,
      all: heard.length,
    }),
    ...whole('lower-changed', 'warning', outdated.lower),
    ...whole('definition-changed', 'warning', outdated.definitions),
    ...whole(
      'open-comments',
      'blocking',
      Array.from({ length: openComments }, (_, index) => String(index + 1)),
    ),
  ]
}

/** The first names; of a hundred communes nobody reads all in one sentence. */
function listed(names: readonly string[]): string {
  return names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')}…`
}

function checkBlank(table: ReportTable): Finding[] {
  const blank = (table.total?.cells ?? []).filter(
    (cell, index) => cell.source === 'blank' && table.columns[index]?.mayType === true,
  )
  if (blank.length === 0) return []
  const cells = blank.map(({ key }) => key)
  return [
    {
      ...{ key: `blank-totals:${table.key}`, rule: 'blank-totals' as const, level: 'note' as const, cells },
      seen: String(blank.length),
      holes: { table: table.title, count: blank.length },
    },
  ]
}

function checkSections(content: ReportContent): Finding[] {
  const empty = allSections(content).filter(({ text, lines }) => text.trim() === '' && lines.length === 0)
  if (empty.length === 0) return []
  const names = empty.map(({ title }) => title)
  return [
    {
      ...{ key: 'empty-sections', rule: 'empty-sections' as const, level: 'note' as const, cells: [] },
      seen: names.join('; '),
      holes: { count: empty.length, names: listed(names) },
    },
  ]
}
