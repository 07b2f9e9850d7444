import { sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { ChildHistory } from '../shared/contract.ts'

/** Changes of the child and readings of its record, newest first, at most 100. */
export async function listHistory(db: Db, childId: string): Promise<ChildHistory> {
  const { rows } = await sql`
    select entry.id, entry.at, person.full_name as "personName", entry.action, entry.before, entry.after from (
      (select id, at, person_id, action, before, after from accounts_audit
        where child_id = ${childId} order by at desc limit 100)
      union all
      (select id, at, person_id, 'children.seen', null, null from accounts_reads
        where child_ids @> array[${childId}::uuid] order by at desc limit 100)
    ) entry left join accounts_people person on person.id = entry.person_id
    order by entry.at desc limit 100`.execute(db)
  return ChildHistory.parse(rows)
}
