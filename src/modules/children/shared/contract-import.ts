import { z } from 'zod'
import { Id } from '#base/id.ts'
import { RosterField } from './roster/headings.ts'
import { RowReason } from './roster/reasons.ts'
import { RosterChild } from './roster/rows.ts'

/**
 * waiting (for its turn) -> reading -> checked -> writing -> imported; or refused (the file as a whole),
 * or cancelled.
 */
export const ImportStatus = z.enum([
  'waiting',
  'reading',
  'checked',
  'writing',
  'imported',
  'refused',
  'cancelled',
])
export type ImportStatus = z.infer<typeof ImportStatus>

/**
 * taken: will be imported; refused: with reasons; held: possibly the same child, a person decides;
 * known: certainly there already; decided-same and decided-another: what the person said of a held row.
 */
export const RowState = z.enum(['taken', 'refused', 'held', 'known', 'decided-same', 'decided-another'])
export type RowState = z.infer<typeof RowState>

export const RosterColumn = z.object({
  index: z.number().int(),
  heading: z.string(),
  field: RosterField.nullable(),
})

export const ImportRun = z.object({
  id: Id,
  communeId: Id,
  communeName: z.string(),
  fileName: z.string(),
  status: ImportStatus,
  /** Code of the refusal of the whole file, with its sentences. */
  failure: z.object({ code: z.string(), vi: z.string(), en: z.string() }).nullable(),
  totalRows: z.number().int(),
  takenRows: z.number().int(),
  refusedRows: z.number().int(),
  heldRows: z.number().int(),
  knownRows: z.number().int(),
  importedRows: z.number().int(),
  columns: z.array(RosterColumn),
  /** Villages of the file that the commune does not have yet; made when the import is confirmed. */
  newVillages: z.array(z.string()),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
export type ImportRun = z.infer<typeof ImportRun>

export const ImportRow = z.object({
  rowNumber: z.number().int(),
  state: RowState,
  /** The texts of the row as they stand in the file. */
  cells: z.array(z.string()),
  /** The number is absent for those who may not see it, as is its column. */
  child: RosterChild.partial({ personalId: true }).nullable(),
  reasons: z.array(RowReason),
  sameAsChild: Id.nullable(),
  sameAsRow: z.number().int().nullable(),
})
export type ImportRow = z.infer<typeof ImportRow>

export const ImportRows = z.object({ rows: z.array(ImportRow), next: z.number().int().nullable() })
export type ImportRows = z.infer<typeof ImportRows>

/** So many rows can be named at once. */
export const mostDecided = 1000

/** What a person says of held rows; without `rows` of all of them. */
export const DecideHeld = z.object({
  rows: z.array(z.number().int()).max(mostDecided).optional(),
  /** `held` takes a decision back. */
  decision: z.enum(['same', 'another', 'held']),
})
export type DecideHeld = z.infer<typeof DecideHeld>

export const rosterMaxBytes = 40 * 1024 * 1024
