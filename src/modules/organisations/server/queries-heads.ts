import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { vietnamese } from '#platform/db/vietnamese-order.ts'
import { Head, type NameHead } from '../shared/contract-matters.ts'

/** A province has some hundred communes with a dozen bodies each. */
const listLimit = 3000

function posts(db: Db) {
  return db
    .selectFrom('organisations_posts as p')
    .innerJoin('organisations_staff as s', 's.id', 'p.staff_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('areas as a', 'a.id', 'o.area_id')
    .select(['p.id as postId', 's.id as staffId', 's.full_name as fullName', 'p.title'])
    .select(['o.id as organisationId', 'o.name as organisationName', 'a.name as areaName'])
    .select(['p.valid_from as validFrom', 'p.valid_to as validTo', 'p.answerable_for as answerableFor'])
}

/** Heads of the bodies in the range, by place and body, the latest first. */
export async function listHeads(db: Db, range: Range): Promise<Head[]> {
  const rows = await posts(db)
    .where('p.is_head', '=', true)
    .where('a.lft', '>=', range.lft)
    .where('a.lft', '<=', range.rgt)
    .orderBy('a.lft')
    .orderBy(sql`o.name ${vietnamese}`)
    .orderBy('o.id')
    .orderBy('p.valid_from', 'desc')
    .limit(listLimit)
    .execute()
  return rows.map((row) => Head.parse(row))
}

/** A post of a body, with whose account its holder signs in and the place of the body. */
export type BodyPost = Head & {
  isHead: boolean
  accountId: string | null
  areaId: string
  areaLft: number
  areaRgt: number
}

/** Undefined when there is no such post, or when it is in no body. */
export async function findBodyPost(db: Db, postId: string): Promise<BodyPost | undefined> {
  const row = await posts(db)
    .select(['p.is_head as isHead', 's.account_id as accountId'])
    .select(['a.id as areaId', 'a.lft as areaLft', 'a.rgt as areaRgt'])
    .where('p.id', '=', postId)
    .executeTakeFirst()
  return row && { ...row, ...Head.parse(row) }
}

export async function updateHead(
  tx: Tx,
  { postId, staffId }: { postId: string; staffId: string },
  { isHead, answerableFor }: NameHead,
): Promise<void> {
  await tx
    .updateTable('organisations_posts')
    .set({ is_head: isHead, answerable_for: answerableFor })
    .where('staff_id', '=', staffId)
    .where('id', '=', postId)
    .execute()
}

/** Bodies of one place that nobody leads on the day. */
export async function listBodiesWithoutHead(
  db: Db,
  areaId: string,
  day: Day,
): Promise<{ id: string; name: string; areaName: string }[]> {
  const { rows } = await sql<{ id: string; name: string; areaName: string }>`
    select o.id, o.name, a.name as "areaName" from organisations o join areas a on a.id = o.area_id
    where o.area_id = ${areaId} and coalesce(o.valid_from <= ${day}, true) and coalesce(o.valid_to >= ${day}, true)
      and not exists (
        select from organisations_posts p where p.organisation_id = o.id and p.is_head and p.valid_from <= ${day}
          and coalesce(p.valid_to >= ${day}, true))
    order by o.name ${vietnamese}, o.id`.execute(db)
  return rows
}
