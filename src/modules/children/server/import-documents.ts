import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import { translate } from '#base/messages.ts'
import type { ImportRow } from '../shared/contract-import.ts'
import { rosterMessages } from '../shared/messages-roster.ts'
import { getRun } from './import-commands.ts'
import { seenRow, seenRun } from './import-sight.ts'
import { listRows } from './queries-import.ts'

/** So many rows are in memory at once while the workbook is written. */
const pageSize = 2000

async function* listProblemRows(db: Db, runId: string): AsyncGenerator<ImportRow> {
  const states = ['refused', 'held', 'known', 'decided-same'] as const
  let after: number | undefined = 0
  while (after !== undefined) {
    const rows: ImportRow[] = await listRows(db, runId, { states, after, limit: pageSize })
    yield* rows
    after = rows.length < pageSize ? undefined : rows.at(-1)?.rowNumber
  }
}

/** Rows that were not taken over come back as they stood, with the reason beside each. */
export async function problemRows(
  { db, actor }: { db: Db; actor: Actor },
  runId: string,
): Promise<FileReply> {
  const stored = await getRun(db, runId)
  const run = seenRun(stored, actor)
  const columns: SheetColumn[] = [
    { heading: 'Dòng trong tệp', width: 10, kind: 'number' },
    { heading: 'Kết quả', width: 18, kind: 'text' },
    { heading: 'Lý do', width: 60, kind: 'text' },
    ...run.columns.map(({ heading, index }) => ({
      heading: heading === '' ? `Cột ${index + 1}` : heading,
      width: 18,
      kind: 'text' as const,
    })),
  ]
  const rows = async function* () {
    for await (const row of listProblemRows(db, runId))
      yield problemRow(seenRow(row, stored, actor), run.columns.length, actor)
  }
  const name = run.fileName.replace(/\.[^.]*$/, '')
  return spreadsheetFile(`${name} - dòng cần sửa`, [{ name: 'Dòng cần sửa', columns, rows: rows() }])
}

const stateText = {
  taken: 'Sẽ nhập',
  refused: 'Chưa nhập được',
  held: 'Có thể trùng',
  known: 'Đã có trong sổ',
  'decided-same': 'Đã có trong sổ',
  'decided-another': 'Sẽ nhập',
} as const

function problemRow(row: ImportRow, width: number, actor: Actor): SheetValue[] {
  const reasons = row.reasons.map(({ code, value }) =>
    translate(rosterMessages, actor.language, `children.row.${code}`, { value }),
  )
  const cells = Array.from({ length: width }, (_, index) => row.cells[index] ?? null)
  return [row.rowNumber, stateText[row.state], reasons.join('\n'), ...cells]
}
