import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/types.ts'
import { type At, isAt } from './queries-members.ts'

export type SampleRow = { id: string; fullName: string }

type Asked = { member: RawBuilder<unknown>; at: At; isInside: boolean; limit: number }

/** Children of a place that a formula reaches, or does not; by id, so that the same question shows the same children. */
export async function listSample(db: Db, { member, at, isInside, limit }: Asked): Promise<SampleRow[]> {
  const reached = sql`c.id in (select m.child_id from (${member}) m where m.reached)`
  const { rows } = await sql<SampleRow>`
    select c.id, c.full_name as "fullName" from children c
    where ${isAt('c', at)} and ${isInside ? reached : sql`not (${reached})`} order by c.id limit ${limit}`.execute(
    db,
  )
  return rows
}
