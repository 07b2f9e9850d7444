import { z } from 'zod'
import { defineProblems, Problem, type ProblemText } from '#base/problem.ts'

export const webProblem = defineProblems({
  'web.no-answer': {
    status: 503,
    vi: 'Máy chủ chưa trả lời. Dữ liệu đang nhập vẫn còn trên trang này; hãy kiểm tra mạng rồi bấm lại.',
    en: 'The server did not answer. What you typed is still on this page; check the network and try again.',
  },
  'web.signed-out': {
    status: 401,
    vi: 'Phiên làm việc đã hết hạn. Hãy đăng nhập lại rồi bấm lưu lần nữa.',
    en: 'Your session has ended. Sign in again, then save once more.',
  },
  'web.unexpected-answer': {
    status: 500,
    vi: 'Máy chủ trả lời không đúng dạng mong đợi. Hãy tải lại trang; nếu vẫn lỗi, báo cho quản trị viên.',
    en: 'The server answered in an unexpected form. Reload the page; if it happens again, tell the administrator.',
  },
  'web.failed': {
    status: 500,
    vi: 'Máy chủ gặp lỗi (mã {status}). Chưa có gì được lưu. Hãy thử lại; nếu vẫn lỗi, báo cho quản trị viên.',
    en: 'The server failed (status {status}). Nothing was saved. Try again; if it happens again, tell the administrator.',
  },
})

/** `application/problem+json` as our server writes it (platform/http/refusals.ts); a proxy may send something else. */
const ProblemBody = z.object({
  code: z.string(),
  texts: z.object({ vi: z.string(), en: z.string() }),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})

/** A refusal that came over the wire; `fields` names the fields that are wrong, by their path. */
export class RefusedRequest extends Problem {
  readonly fields: ReadonlySet<string>

  constructor(code: string, texts: ProblemText, fields: readonly string[]) {
    super(code, texts)
    this.fields = new Set(fields)
  }
}

export function toProblem(status: number, body: unknown): Problem {
  const parsed = ProblemBody.safeParse(body)
  if (!parsed.success) return webProblem('web.failed', { status })
  const { code, texts, fields = [] } = parsed.data
  return new RefusedRequest(
    code,
    { status, ...texts },
    fields.map(({ path }) => path),
  )
}
