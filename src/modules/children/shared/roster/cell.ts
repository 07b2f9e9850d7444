import { z } from 'zod'

/** A cell as a spreadsheet reader gives it; `day` cells hold 'YYYY-MM-DD', a `number` has lost its leading zeros. */
export const RosterCell = z.object({
  text: z.string(),
  kind: z.enum(['text', 'number', 'day', 'boolean', 'empty']),
  formula: z.literal(true).optional(),
})
export type RosterCell = z.infer<typeof RosterCell>

/** `number` is the row's number in the file, as a person sees it there. */
export type RosterRow = { number: number; cells: readonly RosterCell[] }

export const emptyCell: RosterCell = { text: '', kind: 'empty' }

/** A cell typed by hand, for csv files and tests. */
export function textCell(text: string): RosterCell {
  return text.trim() === '' ? emptyCell : { text, kind: 'text' }
}
