import { sql } from 'kysely'
import { type Stamps, stampsColumn } from '#platform/db/stamps.ts'
import type { Db } from '#platform/db/types.ts'
import type { Need } from '../shared/needs.ts'
import type { StoredRecord } from '../shared/requests.ts'
import { type ChildRow, childColumnsOf, type KnownChild, toKnownChild } from './queries.ts'

/** A child with all that its page of services rests on. Records: undone ones too, newest first, at most a thousand. */
export type WholeChild = { child: KnownChild; records: StoredRecord[]; needs: Need[]; stamps: Stamps }

type NeedText = Pick<Need, 'itemCode' | 'opensOn' | 'dueOn'> & { vi: string; en: string }
type WholeRow = ChildRow & { records: StoredRecord[]; needs: NeedText[]; stamps: Stamps | null }

/**
 * One statement instead of five: planning each took longer than its work (0.6 ms of the database less for each page).
 * Times in JSON are PostgreSQL's, so they are written anew as everywhere else.
 */
export async function findWholeChild(db: Db, id: string): Promise<WholeChild | undefined> {
  const { rows } = await sql<WholeRow>`
    select ${childColumnsOf('c')},
      coalesce((select json_agg(r) from (
        select r.id, r.child_id as "childId", r.item_code as "itemCode", r.dose, r.done_on as "doneOn", r.answer, r.note,
          r.irregular, (select p.full_name from accounts_people p where p.id = r.recorded_by) as "recordedByName",
          r.recorded_at as "recordedAt", r.undone_at as "undoneAt"
        from services_records r where r.child_id = c.id order by r.done_on desc, r.id desc limit 1000) r), '[]') as records,
      coalesce((select json_agg(json_build_object('itemCode', n.item_code, 'opensOn', n.opens_on, 'dueOn', n.due_on,
        'vi', n.reason_vi, 'en', n.reason_en) order by n.due_on, n.item_code)
        from services_needs n where n.child_id = c.id), '[]') as needs,
      ${stampsColumn} as stamps
    from children c where c.id = ${id}`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return {
    child: toKnownChild(row),
    records: row.records.map(({ recordedAt, undoneAt, ...rest }) => ({
      ...{ ...rest, recordedAt: moment(recordedAt), undoneAt: undoneAt === null ? null : moment(undoneAt) },
    })),
    needs: row.needs.map(({ vi, en, ...need }) => ({ ...need, reason: { vi, en } })),
    stamps: row.stamps ?? {},
  }
}

function moment(text: string): string {
  return new Date(text).toISOString()
}
