import type { Writing } from '#platform/http/route.ts'
import { audit } from '#modules/accounts/server/public.ts'
import { allCells, allSections, type ReportContent } from '../shared/content.ts'
import type { AddComment, Comment } from '../shared/contract-check.ts'
import { reportsProblem } from '../shared/problems.ts'
import { author } from './commands.ts'
import { lockReport } from './queries.ts'
import { insertComment, listComments, updateAnswer } from './queries-remarks.ts'
import { getStoredReport, reportContent } from './read.ts'
import { requireDoing } from './standing.ts'

/** The unit above asks about a cell, a section or the whole; sent twice it stands once. */
export async function addComment(context: Writing, reportId: string, input: AddComment): Promise<Comment[]> {
  const { actor, tx, clock } = context
  await lockReport(tx, reportId)
  const report = await getStoredReport(tx, actor, reportId)
  const earlier = await listComments(tx, reportId)
  if (earlier.some(({ id }) => id === input.id)) return earlier
  await requireDoing(tx, actor, report, 'comment')
  requireAbout(await reportContent(tx, report), input)
  const { id, about, text } = input
  const key = input.about === 'report' ? null : input.key
  const at = clock.now().toISOString()
  await insertComment(tx, report, { id, about, key, text, byPlace: actor.area.name, at, by: author(actor) })
  await audit(tx, actor, 'reports.commented', reportId, { after: { about, key } })
  return listComments(tx, reportId)
}

/** The cell or the section must be there. */
function requireAbout(content: ReportContent, input: AddComment): void {
  if (input.about === 'report') return
  const there = input.about === 'cell' ? allCells(content) : allSections(content)
  if (!there.some(({ key }) => key === input.key))
    throw reportsProblem(input.about === 'cell' ? 'reports.unknown-cell' : 'reports.unknown-section')
}

/** The unit that writes says what it did about it. */
export async function answerComment(
  context: Writing,
  { reportId, commentId }: { reportId: string; commentId: string },
  answer: string,
): Promise<Comment[]> {
  const { actor, tx, clock } = context
  await lockReport(tx, reportId)
  const report = await getStoredReport(tx, actor, reportId)
  await requireDoing(tx, actor, report, 'answer')
  const said = { answer, byName: actor.name, at: clock.now().toISOString() }
  if (!(await updateAnswer(tx, { reportId, id: commentId }, said)))
    throw reportsProblem('reports.no-such-comment')
  await audit(tx, actor, 'reports.comment-answered', reportId)
  return listComments(tx, reportId)
}
