import { ageOn, type Day, formatDay } from '#base/day.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import { type ChildSummary, type ListColumn, SearchChildren } from '../shared/contract.ts'
import { birthWords } from '../shared/birth.ts'
import { ethnicName } from '../shared/ethnic-groups.ts'
import { childrenProblem } from '../shared/problems.ts'
import { toListFilter } from './list-children.ts'
import type { ListFilter } from './queries-conditions.ts'
import { countChildren, listChildren, type ListPage } from './queries-search.ts'

/** A workbook larger than this no longer opens well on the machines of a commune. */
const exportLimit = 50_000

const pageSize = 2000

const sexText = { male: 'Nam', female: 'Nữ' } as const
const educationText = {
  none: 'Chưa đi học',
  nursery: 'Nhà trẻ',
  kindergarten: 'Mẫu giáo',
  primary: 'Tiểu học',
} as const
export const povertyText = { none: 'Không', 'near-poor': 'Hộ cận nghèo', poor: 'Hộ nghèo' } as const

type Column = SheetColumn & { shows: ListColumn; cellOf: (child: ChildSummary, today: Day) => SheetValue }

const columns: Column[] = [
  { shows: 'name', heading: 'Họ và tên', width: 28, kind: 'text', cellOf: ({ fullName }) => fullName },
  {
    ...{ shows: 'born', heading: 'Ngày sinh', width: 13, kind: 'day' },
    // Without its day a birth is text, in words.
    cellOf: (child) => (child.bornPrecision === 'day' ? child.bornOn : birthWords(child)),
  },
  {
    ...{ shows: 'age', heading: 'Số tháng tuổi', width: 14, kind: 'number' },
    cellOf: ({ bornOn }, today) => ageOn(bornOn, today).months,
  },
  { shows: 'sex', heading: 'Giới tính', width: 9, kind: 'text', cellOf: ({ sex }) => sexText[sex] },
  {
    ...{ shows: 'ethnic', heading: 'Dân tộc', width: 14, kind: 'text' },
    cellOf: ({ ethnicCode }) => (ethnicCode ? (ethnicName(ethnicCode) ?? null) : null),
  },
  { shows: 'village', heading: 'Thôn', width: 22, kind: 'text', cellOf: ({ villageName }) => villageName },
  {
    ...{ shows: 'poverty', heading: 'Diện hộ', width: 14, kind: 'text' },
    cellOf: ({ poverty }) => (poverty ? povertyText[poverty] : null),
  },
  {
    ...{ shows: 'household', heading: 'Hộ số', width: 10, kind: 'text' },
    cellOf: ({ householdCode }) => householdCode,
  },
  {
    ...{ shows: 'education', heading: 'Đang học', width: 14, kind: 'text' },
    cellOf: ({ education }) => (education ? educationText[education] : null),
  },
  {
    ...{ shows: 'carer', heading: 'Mẹ hoặc người chăm sóc', width: 28, kind: 'text' },
    cellOf: ({ carerName }) => carerName,
  },
  {
    ...{ shows: 'carer', heading: 'Số điện thoại', width: 14, kind: 'text' },
    cellOf: ({ carerPhone }) => carerPhone,
  },
]

const numberColumn: SheetColumn = { heading: 'STT', width: 6, kind: 'number' }

/** Page by page, so that only a few children are in memory at once. */
async function* exportedRows(
  db: Db,
  { filter, asked }: { filter: ListFilter; asked: readonly Column[] },
  shown: string[],
): AsyncGenerator<SheetValue[]> {
  let number = 0
  let after: string | undefined
  do {
    const page: ListPage = await listChildren(db, filter, { after, limit: pageSize })
    for (const child of page.children) {
      shown.push(child.id)
      yield [(number += 1), ...asked.map(({ cellOf }) => cellOf(child, filter.today))]
    }
    after = page.next ?? undefined
  } while (after !== undefined)
}

/**
 * The filtered list as a spreadsheet, with the columns asked for (all of them when none is named); the mount writes the
 * export, with whose data it holds, to the audit.
 */
export async function exportChildren(
  { db, actor, today }: { db: Db; actor: Actor; today: Day },
  { columns: shows, ...search }: Partial<SearchChildren> & { columns?: ListColumn[] | undefined },
): Promise<FileReply> {
  const filter = toListFilter(actor, SearchChildren.parse(search), today)
  const { count, isLeast } = await countChildren(db, filter, exportLimit)
  if (isLeast) throw childrenProblem('children.too-many-to-export', { limit: exportLimit })
  const childIds: string[] = []
  const asked = shows
    ? columns.filter((column) => column.shows === 'name' || shows.includes(column.shows))
    : columns
  const notes = [`Danh sách trẻ em của ${actor.area.name}, xuất ngày ${formatDay(today)}: ${count} trẻ.`]
  const file = await spreadsheetFile(`danh-sach-tre-em-${today}`, [
    {
      ...{ name: 'Trẻ em', notes, columns: [numberColumn, ...asked] },
      rows: exportedRows(db, { filter, asked }, childIds),
    },
  ])
  return { ...file, childIds }
}
