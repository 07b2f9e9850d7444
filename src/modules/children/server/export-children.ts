import { type Day, formatDay } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import { SearchChildren, type ChildSummary } from '../shared/contract.ts'
import { birthWords } from '../shared/birth.ts'
import { ethnicName } from '../shared/ethnic-groups.ts'
import { childrenProblem } from '../shared/problems.ts'
import { toListFilter } from './list-children.ts'
import type { ListFilter } from './queries-conditions.ts'
import { countChildren, listChildren, type ListPage } from './queries-search.ts'

/** A workbook larger than this no longer opens well on the machines of a commune. */
const exportLimit = 50_000

const pageSize = 2000

const columns: SheetColumn[] = [
  { heading: 'STT', width: 6, kind: 'number' },
  { heading: 'Họ và tên', width: 28, kind: 'text' },
  { heading: 'Ngày sinh', width: 13, kind: 'day' },
  { heading: 'Giới tính', width: 9, kind: 'text' },
  { heading: 'Dân tộc', width: 14, kind: 'text' },
  { heading: 'Thôn', width: 22, kind: 'text' },
  { heading: 'Diện hộ', width: 14, kind: 'text' },
  { heading: 'Hộ số', width: 10, kind: 'text' },
  { heading: 'Đang học', width: 14, kind: 'text' },
  { heading: 'Mẹ hoặc người chăm sóc', width: 28, kind: 'text' },
  { heading: 'Số điện thoại', width: 14, kind: 'text' },
]

const sexText = { male: 'Nam', female: 'Nữ' } as const
const educationText = {
  none: 'Chưa đi học',
  nursery: 'Nhà trẻ',
  kindergarten: 'Mẫu giáo',
  primary: 'Tiểu học',
} as const
export const povertyText = { none: 'Không', 'near-poor': 'Hộ cận nghèo', poor: 'Hộ nghèo' } as const

function rowOf(child: ChildSummary, number: number): SheetValue[] {
  return [
    number,
    child.fullName,
    // Without its day a birth is text, in words.
    child.bornPrecision === 'day' ? child.bornOn : birthWords(child),
    sexText[child.sex],
    child.ethnicCode ? (ethnicName(child.ethnicCode) ?? null) : null,
    child.villageName,
    child.poverty ? povertyText[child.poverty] : null,
    child.householdCode,
    child.education ? educationText[child.education] : null,
    child.carerName,
    child.carerPhone,
  ]
}

/** Page by page, so that only a few children are in memory at once. */
async function* exportedRows(db: Db, filter: ListFilter, shown: string[]): AsyncGenerator<SheetValue[]> {
  let number = 0
  let after: string | undefined
  do {
    const page: ListPage = await listChildren(db, filter, { after, limit: pageSize })
    for (const child of page.children) {
      shown.push(child.id)
      yield rowOf(child, (number += 1))
    }
    after = page.next ?? undefined
  } while (after !== undefined)
}

/** The filtered list as a spreadsheet; the mount writes the export, with whose data it holds, to the audit. */
export async function exportChildren(
  { db, actor, today }: { db: Db; actor: Actor; today: Day },
  search: Partial<SearchChildren>,
): Promise<FileReply> {
  const filter = toListFilter(actor, SearchChildren.parse(search), today)
  const count = await countChildren(db, filter, exportLimit + 1)
  if (count > exportLimit) throw childrenProblem('children.too-many-to-export', { limit: exportLimit })
  const childIds: string[] = []
  const notes = [`Danh sách trẻ em của ${actor.area.name}, xuất ngày ${formatDay(today)}: ${count} trẻ.`]
  const file = await spreadsheetFile(`danh-sach-tre-em-${today}`, [
    { name: 'Trẻ em', notes, columns, rows: exportedRows(db, filter, childIds) },
  ])
  return { ...file, childIds }
}
