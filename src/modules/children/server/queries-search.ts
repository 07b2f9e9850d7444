import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { ChildSummary, type SearchChildren } from '../shared/contract.ts'
import type { SearchText } from '../shared/search-text.ts'

export type ListFilter = Omit<SearchChildren, 'text' | 'after' | 'limit' | 'fromYears' | 'toYears'> & {
  text: SearchText
  bornFrom: Day | undefined
  bornTo: Day | undefined
}

/** Columns of a list line; `c` is the child, `village` its village. One carer: the mother before others. */
export const summaryColumns = sql`
  c.id, c.full_name as "fullName", c.born_on as "bornOn", c.sex, c.ethnic_code as "ethnicCode",
  c.commune_id as "communeId", c.village_id as "villageId",
  (select v.name from areas v where v.id = c.village_id) as "villageName", c.poverty,
  carer.full_name as "carerName", carer.phone as "carerPhone", c.left_on as "leftOn", c.sample`

export const summaryCarer = sql`
  left join lateral (
    select k.full_name, k.phone from children_carers k where k.child_id = c.id
    order by k.relation <> 'mother', k.phone is null, k.id limit 1) carer on true`

type Condition = Expression<SqlBool>

/** Beginnings of words by `^@`: leakproof, so the token index works under row-level security; LIKE is not. */
function nameCondition(part: string, communeId: string | undefined): Condition {
  return communeId
    ? sql`exists (select 1 from children_name_tokens t
        where t.child_id = c.id and t.commune_id = ${communeId} and t.token ^@ ${part})`
    : sql`exists (select 1 from children_name_tokens t where t.child_id = c.id and t.token ^@ ${part})`
}

function textConditions({ text, communeId }: ListFilter): Condition[] {
  const { nameParts, birthYear, bornOn, phone, personalId } = text
  return [
    ...nameParts.map((part) => nameCondition(part, communeId)),
    ...(birthYear
      ? [sql<boolean>`c.born_on between ${`${birthYear}-01-01`} and ${`${birthYear}-12-31`}`]
      : []),
    ...(bornOn ? [sql<boolean>`c.born_on = ${bornOn}`] : []),
    ...(phone
      ? [sql<boolean>`c.id in (select k.child_id from children_carers k where k.phone ^@ ${phone})`]
      : []),
    ...(personalId
      ? [
          sql<boolean>`c.id in (select i.child_id from children_identifiers i
            where i.kind = 'personal-id' and i.value = ${personalId})`,
        ]
      : []),
  ]
}

function conditions(filter: ListFilter): Condition[] {
  const { communeId, villageId, sex, poverty, bornFrom, bornTo, withLeft } = filter
  return [
    ...(communeId ? [sql<boolean>`c.commune_id = ${communeId}`] : []),
    ...(villageId ? [sql<boolean>`c.village_id = ${villageId}`] : []),
    ...(sex ? [sql<boolean>`c.sex = ${sex}`] : []),
    ...(poverty ? [sql<boolean>`c.poverty = ${poverty}`] : []),
    ...(bornFrom ? [sql<boolean>`c.born_on >= ${bornFrom}`] : []),
    ...(bornTo ? [sql<boolean>`c.born_on <= ${bornTo}`] : []),
    ...(withLeft ? [] : [sql<boolean>`c.left_on is null`]),
    ...textConditions(filter),
  ]
}

function allOf(list: readonly Condition[]): Condition {
  return list.length === 0 ? sql`true` : sql`${sql.join(list, sql` and `)}`
}

/** Children in the order of names, after the child `after`. */
export async function listChildren(
  db: Db,
  filter: ListFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ChildSummary[]> {
  const later: Condition[] = after
    ? [
        sql`(c.name_sort, c.id) > ((select a.name_sort from children a where a.id = ${after}), ${after}::uuid)`,
      ]
    : []
  const { rows } = await sql`
    select ${summaryColumns} from (
      select c.* from children c where ${allOf([...conditions(filter), ...later])}
      order by c.name_sort, c.id limit ${limit}
    ) c ${summaryCarer} order by c.name_sort, c.id`.execute(db)
  return rows.map((row) => ChildSummary.parse(row))
}

/** How many there are, counted up to `upTo`. */
export async function countChildren(db: Db, filter: ListFilter, upTo: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from children c where ${allOf(conditions(filter))} limit ${upTo}) found`.execute(db)
  return rows[0]?.count ?? 0
}
