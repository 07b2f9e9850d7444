import { defineProblems } from '#base/problem.ts'

/** Why a file cannot be read, each with what to do about it. */
export const filesProblem = defineProblems({
  'files.empty': {
    status: 422,
    vi: 'Tệp trống, không có nội dung để đọc. Hãy chọn lại đúng tệp.',
    en: 'The file is empty. Choose the right file again.',
  },
  'files.too-large': {
    status: 413,
    vi: 'Tệp lớn quá mức cho phép ({limit} MB). Hãy tách thành nhiều tệp nhỏ hơn rồi tải lên từng tệp.',
    en: 'The file is larger than allowed ({limit} MB). Split it into smaller files and upload them one by one.',
  },
  'files.binary': {
    status: 422,
    vi: 'Tệp không phải là văn bản (có thể là ảnh, PDF hoặc tệp nén). Hãy lưu lại dạng .docx hoặc .txt rồi tải lên.',
    en: 'The file is not text (it may be a picture, a PDF or an archive). Save it as .docx or .txt and upload that.',
  },
  'files.pdf': {
    status: 422,
    vi: 'Chưa đọc được tệp PDF. Hãy mở tệp bằng Word và lưu thành .docx, hoặc chép phần chữ rồi dán vào; bản quét thì hãy nhận dạng chữ trước.',
    en: 'PDF files cannot be read. Open the file in Word and save it as .docx, or copy its text and paste it; a scan needs text recognition first.',
  },
  'files.lost-letters': {
    status: 422,
    vi: 'Chữ có dấu trong văn bản đã bị thay bằng dấu hỏi (?) nên không khôi phục được. Hãy mở bản gốc, lưu lại với bảng mã Unicode (UTF-8) rồi tải lên hoặc dán lại.',
    en: 'The letters with marks were replaced by question marks and cannot be restored. Save the original again as Unicode (UTF-8), then upload or paste it once more.',
  },
  'files.unknown-encoding': {
    status: 422,
    vi: 'Không nhận ra bảng mã tiếng Việt của tệp. Hãy mở tệp, lưu lại với bảng mã Unicode (UTF-8) rồi tải lên.',
    en: 'The Vietnamese encoding of the file is not recognised. Save it again as Unicode (UTF-8) and upload that.',
  },
  'files.damaged': {
    status: 422,
    vi: 'Tệp bị hỏng hoặc tải lên chưa hết. Hãy mở tệp trên máy để kiểm tra, lưu lại rồi tải lên lần nữa.',
    en: 'The file is damaged or incomplete. Open it on your computer to check, save it again and upload once more.',
  },
  'files.suspicious': {
    status: 422,
    vi: 'Tệp nén chứa lượng dữ liệu lớn bất thường nên bị từ chối để bảo vệ hệ thống. Hãy lưu lại thành tệp mới rồi tải lên.',
    en: 'The file unpacks to an unusual amount of data and is refused. Save it as a new file and upload that.',
  },
  'files.old-format': {
    status: 422,
    vi: 'Tệp là dạng Office đời cũ (.xls, .doc) hoặc có đặt mật khẩu. Hãy bỏ mật khẩu, lưu lại dạng .xlsx hoặc .docx rồi tải lên.',
    en: 'The file is an old Office format (.xls, .doc) or has a password. Save it without password as .xlsx or .docx.',
  },
  'files.wrong-kind': {
    status: 422,
    vi: 'Loại tệp này không dùng được ở đây. Hãy mở tệp rồi lưu lại: bảng tính dạng .xlsx hoặc .csv; văn bản dạng .docx, .txt hoặc .md.',
    en: 'This kind of file cannot be used here. Open it and save it again: spreadsheets as .xlsx or .csv, documents as .docx, .txt or .md.',
  },
  'files.too-many-rows': {
    status: 422,
    vi: 'Bảng tính có quá {limit} dòng. Hãy tách thành nhiều tệp rồi tải lên từng tệp.',
    en: 'The spreadsheet has more than {limit} rows. Split it into several files.',
  },
  'files.too-slow': {
    status: 422,
    vi: 'Đọc tệp quá lâu nên đã dừng lại. Hãy bỏ bớt hình ảnh, định dạng thừa hoặc tách tệp nhỏ hơn rồi thử lại.',
    en: 'Reading the file took too long and was stopped. Remove pictures and needless formatting or split the file.',
  },
  'files.too-much-memory': {
    status: 422,
    vi: 'Tệp quá lớn để đọc một lần. Hãy tách thành nhiều tệp nhỏ hơn rồi tải lên từng tệp.',
    en: 'The file is too big to be read at once. Split it into smaller files.',
  },
})

/** A reason from a reader's result, as the refusal a person sees. */
export function fileRefusal(reason: FileRefusalReason, limit: number): ReturnType<typeof filesProblem> {
  return filesProblem(`files.${reason}`, { limit })
}

export type FileRefusalReason =
  | 'empty'
  | 'too-large'
  | 'binary'
  | 'unknown-encoding'
  | 'lost-letters'
  | 'pdf'
  | 'damaged'
  | 'suspicious'
  | 'old-format'
  | 'wrong-kind'
  | 'too-many-rows'
  | 'too-slow'
  | 'too-much-memory'
