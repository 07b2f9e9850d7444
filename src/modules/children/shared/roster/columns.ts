import { tidy, words } from '#base/text.ts'
import type { RosterCell, RosterRow } from './cell.ts'
import { fieldOfHeading, type RosterField } from './headings.ts'

export type RosterColumn = { index: number; heading: string; field: RosterField | null }

export type RosterLayout = {
  columns: RosterColumn[]
  /** Column of each field; a field that stands twice keeps its first column. */
  places: Partial<Record<RosterField, number>>
  /** Row number of the last heading row; rows up to it are no children. */
  lastHeadingRow: number
}

export type LayoutCheck =
  { ok: true; layout: RosterLayout } | { ok: false; missing: ('fullName' | 'bornOn')[]; seen: string[] }

/** Title rows stand above the headings of most Vietnamese forms; further down than this nobody puts headings. */
export const headingsWithin = 30

/**
 * Finds the heading row, or the two rows of a heading whose cells are merged ("Giới tính" above "Nam" and "Nữ"),
 * among the first rows of a sheet, by the number of columns that are understood.
 */
export function findLayout(rows: readonly RosterRow[]): LayoutCheck {
  const top = rows.slice(0, headingsWithin)
  const singles = top.map((row) => layoutOf(textsOf(row), row.number))
  const pairs = top.flatMap((row, index) => {
    const below = rows[index + 1]
    const isGroups = row.cells.filter(({ kind }) => kind !== 'empty').length > 1
    if (!below || !isGroups || !looksLikeHeadings(below.cells)) return []
    return [layoutOf(twoRows(row.cells, below.cells), below.number)]
  })
  // One row wins over two that say no more: a title above the headings is no group of columns.
  const candidates = [...singles, ...pairs]
  const usable = candidates.filter((layout) => missingFields(layout).length === 0)
  const best = pickBest(usable) ?? pickBest(candidates)
  if (!best) return { ok: false, missing: ['fullName', 'bornOn'], seen: [] }
  const missing = missingFields(best)
  if (missing.length === 0) return { ok: true, layout: best }
  return {
    ok: false,
    missing,
    seen: best.columns.map((column) => column.heading).filter((text) => text !== ''),
  }
}

const textsOf = (row: RosterRow) => row.cells.map((cell) => tidy(cell.text))

function pickBest(layouts: readonly RosterLayout[]): RosterLayout | undefined {
  let best: RosterLayout | undefined
  for (const layout of layouts) if (!best || fieldCount(layout) > fieldCount(best)) best = layout
  return best
}

const fieldCount = (layout: RosterLayout) => Object.keys(layout.places).length

function missingFields({ places }: RosterLayout): ('fullName' | 'bornOn')[] {
  const hasName =
    places.fullName !== undefined || (places.familyName !== undefined && places.givenName !== undefined)
  const hasParts =
    places.bornDay !== undefined && places.bornMonth !== undefined && places.bornYear !== undefined
  const hasBirth =
    places.bornOn !== undefined || hasParts || (places.male !== undefined && places.female !== undefined)
  return [...(hasName ? [] : (['fullName'] as const)), ...(hasBirth ? [] : (['bornOn'] as const))]
}

/** A second heading row holds short words and no dates or long numbers. */
function looksLikeHeadings(cells: readonly RosterCell[]): boolean {
  const filled = cells.filter((cell) => cell.kind !== 'empty')
  return (
    filled.length > 0 &&
    filled.every((cell) => cell.kind === 'text' && cell.text.length < 60 && !/\d{3}/.test(cell.text))
  )
}

/** Upper and lower heading in one text; an upper cell that is empty over a filled one belongs to its left. */
function twoRows(upper: readonly RosterCell[], lower: readonly RosterCell[]): string[] {
  const headings: string[] = []
  let group = ''
  for (let index = 0; index < Math.max(upper.length, lower.length); index += 1) {
    const above = tidy(upper[index]?.text ?? '')
    const below = tidy(lower[index]?.text ?? '')
    if (above !== '') group = above
    else if (below === '') group = ''
    headings.push(below === '' ? above : `${group}\n${below}`)
  }
  return headings
}

function layoutOf(headings: readonly string[], rowNumber: number): RosterLayout {
  const columns = headings.map((heading, index) => ({
    index,
    heading: tidy(heading),
    field: fieldOf(heading) ?? null,
  }))
  const places: Partial<Record<RosterField, number>> = {}
  for (const { field, index } of columns) {
    if (field && places[field] === undefined) places[field] = index
  }
  return { columns, places: settleNam(places), lastHeadingRow: rowNumber }
}

/** A heading of two rows is read whole first, then by its lower part, then by its upper part. */
function fieldOf(heading: string): RosterField | undefined {
  const [above = '', below] = heading.split('\n')
  if (below === undefined) return fieldOfHeading(above)
  const whole = fieldOfHeading(`${above} ${below}`)
  if (above === '' || whole) return whole ?? fieldOfHeading(below)
  // Under a parent's heading "Họ tên" is the parent's, never the child's.
  const upper = fieldOfHeading(above)
  const isPerson = upper === 'mother' || upper === 'father' || upper === 'carer'
  return isPerson ? undefined : (fieldOfHeading(below) ?? undefined)
}

/** "Nam" typed without marks beside "Ngày" and "Thang" is the year, not the boys' column. */
function settleNam(places: Partial<Record<RosterField, number>>): Partial<Record<RosterField, number>> {
  const isYear = places.male !== undefined && places.female === undefined && places.bornMonth !== undefined
  if (!isYear || places.male === undefined) return places
  const { male, ...rest } = places
  return { ...rest, bornYear: male }
}

/** A row under the headings that only numbers the columns: (1) (2) (3), 1 2 3, A B C. */
export function isNumberingRow(row: RosterRow): boolean {
  const texts: string[] = []
  for (const cell of row.cells) {
    if (cell.kind === 'empty') continue
    const text = words(cell.text).join('')
    if (!/^(\d{1,2}|[a-z])$/.test(text)) return false
    texts.push(text)
  }
  return texts.length > 2 && new Set(texts).size === texts.length
}
