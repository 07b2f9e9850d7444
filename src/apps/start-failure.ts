/** Reasons for which a start fails and a person can do something about it; the first that fits is said. */
const reasons: readonly { seen: RegExp; vi: string; en: string }[] = [
  {
    seen: /ENOSPC|No space left on device/,
    vi: 'Ổ đĩa đã đầy. Hãy dọn bớt (cần ít nhất 1 GB) hoặc đặt UOMMAM_DATA sang ổ đĩa khác, rồi chạy lại.',
    en: 'The disk is full. Make room (1 GB at least) or set UOMMAM_DATA to another disk, then start again.',
  },
  {
    seen: /EACCES|EPERM|EROFS|Permission denied/i,
    vi: 'Không có quyền ghi vào thư mục dữ liệu. Hãy chạy bằng tài khoản sở hữu thư mục đó, hoặc đặt UOMMAM_DATA sang thư mục khác.',
    en: 'The data folder cannot be written. Run as its owner, or set UOMMAM_DATA to another folder.',
  },
  {
    seen: /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH/,
    vi: 'PostgreSQL ở DATABASE_URL không trả lời. Hãy xem máy chủ đó đã chạy chưa, địa chỉ và cổng có đúng không.',
    en: 'The PostgreSQL of DATABASE_URL does not answer. See that it runs and that address and port are right.',
  },
  {
    seen: /password authentication failed|no pg_hba\.conf entry|role ".*" does not exist/,
    vi: 'PostgreSQL ở DATABASE_URL không nhận tài khoản hoặc mật khẩu này. Hãy sửa DATABASE_URL.',
    en: 'The PostgreSQL of DATABASE_URL refuses this account or password. Correct DATABASE_URL.',
  },
  {
    seen: /database ".*" does not exist/,
    vi: 'Chưa có cơ sở dữ liệu ghi trong DATABASE_URL. Hãy tạo nó (createdb) rồi chạy lại.',
    en: 'The database of DATABASE_URL does not exist. Create it (createdb), then start again.',
  },
]

/** The lines that a failed start ends with: the error's own words, those of its causes, and what to do about it. */
export function failureLines(error: unknown): string[] {
  const [first = '', ...causes] = wordsOf(error)
  const reason = reasons.find(({ seen }) => seen.test([first, ...causes].join('\n')))
  return [`Không khởi động được: ${first}`, ...causes, ...(reason ? [reason.vi, reason.en] : [])]
}

function wordsOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)]
  // Of several addresses tried in vain each has its own error and the whole has no words.
  const parts = error instanceof AggregateError ? error.errors.flatMap(wordsOf) : []
  const own = error.message === '' ? [] : [error.message]
  return [...own, ...parts, ...(error.cause === undefined ? [] : wordsOf(error.cause))]
}
