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
