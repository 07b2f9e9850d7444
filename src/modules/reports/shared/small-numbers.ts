import { confidentialGroups } from '#modules/children/shared/confidential.ts'
import { isSmall, shownParts, type Cell } from '#modules/indicators/shared/small-cells.ts'
import type { ReportCell, ReportContent, ReportRow, ReportTable } from './content.ts'

/**
 * A report that is no document yet, for people who see no children (docs/decisions/0034-small-cells.md). Numbers of a
 * row follow from one another (boys and girls, due and got), so a small one takes its whole row with it.
 */

/** A rate says how many were reached and how many were not; a number stands for itself. */
function toCell({ value, fraction }: ReportCell): Cell {
  return fraction
    ? { ...fraction, nested: true }
    : { numerator: value ?? 0, denominator: null, nested: false }
}

const hasSmall = ({ cells }: ReportRow): boolean => cells.some((cell) => isSmall(toCell(cell)))

/** Rows to hide, so that no small number is shown or follows from the total; null: the total too. */
function hiddenRows({ rows, total }: ReportTable): ReadonlySet<number> | null {
  const all = new Set(rows.keys())
  if (total === null) return new Set([...all].filter((place) => rows[place] && hasSmall(rows[place])))
  if (hasSmall(total)) return null
  const hidden = new Set<number>()
  for (const index of total.cells.keys()) {
    const parts = rows.map(({ cells }) => cells[index]).map((cell) => (cell ? toCell(cell) : nobody))
    const shown = shownParts(parts, false)
    if (shown === null) return all
    for (const [place, isShown] of shown.entries()) if (!isShown) hidden.add(place)
  }
  return hidden
}

const nobody: Cell = { numerator: 0, denominator: null, nested: false }

function blank(row: ReportRow): ReportRow {
  const cells = row.cells.map(({ key }) => ({
    ...{ key, source: 'blank' as const, value: null, computed: null, typed: null, fraction: null },
  }))
  return { ...row, cells }
}

function withoutSmallIn(table: ReportTable): ReportTable {
  const hidden = hiddenRows(table)
  if (hidden === null)
    return { ...table, rows: table.rows.map(blank), total: table.total && blank(table.total) }
  return { ...table, rows: table.rows.map((row, place) => (hidden.has(place) ? blank(row) : row)) }
}

/** Of a target only what the plan says, and the result where it may be shown: `hidden` are codes of indicators. */
function withoutHiddenTargets(table: ReportTable, hidden: ReadonlySet<string>): ReportTable {
  const isOpen = ({ indicatorCode }: ReportRow) => indicatorCode === null || !hidden.has(indicatorCode)
  const plain = new Set(table.columns.flatMap(({ kind }, index) => (kind === 'target' ? [index] : [])))
  return {
    ...table,
    rows: table.rows.map((row) => {
      const empty = blank(row)
      if (isOpen(row) && !hasSmall(row)) return row
      return {
        ...row,
        cells: row.cells.map((cell, index) => (plain.has(index) ? cell : (empty.cells[index] ?? cell))),
      }
    }),
  }
}

/**
 * What goes only to people who handle it, in a signed report too (report-outline.md, rule 5): annex 4 without the rows of
 * confidential groups (the total, of all groups, stays), annex 7 without small numbers of cases.
 */
export function withoutConfidential(content: ReportContent): ReportContent {
  const isSecret = ({ key }: ReportRow) => confidentialGroups.includes(Number(key))
  const open = (table: ReportTable): ReportTable => {
    if (table.key === 'protection') return withoutSmallIn(table)
    if (table.key !== 'special') return table
    return { ...table, rows: table.rows.map((row) => (isSecret(row) ? blank(row) : row)) }
  }
  return { ...content, tables: content.tables.map(open) }
}

/** `counting`: keys of the tables whose numbers come from the register; the sentences made of them go too. */
export function withoutSmall(
  content: ReportContent,
  { counting, hiddenCodes }: { counting: ReadonlySet<string>; hiddenCodes: ReadonlySet<string> },
): ReportContent {
  return {
    ...content,
    parts: content.parts.map((part) => ({
      ...part,
      sections: part.sections.map((section) => ({ ...section, lines: [] })),
    })),
    tables: content.tables.map((table) => {
      if (!counting.has(table.key)) return table
      return table.key === 'targets' ? withoutHiddenTargets(table, hiddenCodes) : withoutSmallIn(table)
    }),
  }
}
