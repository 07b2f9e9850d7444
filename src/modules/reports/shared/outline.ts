import { z } from 'zod'
import { Day } from '#base/day.ts'

/** The outline of a report as versioned data: db/reference/report-outline. */
export const ColumnKind = z.enum(['count', 'decimal', 'percent', 'target'])
export type ColumnKind = z.infer<typeof ColumnKind>

export const OutlineColumn = z.object({
  key: z.string(),
  heading: z.string(),
  kind: ColumnKind,
  /** Width against the other columns. */
  share: z.number(),
  /** Name of the number that the system computes for a row; without it the column is typed by hand. */
  fact: z.string().optional(),
  /** How that number is made and of which records, as an officer reads it. */
  rule: z.string().optional(),
  /** false: shown on the screen, left out of the printed table. */
  print: z.boolean().optional(),
  percentOf: z.tuple([z.string(), z.string()]).optional(),
})
export type OutlineColumn = z.infer<typeof OutlineColumn>

export const OutlineTable = z.object({
  key: z.string(),
  title: z.string(),
  page: z.enum(['portrait', 'landscape']),
  nameHeading: z.string(),
  rows: z.union([z.enum(['units', 'targets']), z.array(z.object({ key: z.string(), name: z.string() }))]),
  /** `sum` of the rows; `facts` of the whole place, where rows overlap. */
  total: z.enum(['sum', 'facts', 'none']),
  columns: z.array(OutlineColumn),
})
export type OutlineTable = z.infer<typeof OutlineTable>

/** A rule between columns of the same row: a part is at most its whole, parts make their whole, two tables agree. */
export const OutlineCheck = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('part'), table: z.string(), part: z.string(), whole: z.string() }),
  z.object({ kind: z.literal('sum'), table: z.string(), parts: z.array(z.string()), whole: z.string() }),
  z.object({ kind: z.literal('equal'), one: z.string(), other: z.string() }),
])
export type OutlineCheck = z.infer<typeof OutlineCheck>

/** Registers of the unit whose facts are offered as sentences: what it issued, which boards met, and so on. */
export const Noted = z.enum(['documents', 'meetings', 'training', 'events', 'tasks', 'difficulties'])
export type Noted = z.infer<typeof Noted>

export const OutlineSection = z.object({
  key: z.string(),
  title: z.string(),
  hint: z.string(),
  /** Sections of one group stand as a), b), c) under its title. */
  group: z.string().optional(),
  lines: z.array(z.string()),
  noted: z.array(Noted).optional(),
})

export const OutlineLevel = z.object({
  superior: z.string().nullable(),
  issuer: z.string(),
  symbol: z.string(),
  /** What the places below are called. */
  lower: z.string(),
  recipients: z.array(z.string()),
  signature: z.object({ power: z.array(z.string()), title: z.string() }),
})

export const Outline = z.object({
  version: z.string(),
  compiledOn: Day,
  source: z.string(),
  subject: z.string(),
  bases: z.array(z.string()),
  opening: z.string(),
  levels: z.object({ commune: OutlineLevel, province: OutlineLevel }),
  parts: z.array(z.object({ key: z.string(), title: z.string(), sections: z.array(OutlineSection) })),
  tables: z.array(OutlineTable),
  checks: z.array(OutlineCheck).default([]),
})
export type Outline = z.infer<typeof Outline>
