import { z } from 'zod'
import type * as tree from './tree.ts'

/** The tree of tree.ts as it crosses the border of a process. */
const Table = z.object({
  kind: z.literal('table'),
  columns: z.array(
    z.object({ heading: z.string(), share: z.number(), align: z.enum(['left', 'center', 'right']) }),
  ),
  rows: z.array(z.object({ cells: z.array(z.string()), bold: z.literal(true).exactOptional() })),
  notes: z.array(z.string()).exactOptional(),
})

const Block = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    mark: z.string(),
    text: z.string(),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.string(), italic: z.literal(true).exactOptional() }),
  z.object({ kind: z.literal('clause'), mark: z.string(), text: z.string() }),
  z.object({ kind: z.literal('caption'), text: z.string() }),
  Table,
])

export const OfficialDocument: z.ZodType<tree.OfficialDocument> = z.object({
  superior: z.string().nullable(),
  issuer: z.string(),
  number: z.union([z.int(), z.string()]).nullable(),
  symbol: z.string(),
  place: z.string(),
  date: z.object({ day: z.int().nullable(), month: z.int().nullable(), year: z.int() }),
  typeName: z.string(),
  subject: z.string(),
  addressees: z.array(z.string()),
  bases: z.array(z.string()),
  body: z.array(Block),
  recipients: z.array(z.string()),
  signature: z.object({ power: z.array(z.string()), title: z.string(), name: z.string().nullable() }),
  annexes: z.array(
    z.object({
      title: z.string(),
      attachedTo: z.string(),
      page: z.enum(['portrait', 'landscape']),
      body: z.array(Block),
    }),
  ),
})
