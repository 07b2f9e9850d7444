import { z } from 'zod'
import { runGuarded } from './guarded-process.ts'
import type { FileRefusalReason } from './problems.ts'

/**
 * A cell as a person sees it. `day` cells hold 'YYYY-MM-DD'. `formula` marks a value that was computed in the
 * sheet. A `number` cell has lost its leading zeros, if it had any: an identifier must come as `text`.
 */
export const SheetCell = z.object({
  text: z.string(),
  kind: z.enum(['text', 'number', 'day', 'boolean', 'empty']),
  formula: z.literal(true).optional(),
})
export type SheetCell = z.infer<typeof SheetCell>

/** `number` is the row's number in the file, 1 for the first. Empty rows are left out. */
export const SheetRow = z.object({ number: z.int(), cells: z.array(SheetCell) })
export type SheetRow = z.infer<typeof SheetRow>

export type SpreadsheetEnd =
  | { ok: true; rowCount: number; sheetName: string | null; otherSheets: string[] }
  | { ok: false; reason: FileRefusalReason; limit: number }

export type SpreadsheetLimits = { megabytes: number; rows: number; columns: number; seconds: number }

/** A roster of a large commune has 15,000 rows; 200,000 is a whole small province. */
export const spreadsheetLimits: SpreadsheetLimits = {
  megabytes: 40,
  rows: 250_000,
  columns: 200,
  seconds: 120,
}

const Answer = z.union([
  z.object({
    ok: z.literal(true),
    rowCount: z.int(),
    sheetName: z.string().nullable(),
    otherSheets: z.array(z.string()),
  }),
  z.object({
    ok: z.literal(false),
    reason: z.enum([
      'empty',
      'damaged',
      'suspicious',
      'unknown-encoding',
      'lost-letters',
      'binary',
      'too-many-rows',
    ]),
  }),
])

/**
 * Reads the first sheet of an .xlsx file, or a .csv file in any Vietnamese encoding, in a process of its own.
 * `take` gets the rows in order, some thousand at a time; a file that is refused may have given some before.
 */
export async function readSpreadsheet(
  file: { name: string; bytes: Uint8Array },
  take: (rows: SheetRow[]) => void | Promise<void>,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<SpreadsheetEnd> {
  const kind = spreadsheetKind(file, limits)
  if (!kind.ok) return kind
  const end = await runGuarded({
    program: new URL('./spreadsheet-program.ts', import.meta.url),
    task: { kind: kind.kind, bytes: Buffer.from(file.bytes), rows: limits.rows, columns: limits.columns },
    seconds: limits.seconds,
    megabytes: 768,
    onBatch: (batch) => take(z.array(SheetRow).parse(batch)),
  })
  if (!end.ok) return { ok: false, reason: end.reason, limit: limits.megabytes }
  const answer = Answer.parse(end.answer)
  return answer.ok ? answer : { ...answer, limit: limits.rows }
}

type Kind = { ok: true; kind: 'xlsx' | 'csv' } | Extract<SpreadsheetEnd, { ok: false }>

/** By content first: a file's name is only believed for text. */
function spreadsheetKind(file: { name: string; bytes: Uint8Array }, limits: SpreadsheetLimits): Kind {
  const refuse = (reason: FileRefusalReason): Kind => ({ ok: false, reason, limit: limits.megabytes })
  if (file.bytes.length === 0) return refuse('empty')
  if (file.bytes.length > limits.megabytes * 1024 * 1024) return refuse('too-large')
  const head = Buffer.from(file.bytes.subarray(0, 4)).toString('latin1')
  if (head === '\u00d0\u00cf\u0011\u00e0') return refuse('old-format')
  if (head === 'PK\u0003\u0004') return { ok: true, kind: 'xlsx' }
  if (/\.xlsx?$/i.test(file.name)) return refuse('damaged')
  return /\.(csv|tsv|txt)$/i.test(file.name) ? { ok: true, kind: 'csv' } : refuse('wrong-kind')
}

/** All rows of a small spreadsheet at once. */
export async function readSmallSpreadsheet(
  file: { name: string; bytes: Uint8Array },
  maxRows = 20_000,
): Promise<{ ok: true; rows: SheetRow[] } | Extract<SpreadsheetEnd, { ok: false }>> {
  const rows: SheetRow[] = []
  const end = await readSpreadsheet(file, (batch) => void rows.push(...batch), {
    ...spreadsheetLimits,
    rows: maxRows,
  })
  return end.ok ? { ok: true, rows } : end
}
