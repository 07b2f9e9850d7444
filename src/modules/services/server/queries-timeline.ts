import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'

export type ToldRecord = {
  id: string
  itemCode: string
  dose: number | null
  doneOn: Day
  answer: string
  irregular: boolean
  note: string | null
  /** The session, or the piece of work of another module (a weighing) that the record answers. */
  workId: string | null
}

/** Records of a child that stand. */
export async function listToldRecords(db: Db, childId: string): Promise<ToldRecord[]> {
  return db
    .selectFrom('services_records')
    .select(['id', 'item_code as itemCode', 'dose', 'done_on as doneOn', 'answer', 'irregular', 'note'])
    .select('session_id as workId')
    .where('child_id', '=', childId)
    .where('undone_at', 'is', null)
    .orderBy('done_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .execute()
}
