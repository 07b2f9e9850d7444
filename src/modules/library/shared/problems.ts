import { defineProblems } from '#base/problem.ts'

/** The ways this module refuses. */
export const libraryProblem = defineProblems({
  'library.not-found': {
    status: 404,
    vi: 'Không tìm thấy văn bản này. Hãy mở lại thư viện và tìm lại.',
    en: 'This document cannot be found. Open the library and search again.',
  },
  'library.there-already': {
    status: 409,
    vi: 'Văn bản số {number} cùng năm của cơ quan này đã có trong thư viện. Hãy tìm và mở văn bản đó.',
    en: 'Document {number} of this body and year is in the library already. Search for it and open it.',
  },
  'library.title-there-already': {
    status: 409,
    vi: 'Văn bản cùng loại, cùng cơ quan, cùng ngày và cùng trích yếu đã có trong thư viện. Hãy tìm và mở văn bản đó.',
    en: 'A document of this kind, body, day and title is in the library already. Search for it and open it.',
  },
  'library.days-in-order': {
    status: 422,
    vi: 'Ngày hết hiệu lực không thể trước ngày ban hành hoặc ngày có hiệu lực. Hãy xem lại các ngày.',
    en: 'A document cannot end before it was issued or in force. Check the days.',
  },
  'library.changed-meanwhile': {
    status: 409,
    vi: 'Người khác vừa sửa văn bản này. Hãy tải lại trang để xem bản mới rồi sửa tiếp.',
    en: 'Somebody else has just corrected this document. Reload the page, then correct it.',
  },
  'library.of-reference': {
    status: 409,
    vi: 'Văn bản này thuộc danh mục chung của hệ thống nên không sửa ở đây. Hãy báo người quản trị nếu danh mục sai.',
    en: 'This document belongs to the common list and is not corrected here. Tell the administrator if the list is wrong.',
  },
  'library.of-plan': {
    status: 409,
    vi: 'Văn bản này là kế hoạch đã lưu: hãy sửa số và ngày ở trang kế hoạch. Ở đây chỉ thêm văn bản liên quan và tệp.',
    en: 'This document is a filed plan: correct number and day on the page of the plan. Only relations and files are added here.',
  },
  'library.no-file': {
    status: 404,
    vi: 'Văn bản này chưa có tệp đính kèm.',
    en: 'This document has no file.',
  },
  'library.itself': {
    status: 422,
    vi: 'Một văn bản không thể liên hệ với chính nó. Hãy chọn văn bản khác.',
    en: 'A document cannot be related to itself. Choose another one.',
  },
  'library.file-kind': {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, Word (.docx) hoặc văn bản (.txt). Hãy chọn tệp khác.',
    en: 'Only PDF, Word (.docx) or text (.txt) files are taken. Choose another file.',
  },
})
