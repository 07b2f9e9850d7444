import { spreadsheetFile } from '#platform/documents/office-files.ts'
import type { SheetColumn, SheetValue } from '#platform/documents/spreadsheet-writer.ts'
import type { FileReply } from '#platform/http/route.ts'
import { ethnicGroups } from '../shared/ethnic-groups.ts'
import { exampleChildren, exampleMark } from '../shared/roster/examples.ts'

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

const [older, newborn] = exampleChildren
const exampleRows: SheetValue[][] = [
  [
    [exampleMark, older.fullName, older.born, 'Nữ', '062321760045', 'Xơ-đăng', 'Thôn Đăk Mế', null, '12'],
    ['Hộ nghèo', 'Y Blơi', 'A Bé', null, '0912345678', null, null, 'Mẫu giáo'],
  ].flat(),
  [
    [exampleMark, newborn.fullName, newborn.born, 'Nam', null, 'Kinh', 'Tổ 5', null, '31'],
    ['Không', 'Nguyễn Thị Mai', null, null, '0987654321', null, null, null],
  ].flat(),
]

const notes = [
  'Mỗi trẻ một dòng. Bắt buộc có: họ và tên, ngày sinh, giới tính; các cột khác điền được bao nhiêu thì điền.',
  'Ngày sinh viết ngày/tháng/năm, ví dụ 07/03/2021. Chỉ biết năm (2021) hoặc tháng và năm (03/2021) thì ghi như vậy.',
  'Giới tính: Nam hoặc Nữ. Trẻ sơ sinh chưa có tên: ghi “Chưa đặt tên”.',
  'Số định danh: 12 chữ số trên giấy khai sinh; chưa có thì để trống.',
  'Hộ nghèo/cận nghèo: Hộ nghèo, Hộ cận nghèo hoặc Không.',
  'Khuyết tật, Hoàn cảnh đặc biệt: đánh dấu x nếu có.',
  'Đang học: Nhà trẻ, Mẫu giáo, Tiểu học hoặc Chưa đi học.',
  'Hai dòng có chữ VÍ DỤ không được nhập; hãy xóa đi, hoặc để nguyên và ghi trẻ từ dòng dưới.',
  'Thứ tự cột có thể thay đổi, có thể thêm cột khác; chỉ cần giữ tiêu đề.',
]

/** An empty roster with headings, marked examples, and a sheet that explains it. */
export async function rosterTemplate(): Promise<FileReply> {
  const explanation: SheetColumn[] = [{ heading: 'Cách điền', width: 110, kind: 'text' }]
  const groups: SheetColumn[] = [
    { heading: 'Mã', width: 6, kind: 'text' },
    { heading: 'Dân tộc', width: 24, kind: 'text' },
  ]
  return spreadsheetFile('mau-danh-sach-tre-em', [
    { name: 'Danh sách trẻ', columns: templateColumns, rows: exampleRows },
    { name: 'Hướng dẫn', columns: explanation, rows: notes.map((note) => [note]) },
    { name: 'Dân tộc', columns: groups, rows: ethnicGroups.map(({ code, name }) => [code, name]) },
  ])
}
