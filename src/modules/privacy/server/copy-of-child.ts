import { type Day, formatDay } from '#base/day.ts'
import { documentFile, type DocumentFormat } from '#platform/documents/office-files.ts'
import { outlineMark, type Block, type OfficialDocument } from '#platform/documents/tree.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { type ChildTable, childTables } from '../shared/child-tables.ts'
import { valueWords } from '../shared/value-words.ts'
import { accessLog } from './access-letter.ts'
import { letterOf } from './letter.ts'
import { getKnownChild } from './known-child.ts'
import { type CopiedRow, listRowsOfChild, listStagedRows } from './queries-copy.ts'

export type Copy = { table: ChildTable; rows: CopiedRow[] }

/** The audit of the child is told whole by the access log; its table is read without row-level security's edge. */
const toldElsewhere = 'accounts_audit'

async function copyOf(db: Reading['db'], childId: string): Promise<Copy[]> {
  const copies: Copy[] = []
  for (const table of childTables.filter(({ table: name, withheld }) => name !== toldElsewhere && !withheld))
    copies.push({ table, rows: await listRowsOfChild(db, table.table, childId) })
  return copies
}

/** Everything that is held of one child, for the family: to read (docx, PDF) or for another system (JSON). */
export async function exportCopy(
  context: Reading,
  childId: string,
  format: DocumentFormat | 'json',
): Promise<FileReply> {
  const { db, actor, clock } = context
  const child = await getKnownChild(db, actor, childId)
  const copies = await copyOf(db, child.id)
  const staged = await listStagedRows(db, childId)
  const log = await accessLog(db, childId)
  const name = `du-lieu-cua-tre-${clock.today()}`
  const childIds = [childId]
  if (format !== 'json')
    return { ...(await documentFile(copyDocument(context, copies), format, name)), childIds }
  const whole = {
    childId,
    madeOn: clock.today(),
    madeFor: 'family',
    tables: Object.fromEntries(copies.map(({ table, rows }) => [table.table, rows])),
    withheld: childTables.flatMap(({ table, withheld }) => (withheld ? [{ table, why: withheld }] : [])),
    rosterRows: staged,
    accessLog: log,
  }
  const bytes = new TextEncoder().encode(JSON.stringify(whole, null, 2))
  return { fileName: `${name}.json`, mediaType: 'application/json; charset=utf-8', bytes, childIds }
}

export function copyDocument(
  context: Pick<Reading, 'actor' | 'clock'>,
  copies: readonly Copy[],
): OfficialDocument {
  const shown = copies.filter(({ table, rows }) => rows.length > 0 && table.derived !== true)
  const body: Block[] = [
    {
      kind: 'paragraph',
      text: 'Dưới đây là toàn bộ dữ liệu về trẻ mà đơn vị đang giữ trong phần mềm Ươm Mầm. Gia đình có quyền yêu cầu đính chính, hạn chế xử lý hoặc xóa theo quy định của pháp luật.',
    },
    ...shown.flatMap(({ table, rows }, index): Block[] => [
      { kind: 'heading', level: 1, mark: outlineMark(1, index), text: table.title },
      ...rows.map((row): Block => ({ kind: 'clause', mark: '-', text: lineOf(table, row) })),
    ]),
    {
      kind: 'paragraph',
      text: 'Bản sao không gồm phần mật về bảo vệ trẻ em (nếu có); phần này do người làm công tác bảo vệ trẻ em trả lời riêng.',
    },
    {
      kind: 'paragraph',
      text: 'Ai đã xem hồ sơ của trẻ được trả lời bằng văn bản riêng khi gia đình yêu cầu.',
    },
  ]
  return letterOf(context, { subject: 'Bản sao dữ liệu cá nhân của trẻ', body })
}

function lineOf({ columns }: ChildTable, row: CopiedRow): string {
  const parts = Object.entries(columns).flatMap(([column, heading]) => {
    const text = wordsOf(column, row[column])
    return text === '' ? [] : [`${heading}: ${text}`]
  })
  return `${parts.join('; ')}.`
}

function wordsOf(column: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Có' : 'Không'
  if (Array.isArray(value)) return value.map((one) => wordsOf(column, one)).join(', ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) return formatDay(dayOf(text))
  return valueWords[column]?.[text] ?? text.replace(/\s+/g, ' ')
}

function dayOf(text: string): Day {
  return text.slice(0, 10)
}
