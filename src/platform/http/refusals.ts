import { z } from 'zod'
import type { Language } from '#base/messages.ts'
import { Problem } from '#base/problem.ts'
import { httpProblem } from './problems.ts'

/** RFC 9457. `fields` says for each wrong field (by its path) what is wrong with it. */
export const ProblemReply = z.object({
  type: z.string(),
  code: z.string(),
  title: z.string(),
  status: z.number(),
  texts: z.object({ vi: z.string(), en: z.string() }),
  holes: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  fields: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type ProblemReply = z.infer<typeof ProblemReply>

/** A request that does not fit its contract. */
export class InvalidInput extends Error {
  readonly issues: z.core.$ZodIssue[]

  constructor(issues: z.core.$ZodIssue[]) {
    super('invalid input')
    this.issues = issues
  }
}

const DatabaseError = z.object({ code: z.string(), constraint: z.string().optional() })
const FastifyError = z.object({ code: z.string(), statusCode: z.number() })

/** Network and shutdown conditions of PostgreSQL (manual, appendix A: classes 08, 53, 57) and of the socket. */
const awayCodes = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT)/

/** What pg itself says, without a code, of a connection that is gone. */
const lostConnection =
  /timeout exceeded when trying to connect|Connection terminated|not queryable|Connection ended/

/** Turns whatever was thrown into a refusal with words; undefined when it is a bug. */
export function refusalOf(cause: unknown): Problem | undefined {
  if (cause instanceof Problem) return cause
  if (cause instanceof InvalidInput) return httpProblem('http.invalid')
  const fastify = FastifyError.safeParse(cause)
  if (fastify.success) return fastifyRefusal(fastify.data)
  const database = DatabaseError.safeParse(cause)
  if (database.success) return databaseRefusal(database.data)
  const text = cause instanceof Error ? cause.message : ''
  return lostConnection.test(text) ? httpProblem('http.database-away') : undefined
}

/** Fastify's own English is never shown. */
function fastifyRefusal({ code, statusCode }: z.infer<typeof FastifyError>): Problem | undefined {
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE') return httpProblem('http.too-large')
  if (statusCode >= 400 && statusCode < 500) return httpProblem('http.unreadable')
  return undefined
}

/** By SQLSTATE (PostgreSQL manual, appendix A); of the error only the constraint's name goes out, never a row. */
function databaseRefusal({ code, constraint }: z.infer<typeof DatabaseError>): Problem | undefined {
  if (['23505', '23P01', '40001', '40P01'].includes(code)) return httpProblem('http.conflict')
  if (['23503', '23514', '23502'].includes(code))
    return httpProblem('http.refused-by-database', { constraint: constraint ?? code })
  // Class 22: a value that no column can hold, such as a text with a zero byte.
  if (code.startsWith('22')) return httpProblem('http.refused-by-database', { constraint: code })
  if (code === '42501') return httpProblem('http.not-allowed')
  return awayCodes.test(code) ? httpProblem('http.database-away') : undefined
}

/** Both languages go out, so that a page whose language changes need not ask again. */
export function problemReply(problem: Problem, language: Language, cause?: unknown): ProblemReply {
  const fields =
    cause instanceof InvalidInput
      ? cause.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
      : undefined
  return {
    type: `/api/problems/${problem.code}`,
    code: problem.code,
    title: problem.text(language),
    status: problem.status,
    texts: { vi: problem.text('vi'), en: problem.text('en') },
    ...(Object.keys(problem.holes).length ? { holes: problem.holes } : {}),
    ...(fields ? { fields } : {}),
  }
}
