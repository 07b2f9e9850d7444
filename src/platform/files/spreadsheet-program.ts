import { z } from 'zod'
import { readCsv } from './csv.ts'
import { serveGuarded, type SendBatch } from './guarded-program.ts'
import type { SheetRow } from './spreadsheet.ts'
import { readXlsx } from './xlsx.ts'

/** Runs in a child process of spreadsheet.ts. */
const Task = z.object({
  kind: z.enum(['xlsx', 'csv']),
  bytes: z.instanceof(Uint8Array),
  rows: z.int(),
  columns: z.int(),
})

const batchSize = 2000

serveGuarded(async (input, sendBatch) => {
  const task = Task.parse(input)
  const bytes = Buffer.from(task.bytes)
  const read = task.kind === 'xlsx' ? await readXlsx(bytes, task.columns) : readCsv(bytes, task.columns)
  if (!read.ok) return read
  if (read.count > task.rows) return { ok: false, reason: 'too-many-rows' }
  const rowCount = await sendRows(read.rows, sendBatch)
  if (rowCount === 0) return { ok: false, reason: 'empty' }
  return { ok: true, rowCount, sheetName: read.sheetName, otherSheets: read.otherSheets }
})

async function sendRows(rows: Iterable<SheetRow>, sendBatch: SendBatch): Promise<number> {
  let batch: SheetRow[] = []
  let count = 0
  for (const row of rows) {
    if (row.cells.every((cell) => cell.text === '')) continue
    batch.push(row)
    count += 1
    if (batch.length < batchSize) continue
    await sendBatch(batch)
    batch = []
  }
  if (batch.length > 0) await sendBatch(batch)
  return count
}
