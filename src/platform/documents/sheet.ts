import { z } from 'zod'

/** A line with a box to tick in front, on paper. */
const Ticked = z.object({ box: z.boolean(), text: z.string() })

/** A text, or lines of which some have a box; an empty text leaves room to write. */
export const SheetCell = z.union([z.string(), z.array(Ticked).readonly()])
export type SheetCell = z.infer<typeof SheetCell>

const Part = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    columns: z.array(
      z.object({
        heading: z.string(),
        share: z.number(),
        align: z.enum(['left', 'center', 'right']).optional(),
      }),
    ),
    rows: z.array(z.array(SheetCell)),
    /** Least height of a row in mm, for what is written by hand. */
    rowHeight: z.number().optional(),
  }),
  /** Drawn lines, as SVG without texts in other fonts than the document's own; `fallback` for what reads no SVG. */
  z.object({
    kind: z.literal('drawing'),
    svg: z.string(),
    width: z.number(),
    height: z.number(),
    alternative: z.string(),
    newPage: z.boolean(),
  }),
])
export type SheetPart = z.infer<typeof Part>

/** A working paper: a list to fill in, the book of a child. No official document, so it has no number or seal. */
export const WorkSheet = z.object({
  page: z.enum(['portrait', 'landscape']),
  title: z.string(),
  /** Lines under the title. */
  lead: z.array(z.string()),
  parts: z.array(Part),
  /** At the foot of each page, before the page number. */
  foot: z.string(),
})
export type WorkSheet = z.infer<typeof WorkSheet>

/** Millimetres. */
export const sheetPage = { width: 210, height: 297, margin: 12, foot: 12 } as const
/** Points: read at arm's length, still a village on few pages. */
export const sheetSize = { title: 15, lead: 11, heading: 12.5, text: 11, table: 10, foot: 9 } as const

/** Millimetres between the margins. */
export function sheetWidth(page: WorkSheet['page']): number {
  return (page === 'landscape' ? sheetPage.height : sheetPage.width) - 2 * sheetPage.margin
}
