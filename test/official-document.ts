import type { OfficialDocument } from '#platform/documents/tree.ts'

/** A short report with every kind of component. */
export const report: OfficialDocument = {
  superior: 'UBND tỉnh Kon Tum',
  issuer: 'Sở Y tế',
  number: null,
  symbol: 'BC-SYT',
  place: 'Kon Tum',
  date: { day: null, month: 7, year: 2026 },
  typeName: 'Báo cáo',
  subject: 'Kết quả thực hiện công tác trẻ em 6 tháng đầu năm 2026',
  addressees: [],
  bases: ['Căn cứ Quyết định số 1437/QĐ-TTg ngày 29/10/2018 của Thủ tướng Chính phủ'],
  body: [
    { kind: 'heading', level: 1, mark: 'I.', text: 'Chỉ đạo, triển khai' },
    { kind: 'paragraph', text: 'Đã ban hành 3 văn bản.' },
    {
      kind: 'table',
      columns: [
        { heading: 'Chỉ tiêu', share: 3, align: 'left' },
        { heading: 'Kết quả', share: 1, align: 'right' },
      ],
      rows: [{ cells: ['Trẻ em đến 8 tuổi', '1.200'] }],
    },
    { kind: 'clause', mark: '-', text: 'Tiếp tục thực hiện.' },
  ],
  recipients: ['UBND tỉnh (b/c)', 'Lưu: VT, BTEXH'],
  signature: { power: ['KT. Giám đốc'], title: 'Phó Giám đốc', name: null },
  annexes: [{ title: 'Số liệu', attachedTo: 'Báo cáo số     /BC-SYT', page: 'landscape', body: [] }],
}
