import type { Db, Tx } from '#platform/db/types.ts'
import { CommentAbout, type Comment } from '../shared/contract-check.ts'
import type { GivenReason } from '../shared/finding.ts'
import type { StoredReport } from './queries.ts'

type Placed = Pick<StoredReport, 'id' | 'areaLft'>
type Author = { id: string; name: string }

export async function listReasons(db: Db, reportId: string): Promise<GivenReason[]> {
  return db
    .selectFrom('reports_reasons')
    .select(['finding', 'seen', 'reason', 'by_name as byName', 'at'])
    .where('report_id', '=', reportId)
    .orderBy('at')
    .execute()
}

type NewReason = { finding: string; seen: string; reason: string; by: Author; at: string }

/** A reason holds for the numbers that were seen; given anew it replaces the one before. */
export async function upsertReason(tx: Tx, report: Placed, given: NewReason): Promise<void> {
  const { seen, reason, by, at } = given
  const said = { seen, reason, by: by.id, by_name: by.name, at }
  await tx
    .insertInto('reports_reasons')
    .values({ report_id: report.id, finding: given.finding, area_lft: report.areaLft, ...said })
    .onConflict((conflict) => conflict.columns(['report_id', 'finding']).doUpdateSet(said))
    .execute()
}

const commentColumns = [
  'id',
  'about',
  'key',
  'text',
  'by_name as byName',
  'by_place as byPlace',
  'at',
  'answer',
  'answered_by_name as answeredByName',
  'answered_at as answeredAt',
] as const

/** Open ones first, then the newest. */
export async function listComments(db: Db, reportId: string): Promise<Comment[]> {
  const rows = await db
    .selectFrom('reports_comments')
    .select(commentColumns)
    .where('report_id', '=', reportId)
    .orderBy('answered_at', (order) => order.desc().nullsFirst())
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, about: CommentAbout.parse(row.about) }))
}

export async function countOpenComments(db: Db, reportId: string): Promise<number> {
  const row = await db
    .selectFrom('reports_comments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('report_id', '=', reportId)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

export type NewComment = Pick<Comment, 'id' | 'about' | 'key' | 'text' | 'byPlace' | 'at'> & { by: Author }

/** The caller holds the report's row and knows that the comment is new. */
export async function insertComment(tx: Tx, report: Placed, comment: NewComment): Promise<void> {
  const { id, about, key, text, byPlace, at, by } = comment
  await tx
    .insertInto('reports_comments')
    .values({
      ...{ report_id: report.id, id, area_lft: report.areaLft, about, key, text, at },
      ...{ by: by.id, by_name: by.name, by_place: byPlace },
    })
    .execute()
}

/** The last answer stands. False when there is no such comment. */
export async function updateAnswer(
  tx: Tx,
  { reportId, id }: { reportId: string; id: string },
  { answer, byName, at }: { answer: string; byName: string; at: string },
): Promise<boolean> {
  const row = await tx
    .updateTable('reports_comments')
    .set({ answer, answered_by_name: byName, answered_at: at })
    .where('report_id', '=', reportId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
