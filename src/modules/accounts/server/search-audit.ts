import { formatDay } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import { findAreaWithin } from '#modules/areas/server/public.ts'
import { actionName, deviceNames, fieldName, kindNames } from '../shared/audit-words.ts'
import type { AuditEntry, AuditPage, SearchAudit } from '../shared/audit-contract.ts'
import { accountsProblem } from '../shared/problems.ts'
import { type AuditFilter, type AuditRow, searchAudit } from './queries-audit-search.ts'
import { lastSeals, sealName } from './seal.ts'

/** Fields whose values need `children.confidential` even where the child may be read (issue 3, section 3). */
const confidentialFields: readonly string[] = ['personalId']

async function filterOf(
  { db, actor }: Pick<Reading, 'db' | 'actor'>,
  search: SearchAudit,
): Promise<AuditFilter> {
  const { areaId, ...rest } = search
  if (!areaId) return rest
  const area = await findAreaWithin(db, actor.area, areaId)
  if (!area) throw accountsProblem('accounts.outside-your-area')
  return { ...rest, within: area }
}

/** One page of the audit. Values of a child's fields are shown only to who may read children. */
export async function findAudit(
  context: Pick<Reading, 'db' | 'actor'>,
  search: SearchAudit,
): Promise<AuditPage> {
  const rows = await searchAudit(context.db, await filterOf(context, search))
  const last = rows.at(-1)
  return {
    entries: rows.map((row) => toEntry(row, context.actor)),
    next: last && rows.length === search.limit ? `${last.moment} ${last.id}` : null,
  }
}

function toEntry(row: AuditRow, { capabilities }: Actor): AuditEntry {
  const changed = [...new Set([...Object.keys(row.before ?? {}), ...Object.keys(row.after ?? {})])]
  const isOfChild = row.childIds.length > 0
  const mayRead = !isOfChild || capabilities.has('children.read')
  const shown = (values: AuditRow['before']) =>
    values && mayRead
      ? Object.fromEntries(
          Object.entries(values).filter(
            ([field]) => !confidentialFields.includes(field) || capabilities.has('children.confidential'),
          ),
        )
      : null
  return { ...row, changed, before: shown(row.before), after: shown(row.after) }
}

/** Children whose values an answer shows: reading the audit is reading the child. */
export function childrenShown({ entries }: AuditPage): string[] {
  const shown = entries.filter(({ before, after }) => before !== null || after !== null)
  return [...new Set(shown.flatMap(({ childIds }) => childIds))]
}

/** A workbook larger than this no longer opens well on the machines of a commune. */
const exportLimit = 50_000
const pageSize = 2_000

const columns: SheetColumn[] = [
  { heading: 'Thời điểm', width: 19, kind: 'text' },
  { heading: 'Người', width: 26, kind: 'text' },
  { heading: 'Vai trò', width: 20, kind: 'text' },
  { heading: 'Đơn vị', width: 30, kind: 'text' },
  { heading: 'Loại', width: 10, kind: 'text' },
  { heading: 'Việc', width: 44, kind: 'text' },
  { heading: 'Số trẻ', width: 8, kind: 'number' },
  { heading: 'Trường đã đổi', width: 30, kind: 'text' },
  { heading: 'Địa chỉ mạng', width: 18, kind: 'text' },
  { heading: 'Thiết bị', width: 12, kind: 'text' },
]

/** Moment of Viet Nam as people write it: 15/06/2026 09:00:00. */
export function momentText(at: string): string {
  const local = new Date(Date.parse(at) + 7 * 3_600_000).toISOString()
  return `${formatDay(local.slice(0, 10))} ${local.slice(11, 19)}`
}

function rowOf(entry: AuditEntry): SheetValue[] {
  return [
    momentText(entry.at),
    entry.personName ?? 'Hệ thống',
    entry.role,
    entry.areaName,
    kindNames.vi[entry.kind],
    actionName(entry.action, 'vi'),
    entry.childIds.length,
    entry.changed.map((field) => fieldName(field, 'vi')).join(', '),
    entry.address,
    entry.device ? (deviceNames.vi[entry.device] ?? entry.device) : null,
  ]
}

async function* exportedRows(
  context: Pick<Reading, 'db' | 'actor'>,
  search: SearchAudit,
): AsyncGenerator<SheetValue[]> {
  let after = search.after
  let written = 0
  do {
    const { entries, next } = await findAudit(context, { ...search, after, limit: pageSize })
    for (const entry of entries) yield rowOf(entry)
    written += entries.length
    after = next ?? undefined
  } while (after !== undefined && written < exportLimit)
}

/** What was found, as a spreadsheet, with the latest seals: who keeps the file keeps a mark of the chain. */
export async function exportAudit(context: Reading, search: SearchAudit): Promise<FileReply> {
  const today = context.clock.today()
  const notes = [
    `Nhật ký truy cập của ${context.actor.area.name}, xuất ngày ${formatDay(today)}; nhiều nhất ${exportLimit} dòng mới nhất.`,
    `Mốc niêm phong: ${await sealLine(context.db)}`,
  ]
  const rows = exportedRows(context, search)
  return spreadsheetFile(`nhat-ky-truy-cap-${today}`, [{ name: 'Nhật ký', notes, columns, rows }])
}

/** For the head of an exported audit: up to where the rows are sealed. */
export async function sealLine(db: Db): Promise<string> {
  const seals = await lastSeals(db)
  return seals.length === 0 ? 'chưa có' : seals.map(sealName).join(', ')
}
