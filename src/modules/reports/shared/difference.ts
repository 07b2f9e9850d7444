import { z } from 'zod'
import { allRows, allSections, type ReportContent } from './content.ts'

/** One thing that differs between two frozen copies. Values of cells are numbers, of sections texts; null is blank. */
export const Change = z.discriminatedUnion('about', [
  z.object({
    about: z.literal('cell'),
    key: z.string(),
    table: z.string(),
    row: z.string(),
    column: z.string(),
    before: z.number().nullable(),
    after: z.number().nullable(),
  }),
  z.object({
    about: z.literal('section'),
    key: z.string(),
    title: z.string(),
    before: z.string(),
    after: z.string(),
  }),
])
export type Change = z.infer<typeof Change>

export const Difference = z.object({ from: z.int(), to: z.int(), changes: z.array(Change) })
export type Difference = z.infer<typeof Difference>

/** Cells in the order of the later copy, then sections; what only the earlier one had comes last. */
export function differenceOf(before: ReportContent, after: ReportContent): Change[] {
  const [old, now] = [cellsOf(before), cellsOf(after)]
  const cells = [...new Map([...now, ...old]).keys()].flatMap((key): Change[] => {
    const place = now.get(key) ?? old.get(key)
    const [was, is] = [old.get(key)?.value ?? null, now.get(key)?.value ?? null]
    if (!place || was === is) return []
    const { table, row, column } = place
    return [{ about: 'cell', key, table, row, column, before: was, after: is }]
  })
  const texts = new Map(allSections(before).map(({ key, text }) => [key, text]))
  const sections = allSections(after).flatMap(({ key, title, text }): Change[] => {
    const was = texts.get(key) ?? ''
    return was === text ? [] : [{ about: 'section', key, title, before: was, after: text }]
  })
  return [...cells, ...sections]
}

type CellPlace = { table: string; row: string; column: string; value: number | null }

function cellsOf({ tables }: ReportContent): Map<string, CellPlace> {
  const places = new Map<string, CellPlace>()
  for (const table of tables)
    for (const row of allRows(table))
      for (const [index, cell] of row.cells.entries()) {
        const column = table.columns[index]?.heading ?? ''
        places.set(cell.key, { table: table.title, row: row.name, column, value: cell.value })
      }
  return places
}
