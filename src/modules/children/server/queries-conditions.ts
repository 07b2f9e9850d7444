import { type Expression, type SqlBool, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { SearchChildren } from '../shared/contract.ts'
import { cleaningCondition, flagCondition } from './queries-cleaning.ts'
import type { SearchText } from '../shared/search-text.ts'

export type ListFilter = Omit<SearchChildren, 'text' | 'after' | 'limit' | 'fromYears' | 'toYears'> & {
  text: SearchText
  bornFrom: Day | undefined
  bornTo: Day | undefined
  today: Day
}

/** Columns of a list line; `c` is the child, `village` its village. One carer: the mother before others. */
export const summaryColumns = sql`
  c.id, c.full_name as "fullName", c.born_on as "bornOn", c.born_precision as "bornPrecision", c.sex, c.ethnic_code as "ethnicCode",
  c.commune_id as "communeId", c.village_id as "villageId",
  (select v.name from areas v where v.id = c.village_id) as "villageName", c.poverty,
  c.education, c.household_code as "householdCode",
  carer.full_name as "carerName", carer.phone as "carerPhone", c.left_on as "leftOn", c.sample`

export const summaryCarer = sql`
  left join lateral (
    select k.full_name, k.phone from children_carers k where k.child_id = c.id
    order by k.relation <> 'mother', k.phone is null, k.id limit 1) carer on true`

export type Condition = Expression<SqlBool>

/** What is typed beside a name. */
function textConditions({
  text: { birthYear, bornOn, phone, personalId, household },
}: ListFilter): Condition[] {
  return [
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
    ...(household
      ? [
          sql<boolean>`c.household_id in (select h.id from children_households h where upper(h.code) = ${household})`,
        ]
      : []),
  ]
}

function placeConditions({ communeId, villageId, ids }: ListFilter): Condition[] {
  return [
    ...(communeId ? [sql<boolean>`c.commune_id = ${communeId}`] : []),
    ...(villageId ? [sql<boolean>`c.village_id = ${villageId}`] : []),
    ...(ids ? [sql<boolean>`c.id = any (${[...ids]}::uuid[])`] : []),
  ]
}

/** What stands in the record itself. */
function factConditions(filter: ListFilter): Condition[] {
  const { sex, poverty, education, flag, lacks, today } = filter
  return [
    ...(sex ? [sql<boolean>`c.sex = ${sex}`] : []),
    ...(poverty ? [sql<boolean>`c.poverty = ${poverty}`] : []),
    ...(education ? [sql<boolean>`c.education = ${education}`] : []),
    ...(flag ? [flagCondition(flag, today)] : []),
    ...(lacks ? [cleaningCondition(lacks, today)] : []),
  ]
}

/** All that is asked of a child `c`, but for the words of its name. */
export function conditionsOf(filter: ListFilter): Condition[] {
  const { bornFrom, bornTo, withLeft } = filter
  return [
    ...placeConditions(filter),
    ...factConditions(filter),
    ...(bornFrom ? [sql<boolean>`c.born_on >= ${bornFrom}`] : []),
    ...(bornTo ? [sql<boolean>`c.born_on <= ${bornTo}`] : []),
    ...(withLeft ? [] : [sql<boolean>`c.left_on is null`]),
    ...textConditions(filter),
  ]
}

/** True of everything when the list is empty. */
export function allOf(list: readonly Condition[]): Condition {
  return list.length === 0 ? sql`true` : sql`${sql.join(list, sql` and `)}`
}
