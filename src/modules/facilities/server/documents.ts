import { formatDay } from '#base/day.ts'
import { translate } from '#base/messages.ts'
import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply, Reading } from '#platform/http/route.ts'
import type { Facility, FacilitySearch } from '../shared/contract.ts'
import { kindsInOrder, kindWords, listHeadings, operatorWords } from '../shared/list-rows.ts'
import { facilitiesMessages } from '../shared/messages.ts'
import { rowReasonKey } from '../shared/row-reasons.ts'
import { facilitiesProblem } from '../shared/problems.ts'
import { rangeOf } from './place.ts'
import { findImport } from './queries-contacts.ts'
import { listFacilities } from './queries.ts'

const columns: SheetColumn[] = listHeadings.map(([heading, width]) => ({ heading, width, kind: 'text' }))

function rowOf(facility: Facility): SheetValue[] {
  return [
    facility.name,
    kindWords[facility.kind][0] ?? '',
    facility.areaName,
    operatorWords[facility.operator][0] ?? '',
    facility.validFrom === null ? null : formatDay(facility.validFrom),
    facility.capacity === null ? null : String(facility.capacity),
    facility.forUnderThree ? 'x' : null,
    facility.landM2 === null ? null : String(facility.landM2),
    facility.address,
    facility.contactName,
    facility.phone,
    facility.note,
  ]
}

/** The list as it can be changed and brought in again: same headings, same words. */
export async function exportFacilities(
  { actor, db, clock }: Reading,
  search: FacilitySearch,
): Promise<FileReply> {
  const range = await rangeOf(db, actor, search.areaId)
  const today = clock.today()
  const facilities = await listFacilities(db, range, { ...search, today, aboveId: undefined })
  const notes = [
    `Cơ sở trên địa bàn ${range.name}, xuất ngày ${formatDay(today)}: ${facilities.length} cơ sở.`,
  ]
  return spreadsheetFile(`co-so-${today}`, [{ name: 'Cơ sở', notes, columns, rows: facilities.map(rowOf) }])
}

const explanation = [
  'Mỗi cơ sở một dòng. Bắt buộc có: tên cơ sở và loại; các cột khác điền được bao nhiêu thì điền.',
  `Loại: ${kindsInOrder.map((kind) => kindWords[kind][0]).join('; ')}.`,
  'Đơn vị: tên thôn (khi nhập cho một xã) hoặc tên xã (khi nhập cho một tỉnh); để trống là của cả đơn vị đang nhập.',
  'Hình thức: Công lập, Tư thục, Cộng đồng hoặc Tôn giáo; để trống là Công lập.',
  'Từ ngày: ngày/tháng/năm, hoặc chỉ có năm. Dưới 3 tuổi: đánh dấu x nếu điểm vui chơi có chỗ cho trẻ dưới 3 tuổi.',
]

const example: SheetValue[] = [
  ...[
    'Trường mầm non Hoa Pơ Lang',
    'Trường mầm non',
    'Thôn 1',
    'Công lập',
    '01/09/2015',
    '240',
    null,
    '3200',
  ],
  ...['Thôn 1', 'Hiệu trưởng', '0260 3822 000', 'Dòng ví dụ: hãy xóa trước khi tải lên'],
]

/** The same columns as the export, with one invented row and a sheet that says how to fill them. */
export async function listTemplate(): Promise<FileReply> {
  return spreadsheetFile('mau-danh-sach-co-so', [
    { name: 'Cơ sở', columns, rows: [example] },
    {
      name: 'Hướng dẫn',
      columns: [{ heading: 'Cách điền', width: 120, kind: 'text' }],
      rows: explanation.map((line) => [line]),
    },
  ])
}

/** Rows that were not taken, as they stood in the file, with the reasons in front. */
export async function refusedRows({ actor, db }: Reading, importId: string): Promise<FileReply> {
  const run = await findImport(db, importId)
  if (!run) throw facilitiesProblem('facilities.import-not-found')
  const reasonColumns: SheetColumn[] = [
    { heading: 'Dòng trong tệp', width: 10, kind: 'number' },
    { heading: 'Lý do', width: 60, kind: 'text' },
  ]
  const own: SheetColumn[] = run.headings.map((heading) => ({ heading, width: 20, kind: 'text' }))
  const rows = run.refused.map(({ rowNumber, cells, reasons }) => [
    rowNumber,
    reasons
      .map(({ code, value }) => translate(facilitiesMessages, actor.language, rowReasonKey(code), { value }))
      .join('\n'),
    ...run.headings.map((_, index) => cells[index] ?? null),
  ])
  const name = run.fileName.replace(/\.[^.]*$/, '')
  return spreadsheetFile(`${name} - dòng cần sửa`, [
    { name: 'Dòng cần sửa', columns: [...reasonColumns, ...own], rows },
  ])
}
