import { sql } from 'kysely'
import type { Day } from '#base/day.ts'
import { fold } from '#base/text.ts'
import { nameSortKey } from '#base/vietnamese-order.ts'
import type { Db, Range, Tx } from '#platform/db/types.ts'
import { type AddPost, Post, Staff, type StaffSearch } from '../shared/contract-staff.ts'

/** Everybody who works with children in a province is some thousand people. */
const listLimit = 5000

function people(db: Db) {
  return db
    .selectFrom('organisations_staff as s')
    .innerJoin('areas as a', 'a.id', 's.area_id')
    .leftJoin('accounts_people as account', 'account.id', 's.account_id')
    .select(['s.id', 's.area_id as areaId', 'a.name as areaName', 's.full_name as fullName', 's.phone'])
    .select(['s.email', 's.qualification', 'account.username', 's.version'])
}

type Row = Omit<Staff, 'posts'>

async function withPosts(db: Db, rows: readonly Row[]): Promise<Staff[]> {
  const posts = await listPosts(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => Staff.parse({ ...row, posts: posts.get(row.id) ?? [] }))
}

const lasts = (day: Day) =>
  sql<boolean>`p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})`

/** People with a post in the range, by given name as Vietnamese order it. */
export async function listStaff(
  db: Db,
  range: Range,
  { audience, withEnded, today }: Pick<StaffSearch, 'audience' | 'withEnded'> & { today: Day },
): Promise<Staff[]> {
  const rows = await people(db)
    .where((where) =>
      where.exists(
        where
          .selectFrom('organisations_posts as p')
          .select('p.id')
          .whereRef('p.staff_id', '=', 's.id')
          .where('p.area_lft', '>=', range.lft)
          .where('p.area_lft', '<=', range.rgt)
          .$if(audience !== undefined, (posts) => posts.where('p.audience', '=', audience ?? ''))
          .$if(!withEnded, (posts) => posts.where(lasts(today))),
      ),
    )
    .orderBy('s.name_sort')
    .orderBy('s.id')
    .limit(listLimit)
    .execute()
  return withPosts(db, rows)
}

export async function findStaff(db: Db, id: string): Promise<Staff | undefined> {
  const [staff] = await withPosts(db, await people(db).where('s.id', '=', id).execute())
  return staff
}

async function listPosts(db: Db, staffIds: readonly string[]): Promise<Map<string, Post[]>> {
  if (staffIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisations_posts as p')
    .innerJoin('areas as a', 'a.id', 'p.area_id')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['p.staff_id', 'p.id', 'p.area_id as areaId', 'a.name as areaName', 'p.audience', 'p.title'])
    .select(['p.organisation_id as organisationId', 'o.name as organisationName', 'p.workplace'])
    .select(['p.valid_from as validFrom', 'p.valid_to as validTo', 'p.allowance', 'p.basis'])
    .where(sql<boolean>`p.staff_id = any(${[...staffIds]}::uuid[])`)
    .orderBy(sql`p.valid_to is not null`)
    .orderBy('p.valid_from', 'desc')
    .execute()
  const byStaff = Map.groupBy(rows, (row) => row.staff_id)
  return new Map([...byStaff].map(([id, list]) => [id, list.map((row) => Post.parse(row))]))
}

export type WrittenStaff = {
  id: string
  area: { id: string; lft: number }
  fullName: string
  phone: string | null
  email: string | null
  qualification: string | null
  accountId: string | null
}

function toRow(staff: WrittenStaff) {
  return {
    area_id: staff.area.id,
    area_lft: staff.area.lft,
    full_name: staff.fullName,
    name_folded: fold(staff.fullName),
    name_sort: nameSortKey(staff.fullName),
    phone: staff.phone,
    email: staff.email,
    qualification: staff.qualification,
    account_id: staff.accountId,
  }
}

export async function insertStaff(tx: Tx, staff: WrittenStaff, by: string): Promise<void> {
  await tx
    .insertInto('organisations_staff')
    .values({ id: staff.id, recorded_by: by, ...toRow(staff) })
    .execute()
}

/** False when someone changed the person's entry in the meantime. */
export async function updateStaff(tx: Tx, staff: WrittenStaff, version: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('organisations_staff')
    .set({ ...toRow(staff), version: version + 1 })
    .where('id', '=', staff.id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function insertPost(
  tx: Tx,
  post: AddPost & { staffId: string; areaLft: number },
  by: string,
): Promise<void> {
  await tx
    .insertInto('organisations_posts')
    .values({
      staff_id: post.staffId,
      id: post.id,
      area_id: post.areaId,
      area_lft: post.areaLft,
      audience: post.audience,
      title: post.title,
      organisation_id: post.organisationId,
      workplace: post.workplace,
      valid_from: post.validFrom,
      valid_to: post.validTo,
      allowance: post.allowance,
      basis: post.basis,
      recorded_by: by,
    })
    .execute()
}

export async function setPostEnd(
  tx: Tx,
  { staffId, id }: { staffId: string; id: string },
  validTo: Day,
): Promise<void> {
  await tx
    .updateTable('organisations_posts')
    .set({ valid_to: validTo })
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .execute()
}

/** Holds the person's entry until the transaction ends. */
export async function lockStaff(tx: Tx, id: string): Promise<void> {
  await tx.selectFrom('organisations_staff').select('id').where('id', '=', id).forUpdate().execute()
}

/** The account of this user name, when it holds a grant that the actor sees. */
export async function findAccount(db: Db, username: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('accounts_people as person')
    .select('person.id')
    .where('person.username', '=', username)
    .where((where) =>
      where.exists(
        where
          .selectFrom('accounts_grants as granted')
          .select('granted.id')
          .whereRef('granted.person_id', '=', 'person.id'),
      ),
    )
    .executeTakeFirst()
}

/** An account belongs to at most one person of the staff. */
export async function findStaffOfAccount(db: Db, accountId: string): Promise<{ id: string } | undefined> {
  return db
    .selectFrom('organisations_staff')
    .select('id')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Who works as a collaborator today, by village. */
export async function listCollaborators(db: Db, areaIds: readonly string[], day: Day) {
  if (areaIds.length === 0) return []
  return db
    .selectFrom('organisations_posts as p')
    .innerJoin('organisations_staff as s', 's.id', 'p.staff_id')
    .select(['p.area_id as areaId', 's.id as staffId', 's.full_name as fullName', 's.phone'])
    .select(['p.valid_from as validFrom', 'p.allowance'])
    .where(sql<boolean>`p.area_id = any(${[...areaIds]}::uuid[])`)
    .where('p.audience', '=', 'collaborator')
    .where(lasts(day))
    .orderBy('s.name_sort')
    .execute()
}

/** People with a post of today in the range, by audience. */
export async function countByAudience(
  db: Db,
  range: Range,
  day: Day,
): Promise<{ audience: string; people: number }[]> {
  const { rows } = await sql<{ audience: string; people: number }>`
    select p.audience, count(distinct p.staff_id)::int as people from organisations_posts p
    where p.area_lft between ${range.lft} and ${range.rgt} and ${lasts(day)}
    group by p.audience order by p.audience`.execute(db)
  return rows
}
