import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Day } from '#base/day.ts'
import type { Db } from '#platform/db/types.ts'
import { ChildSummary, type SearchChildren } from '../shared/contract.ts'
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

type Condition = Expression<SqlBool>

/**
 * Whose name the words are sought in: the child's own first; then, for words that are not all of the child's name,
 * the names of those who care for it too.
 */
type Whose = 'own' | 'carers' | 'any'

/** Beginnings of words by `^@`: leakproof, so the token index works under row-level security; LIKE is not. */
function nameCondition(part: string, { communeId }: ListFilter, isOwn: boolean): Condition {
  const within = communeId ? sql`and t.commune_id = ${communeId}` : sql``
  const own = isOwn ? sql`and t.own` : sql``
  return sql`exists (select 1 from children_name_tokens t
    where t.child_id = c.id ${within} and t.token ^@ ${part} ${own})`
}

function nameConditions(filter: ListFilter, whose: Whose): Condition[] {
  const { nameParts } = filter.text
  if (nameParts.length === 0) return []
  const own = nameParts.map((part) => nameCondition(part, filter, true))
  if (whose === 'own') return own
  const any = nameParts.map((part) => nameCondition(part, filter, false))
  return whose === 'any' ? any : [...any, sql`not (${allOf(own)})`]
}

function textConditions(filter: ListFilter, whose: Whose): Condition[] {
  const { birthYear, bornOn, phone, personalId, household } = filter.text
  return [
    ...nameConditions(filter, whose),
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

function conditions(filter: ListFilter, whose: Whose): Condition[] {
  const { bornFrom, bornTo, withLeft } = filter
  return [
    ...placeConditions(filter),
    ...factConditions(filter),
    ...(bornFrom ? [sql<boolean>`c.born_on >= ${bornFrom}`] : []),
    ...(bornTo ? [sql<boolean>`c.born_on <= ${bornTo}`] : []),
    ...(withLeft ? [] : [sql<boolean>`c.left_on is null`]),
    ...textConditions(filter, whose),
  ]
}

function allOf(list: readonly Condition[]): Condition {
  return list.length === 0 ? sql`true` : sql`${sql.join(list, sql` and `)}`
}

type Part = { after: string | undefined; limit: number }

/**
 * Children in the order of names, after the child `after`: those whose own names hold all the words, then those whose
 * carers' names complete them. Two lists one after the other, so that the index of names still ends the first early.
 */
export async function listChildren(db: Db, filter: ListFilter, part: Part): Promise<ChildSummary[]> {
  const { nameParts } = filter.text
  if (nameParts.length === 0) return listPart(db, filter, { ...part, whose: 'any' })
  if (part.after === undefined) {
    const { communeId } = filter
    const found = communeId ? foundInCommune(nameParts, communeId) : await foundByRarest(db, nameParts)
    if (found) return listRanked(db, filter, { found, limit: part.limit })
  }
  const isInSecond = part.after !== undefined && !(await isOwnMatch(db, filter, part.after))
  const first = isInSecond ? [] : await listPart(db, filter, { ...part, whose: 'own' })
  if (first.length === part.limit) return first
  const second = {
    after: isInSecond ? part.after : undefined,
    limit: part.limit - first.length,
    whose: 'carers' as const,
  }
  return [...first, ...(await listPart(db, filter, second))]
}

/** Children with a word that begins so, and whether it is one of the child's own name. */
function childrenByWord(part: string, within = sql`true`): RawBuilder<unknown> {
  return sql`(select t.child_id, bool_or(t.own) as own from children_name_tokens t
    where ${within} and t.token ^@ ${part} group by t.child_id)`
}

const wordName = (index: number) => sql.ref(`word${index}`)

/** Children with all the words; `own` when all are of the child's own name. */
function withAllWords(words: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const own = words.map((_, index) => sql`${wordName(index)}.own`)
  return sql`select word0.child_id, ${sql.join(own, sql` and `)} as own from ${sql.join(words, sql` join `)}`
}

/**
 * So few of a commune have the words that each is found by itself: asked of each child by `exists`, planning alone took
 * 1.2 ms.
 */
function foundInCommune(nameParts: readonly string[], communeId: string): RawBuilder<unknown> {
  const words = nameParts.map((part, index) => {
    const found = sql`${childrenByWord(part, sql`t.commune_id = ${communeId}`)} ${wordName(index)}`
    return index === 0 ? found : sql`${found} on ${wordName(index)}.child_id = word0.child_id`
  })
  return withAllWords(words)
}

/** Most children that are asked for the other words one by one and put in order whole: a page of the index each. */
const fewEnough = 10_000

/**
 * Over a province or the nation the rarest word is found first; a frequent one is asked of its children alone. Walking
 * the register by name would be slow for it: a given name stands in one stretch of that order, which the walk may reach
 * last. `offset 0` keeps the database from reading the children before all words are found. Undefined where even the
 * rarest is frequent: then the walk finds a page soon.
 */
async function foundByRarest(db: Db, nameParts: readonly string[]): Promise<RawBuilder<unknown> | undefined> {
  const counts = nameParts.map(
    (part) => sql`(select count(*)::int from (
      select from children_name_tokens t where t.token ^@ ${part} limit ${fewEnough + 1}) found)`,
  )
  const { rows } = await sql<{ counts: number[] }>`select array[${sql.join(counts)}] as counts`.execute(db)
  const byCount = nameParts
    .map((part, index) => ({ part, count: rows[0]?.counts[index] ?? 0 }))
    .toSorted((left, right) => left.count - right.count)
  if ((byCount[0]?.count ?? 0) > fewEnough) return undefined
  const words = byCount.map(({ part, count }, index) => {
    if (index === 0) return sql`${childrenByWord(part)} word0`
    if (count <= fewEnough)
      return sql`${childrenByWord(part)} ${wordName(index)} on ${wordName(index)}.child_id = word0.child_id`
    return sql`lateral (select bool_or(t.own) as own from children_name_tokens t
      where t.child_id = word0.child_id and t.token ^@ ${part}) ${wordName(index)} on ${wordName(index)}.own is not null`
  })
  return sql`${withAllWords(words)} offset 0`
}

/** The first page in one statement: all who have the words are put in order. */
async function listRanked(
  db: Db,
  filter: ListFilter,
  { found, limit }: { found: RawBuilder<unknown>; limit: number },
): Promise<ChildSummary[]> {
  const nameless = { ...filter, text: { ...filter.text, nameParts: [] } }
  const { rows } = await sql`
    select ${summaryColumns} from (
      select c.*, found.own as own_match from children c join (${found}) found on found.child_id = c.id
      where ${allOf(conditions(nameless, 'any'))} order by own_match desc, c.name_sort, c.id limit ${limit}
    ) c ${summaryCarer} order by c.own_match desc, c.name_sort, c.id`.execute(db)
  return rows.map((row) => ChildSummary.parse(row))
}

async function isOwnMatch(db: Db, filter: ListFilter, childId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from children c where c.id = ${childId} and ${allOf(nameConditions(filter, 'own'))}`.execute(db)
  return rows.length > 0
}

async function listPart(
  db: Db,
  filter: ListFilter,
  { after, limit, whose }: Part & { whose: Whose },
): Promise<ChildSummary[]> {
  const later: Condition[] = after
    ? [
        sql`(c.name_sort, c.id) > ((select a.name_sort from children a where a.id = ${after}), ${after}::uuid)`,
      ]
    : []
  const { rows } = await sql`
    select ${summaryColumns} from (
      select c.* from children c where ${allOf([...conditions(filter, whose), ...later])}
      order by c.name_sort, c.id limit ${limit}
    ) c ${summaryCarer} order by c.name_sort, c.id`.execute(db)
  return rows.map((row) => ChildSummary.parse(row))
}

/** How many there are, counted up to `upTo`. */
export async function countChildren(db: Db, filter: ListFilter, upTo: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from children c where ${allOf(conditions(filter, 'any'))} limit ${upTo}) found`.execute(db)
  return rows[0]?.count ?? 0
}
