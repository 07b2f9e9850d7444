import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/db/types.ts'
import {
  type SheetColumn,
  type SheetValue,
  writeSpreadsheet,
} from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import { translate } from '#base/messages.ts'
import type { ImportRow } from '../shared/contract-import.ts'
import { ethnicGroups } from '../shared/ethnic-groups.ts'
import { rosterMessages } from '../shared/messages-roster.ts'
import { xlsxType } from './export-children.ts'
import { getRun } from './import-commands.ts'
import { listRows } from './queries-import.ts'

/** Rows that were not taken over come back as they stood, with the reason beside each. */
export async function problemRows(
  { db, actor }: { db: Db; actor: Actor },
  runId: string,
): Promise<FileReply> {
  const run = await getRun(db, runId)
  const rows = await listRows(db, runId, {
    states: ['refused', 'held', 'known', 'decided-same'],
    after: 0,
    limit: 250_000,
  })
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
  const bytes = await writeSpreadsheet([
    { name: 'Dòng cần sửa', columns, rows: rows.map((row) => problemRow(row, run.columns.length, actor)) },
  ])
  const name = run.fileName.replace(/\.[^.]*$/, '')
  return { fileName: `${name} - dòng cần sửa.xlsx`, mediaType: xlsxType, bytes }
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

const templateColumns: SheetColumn[] = [
  ['STT', 6],
  ['Họ và tên', 26],
  ['Ngày sinh', 13],
  ['Giới tính', 10],
  ['Số định danh', 16],
  ['Dân tộc', 14],
  ['Thôn/Làng/Tổ', 20],
  ['Địa chỉ', 24],
  ['Hộ số', 8],
  ['Hộ nghèo/cận nghèo', 16],
  ['Họ tên mẹ', 24],
  ['Họ tên cha', 24],
  ['Người chăm sóc', 24],
  ['SĐT', 14],
  ['Khuyết tật', 12],
  ['Hoàn cảnh đặc biệt', 12],
  ['Đang học', 16],
].map(([heading, width]) => ({ heading: String(heading), width: Number(width), kind: 'text' }))

const exampleRows: SheetValue[][] = [
  [
    ['VÍ DỤ', 'Y Hoa', '07/03/2021', 'Nữ', '062321760045', 'Xơ-đăng', 'Thôn Đăk Mế', null, '12'],
    ['Hộ nghèo', 'Y Blơi', 'A Bé', null, '0912345678', null, null, 'Mẫu giáo'],
  ].flat(),
  [
    ['VÍ DỤ', 'Chưa đặt tên', '20/05/2026', 'Nam', null, 'Kinh', 'Tổ 5', null, '31'],
    ['Không', 'Nguyễn Thị Mai', null, null, '0987654321', null, null, null],
  ].flat(),
]

const notes = [
  'Mỗi trẻ một dòng. Bắt buộc có: họ và tên, ngày sinh, giới tính; các cột khác điền được bao nhiêu thì điền.',
  'Ngày sinh viết ngày/tháng/năm, ví dụ 07/03/2021. Chỉ có năm sinh thì chưa nhập được.',
  'Giới tính: Nam hoặc Nữ. Trẻ sơ sinh chưa có tên: ghi “Chưa đặt tên”.',
  'Số định danh: 12 chữ số trên giấy khai sinh; chưa có thì để trống.',
  'Hộ nghèo/cận nghèo: Hộ nghèo, Hộ cận nghèo hoặc Không.',
  'Khuyết tật, Hoàn cảnh đặc biệt: đánh dấu x nếu có.',
  'Đang học: Nhà trẻ, Mẫu giáo, Tiểu học hoặc Chưa đi học.',
  'Các dòng có chữ VÍ DỤ ở cột đầu không được nhập; có thể xóa hoặc để nguyên.',
  'Thứ tự cột có thể thay đổi, có thể thêm cột khác; chỉ cần giữ tiêu đề.',
]

/** An empty roster with headings, marked examples, and a sheet that explains it. */
export async function rosterTemplate(): Promise<FileReply> {
  const explanation: SheetColumn[] = [{ heading: 'Cách điền', width: 110, kind: 'text' }]
  const groups: SheetColumn[] = [
    { heading: 'Mã', width: 6, kind: 'text' },
    { heading: 'Dân tộc', width: 24, kind: 'text' },
  ]
  const bytes = await writeSpreadsheet([
    { name: 'Danh sách trẻ', columns: templateColumns, rows: exampleRows },
    { name: 'Hướng dẫn', columns: explanation, rows: notes.map((note) => [note]) },
    { name: 'Dân tộc', columns: groups, rows: ethnicGroups.map(({ code, name }) => [code, name]) },
  ])
  return { fileName: 'mau-danh-sach-tre-em.xlsx', mediaType: xlsxType, bytes }
}
